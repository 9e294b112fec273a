import { keptMove, movedIn } from '../../core/moved';
import type { Cache, Clock, Crypto, Properties } from '../../core/ports';
import { busy } from '../../core/refusal';
import { card, framePage, type Page } from '../../customers/frame';
import { escapeHtml } from '../../domain/html';
import { readNote } from '../../moving/note';
import { proofOf } from '../../moving/sealed';
import { postedText, single, type WebEvent } from './web-request';

/** What a sheet that has moved works with: where its business is now, and how to send requests there. */
export interface PassPorts {
  readonly properties: Properties;
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly clock: Pick<Clock, 'now'>;
  /** The lines of a spreadsheet's Moved tab. */
  readonly note: (sheetId: string) => readonly string[];
  /** POSTs a body, or sends a GET if there is none. @throws Error if there's no response. */
  readonly ask: (url: string, body: string | null) => string;
}

const KNOWN = 'moved to';
const KNOWN_SECONDS = 600;

/** Where the business is now, as noted by the new sheet, with proof that it has the code. Blank during the move. */
const movedTo = ({ properties, cache, crypto, note }: PassPorts): string => {
  const moved = movedIn(properties.all());
  if (!moved) return '';
  const known = cache.get(KNOWN);
  if (known) return known;
  const said = readNote(noteOrNone(() => note(moved.sheet)));
  const isTrue = said?.state === 'done' && said.proof === proofOf(crypto, moved.key, said.to);
  // If the tab was deleted, what it last said still counts.
  const to = isTrue ? said.to : (moved.to ?? '');
  if (isTrue && to !== moved.to) properties.set(keptMove({ ...moved, to }));
  if (to) cache.put(KNOWN, to, KNOWN_SECONDS);
  return to;
};

const noteOrNone = (read: () => readonly string[]): readonly string[] => {
  try {
    return read();
  } catch {
    return [];
  }
};

/** Requests forwarded in one minute: each fetch uses up the operator's daily quota, and anyone can send them. */
const MOST_A_MINUTE = 60;

const isTooMany = ({ cache, clock }: PassPorts): boolean => {
  const key = `passed on:${Math.floor(clock.now().getTime() / 60_000)}`;
  const count = (Number(cache.get(key)) || 0) + 1;
  cache.put(key, String(count), 120);
  return count > MOST_A_MINUTE;
};

const MOVING = 'This sheet is moving to another one. Please send this again later.';

/**
 * Forwards the platform's request from a sheet that has moved. The new sheet can answer it because the secret it's signed with
 * moved, too. Nothing is stored here. JSON text; null for a sheet that isn't retired.
 */
export const passOn = (ports: PassPorts, event: WebEvent | null | undefined): string | null => {
  if (!movedIn(ports.properties.all())) return null;
  const to = movedTo(ports);
  if (!to) return JSON.stringify(busy(MOVING, 300));
  if (isTooMany(ports))
    return JSON.stringify(busy('Too many requests were sent to the old address within a minute.', 60));
  const query = typeof event?.queryString === 'string' && event.queryString ? `?${event.queryString}` : '';
  try {
    const text = ports.ask(`${to}${query}`, event?.postData ? postedText(event) : null);
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(busy("The sheet that this one has moved to doesn't respond.", 60));
  }
};

/** The fields of a customer's link or form. Anything else in an address is someone else's. */
const SAID = ['t', 'stars', 'action', 'rating', 'comment'];

/**
 * What customers see when they follow a link to a sheet that has moved: a button to the same page there. What they typed into
 * a form is kept. Null for a sheet that isn't retired.
 */
export const movedPage = (ports: PassPorts, event: WebEvent | null | undefined): Page | null => {
  if (!movedIn(ports.properties.all())) return null;
  const to = movedTo(ports);
  const title = 'Our pages have moved';
  if (!to)
    return framePage(title, {}, card(title, '<p>We’re moving our pages right now. Please try again in an hour.</p>'));
  if (single(event, 't') === '') {
    const start = `<p><a class="button" href="${escapeHtml(to)}" target="_top">Go to our new page</a></p>`;
    return framePage(title, {}, card(title, start));
  }
  const page = `${to}?page=${encodeURIComponent(single(event, 'page'))}`;
  const said = SAID.map((name) => [name, single(event, name)] as const).filter(([, text]) => text !== '');
  if (event?.postData) {
    const fields = said.map(([name, text]) => `<input type="hidden" name="${name}" value="${escapeHtml(text)}">`);
    const form = `<form method="post" action="${escapeHtml(page)}" target="_top">${fields.join('')}<button>Send</button></form>`;
    return framePage(
      title,
      {},
      card(title, `<p>What you typed hasn’t been sent yet. Click Send to send it.</p>${form}`),
    );
  }
  const link = page + said.map(([name, text]) => `&${name}=${encodeURIComponent(text)}`).join('');
  const go = `<p><a class="button" href="${escapeHtml(link)}" target="_top">Go to your page</a></p>`;
  return framePage(title, {}, card(title, `<p>Your link still works. The page is just at a new address.</p>${go}`));
};
