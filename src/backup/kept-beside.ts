import type { Clock } from '../core/ports';
import { shownTime } from '../core/shown-time';
import { count, numberText } from '../domain/text/for-people';
import type { KnownBackup } from './known-backups';

/** What a copy holds that the next one lacks; blank for nothing but other totals. */
const lackingText = ({ lacking }: KnownBackup): string => {
  if (lacking && lacking.rows > 0) return `the rows of ${count(lacking.rows, 'order')}`;
  if (lacking && lacking.records > 0) return `the order log entries of ${count(lacking.records, 'order')}`;
  return '';
};

/** What the dialog says when the copy before it holds more; blank when it doesn't. */
export const besideText = (clock: Clock, made: KnownBackup, before: KnownBackup | undefined): string => {
  if (!before?.lacking) return '';
  const when = shownTime(clock, before.at);
  if (before.rows > made.rows)
    return `This copy has ${count(made.rows, 'row')}; the one from ${when} has ${numberText(before.rows)}. Both are kept.`;
  const what = lackingText(before);
  return what
    ? `This copy is missing ${what} that the one from ${when} has. Both are kept.`
    : `This copy's totals or Ledger differ from the one from ${when}. Both are kept.`;
};

/** Why the list shows an older copy beside the next one; blank when that holds all of it. */
export const keptText = (copy: KnownBackup, next: KnownBackup | undefined): string => {
  if (!copy.lacking) return '';
  if (next && copy.rows > next.rows)
    return `kept: it has ${count(copy.rows, 'row')}, the next one ${numberText(next.rows)}`;
  const what = lackingText(copy);
  return what
    ? `kept: it has ${what}, and the next one doesn't`
    : 'kept: the next one has different totals or a different Ledger';
};
