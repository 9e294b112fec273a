import type { Clock } from '../core/ports';
import type { KnownBackup } from './known-backups';

const counted = (count: number, what: string): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`);

/** What a copy holds that the next one lacks; blank for nothing but other totals. */
const lackingText = ({ lacking }: KnownBackup): string => {
  if (lacking && lacking.rows > 0) return `the rows of ${counted(lacking.rows, 'order')}`;
  if (lacking && lacking.records > 0) return `the program's own record of ${counted(lacking.records, 'order')}`;
  return '';
};

/** What the person who makes a copy is told when the one before it holds more; blank when it does not. */
export const besideText = (clock: Clock, made: KnownBackup, before: KnownBackup | undefined): string => {
  if (!before?.lacking) return '';
  const when = clock.local(new Date(before.at)).replace('T', ' ').slice(0, 16);
  if (before.rows > made.rows)
    return `This copy has ${counted(made.rows, 'row')}, the one of ${when} has ${before.rows}: both are kept.`;
  const what = lackingText(before);
  return what
    ? `This copy lacks ${what}, which the one of ${when} holds: both are kept.`
    : `This copy differs in totals or in its Ledger from the one of ${when}: both are kept.`;
};

/** Why the list shows an older copy beside the next one; blank when that holds all of it. */
export const keptText = (copy: KnownBackup, next: KnownBackup | undefined): string => {
  if (!copy.lacking) return '';
  if (next && copy.rows > next.rows) return `kept: it has ${counted(copy.rows, 'row')}, the next one ${next.rows}`;
  const what = lackingText(copy);
  return what ? `kept: it holds ${what}, the next one does not` : 'kept: totals or Ledger of the next one differ';
};
