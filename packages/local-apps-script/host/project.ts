import type { Office, OfficeOptions } from '../office';
import type { WebRequest } from '../office/web-app';
import type { Call } from './control-routes';
import type { Options, OwnOptions } from './options';
import type { Storage } from './storage';

/** What a project knows of itself when it makes its sheet ready. */
export interface Preparation<Own extends object> {
  readonly office: Office;
  /** Remembers, with `mark` and `has`, which steps this data folder has seen. */
  readonly storage: Storage;
  readonly options: Options & Own;
  /** Prints a line; one about work that is under way is shown by the page too, which may look on from then on. */
  tell(line: string, isUnderWay: boolean): void;
}

/**
 * What a project gives the host that runs it. `Own` are the options that it adds to the command line, as they are read.
 * Nothing but the name is needed to run a folder of Apps Script files with `--script`.
 */
export interface Project<Own extends object> {
  /** What it is called: in the greeting, at the top of the page, in what the host says. */
  readonly name: string;
  /** What its offices are opened with. */
  readonly office?: Pick<OfficeOptions, 'name' | 'people' | 'state'>;
  /** The folder of its script, run when the command line names none. @throws HostError when it is not there. */
  readonly script?: () => string;
  readonly options: OwnOptions<Own>;
  /** Calls that it adds to the control API, by method and path: `POST /local/example`. */
  readonly calls?: Readonly<Record<string, Call>>;
  /**
   * Why a request to the web app gets no answer (403) when a page of another site sends it; null: it is answered, as Google
   * answers any page. For scripts that may answer without proof: every page that someone has open while the host runs can
   * send requests to it. Asked for each such request, whatever script runs.
   */
  readonly closedToOtherSites?: (office: Office, request: WebRequest) => string | null;
  /**
   * Makes the sheet ready before anybody is served: creates it when `office.world.original` is null. Not called for
   * a script that the command line names.
   * @throws HostError in one sentence, which ends the host.
   */
  prepare?(preparation: Preparation<Own>): Promise<void>;
  /** Lines for the end of the greeting; not asked for a script that the command line names. */
  greeting?(office: Office, webApp: string, options: Options & Own): readonly string[];
}
