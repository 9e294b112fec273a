import type { Alert } from '../../core/email-writer';
import { defuse } from '../../domain/defuse';
import { LONGEST_ALERT } from '../../email/alert-operator';
import { harmless } from '../../email/one-line';
import { textOf } from '../../workbook/layout';
import { SETTINGS } from '../../workbook/settings';
import type { TodayFacts } from './facts';
import type { TodayItem } from './items';
import { todayOf } from './today';

/** How many orders a line names. */
const MOST_NAMED = 4;
const END = `CPS Orders > Today takes you to each row. To stop this email, turn off "${SETTINGS.morningList.key}" in CPS Orders > Settings.`;

const counted = (count: number): string => (count === 1 ? '1 item needs' : `${count} items need`);

/** What Today lists, as an alert; null when it lists nothing. Pure. */
export const morningList = (facts: TodayFacts, address: string): Alert | null => {
  const { items, messages } = todayOf(facts);
  const things = items.length + messages.length;
  if (things === 0) return null;
  const names = new Map(
    facts.orders.map(({ cells }) => [
      textOf(cells['Order ID']),
      harmless(`${textOf(cells['Order Number'])} ${textOf(cells['Customer Name'])}`),
    ]),
  );
  const lines = [
    ...items.map((item) => defuse(lineOf(item, names))),
    ...messages.map(({ id, what, text }) =>
      harmless(`- ${names.get(id) ?? id}: ${what === 'rating' ? text || 'low rating' : 'prints not received'}`),
    ),
  ];
  return {
    subject: `Good morning: ${counted(things)} your attention`,
    text: [
      fitting(lines, LONGEST_ALERT - END.length - address.length - 60),
      ...(address ? [`Open the sheet: ${address}`] : []),
      END,
    ].join('\n\n'),
  };
};

const lineOf = (
  { text, count, ids = [], rows = [], help = '' }: TodayItem,
  names: ReadonlyMap<string, string>,
): string => {
  const named = ids.slice(0, MOST_NAMED).flatMap((id) => names.get(id) ?? []);
  const more = count - named.length;
  const list = named.length > 0 ? ` (${named.join(', ')}${more > 0 ? `, and ${more} more` : ''})` : '';
  const figure = ids.length + rows.length > 0 ? `: ${count}` : '';
  return `- ${text}${figure}${list}${help ? `. ${help}` : ''}`;
};

/** As many lines as fit, and how many don't. */
const fitting = (lines: readonly string[], most: number): string => {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > most) break;
    kept.push(line);
  }
  const more = lines.length - kept.length;
  return [...kept, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
};
