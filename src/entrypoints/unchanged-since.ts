import type { Ports } from '../core/all-ports';
import { RELEASE } from '../core/version';
import type { WorkbookView } from '../workbook/view';

/** What finding out whether anything has changed needs from the world. */
export type UnchangedPorts = Pick<Ports, 'orders' | 'outbox' | 'crypto' | 'properties'>;

/** The Script Property with the digest of what the last whole sweep saw, if it left nothing to do. */
const LOOKED = 'LOOKED';
/** A whole sweep runs at least this often, whatever is seen: milliseconds. */
const LONGEST = 3 * 3_600_000;

interface Looked {
  readonly print: string;
  /** Epoch milliseconds: from then on something may fall due. */
  readonly until: number;
}

/** Rows whose text is digested at once. */
const CHUNK = 2_000;

/** A digest of everything that a sweep decides by: equal digests mean nothing new. Two calls, whatever the sheet's size. */
export const workbookPrint = ({ orders, outbox, crypto }: UnchangedPorts, view: WorkbookView): string => {
  const places = Object.entries(view.places).map(([tab, { layout }]) => [tab, [...layout.columns]]);
  const { settings, priceList, events, emails, head } = view;
  const cells = orders.cells();
  const digests: string[] = [];
  for (let from = 0; from < cells.length; from += CHUNK)
    digests.push(crypto.sha256(JSON.stringify(cells.slice(from, from + CHUNK))));
  const rest = [RELEASE, places, settings, priceList, events, emails, head, outbox.states(view)];
  return crypto.sha256(JSON.stringify([...digests, ...rest]));
};

/**
 * Whether everything is as the last whole sweep left it, and nothing has become due since: then another one would
 * find nothing to do. Every cell of the Orders tab counts, so that an edit that sent no event is seen; so do the states
 * of all emails, what staff have set, and the Ledger's revision, which changes with every commit.
 */
export const isUnchangedSince = ({ properties }: UnchangedPorts, print: string, now: number): boolean => {
  const looked = readLooked(properties.all()[LOOKED]);
  return looked !== null && looked.print === print && now < looked.until;
};

/** Keeps the digest of what a whole sweep found and didn't change. */
export const keepPrint = ({ properties }: UnchangedPorts, print: string, now: number, nextDue: number): void => {
  const looked: Looked = { print, until: Math.min(nextDue, now + LONGEST) };
  const known = readLooked(properties.all()[LOOKED]);
  if (looked.until <= now || (known?.print === print && known.until === looked.until)) return;
  properties.set({ [LOOKED]: JSON.stringify(looked) });
};

const readLooked = (text: string | undefined): Looked | null => {
  try {
    const { print, until } = JSON.parse(text ?? '') as Looked;
    return typeof print === 'string' && Number.isFinite(until) ? { print, until } : null;
  } catch {
    return null;
  }
};
