/** The state of a copy: `checking` until it has been opened and compared, `damaged` when it was not what it should be. */
export type CopyState = 'checked' | 'checking' | 'damaged';

/** What the name of a copy says. */
export interface CopyName {
  /** Local date and time when it was made, `yyyy-MM-ddTHH:mm:ss`. */
  readonly at: string;
  readonly state: CopyState;
}

const PREFIX = 'CPS Orders backup ';
const ENDINGS: Readonly<Record<CopyState, string>> = {
  checked: '',
  checking: ' - being checked',
  damaged: ' - damaged',
};
const NAME = /^CPS Orders backup (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)( - being checked| - damaged)?$/;

/** The name of a copy: date, time and, while it is not a checked one, what is the matter with it. */
export const copyName = ({ at, state }: CopyName): string =>
  `${PREFIX}${at.slice(0, 10)} ${at.slice(11, 19).replace(/:/g, '.')}${ENDINGS[state]}`;

/** Reads a name; null for a file that is not ours, or that someone has renamed to keep it. */
export const parseCopyName = (name: string): CopyName | null => {
  const [, day, hour, minute, second, ending = ''] = NAME.exec(name) ?? [];
  if (!day) return null;
  const state = (Object.keys(ENDINGS) as CopyState[]).find((each) => ENDINGS[each] === ending) ?? 'checked';
  return { at: `${day}T${hour}:${minute}:${second}`, state };
};
