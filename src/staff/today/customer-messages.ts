import { textOf } from '../../workbook/layout';
import type { Seen } from './facts';

/** What a customer said that needs attention, until staff click Done. */
export interface CustomerMessage {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** A rating of 3 or less, or prints that haven't arrived. */
  readonly what: 'rating' | 'not arrived';
  /** As the Feedback column has it; blank when the prints are missing. */
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const LOW_RATING = 3;
/** How many the sidebar lists; the rest follow when some are done. */
const MOST = 20;

/** What customers said, newest first, and how many messages there are. */
export const customerMessages = (
  seen: readonly Seen[],
): { readonly messages: readonly CustomerMessage[]; readonly count: number } => {
  const messages = seen.flatMap(({ id, row, known }): CustomerMessage[] => {
    const { feedback, notArrived, notArrivedSettled } = known?.progress ?? {};
    const about = { id, number: textOf(row.cells['Order Number']), name: textOf(row.cells['Customer Name']) };
    const isLow = feedback?.rating !== undefined && feedback.rating <= LOW_RATING && feedback.settled === undefined;
    return [
      ...(isLow
        ? [
            {
              ...about,
              what: 'rating',
              text: textOf(row.cells.Feedback),
              at: feedback.at,
            } as const satisfies CustomerMessage,
          ]
        : []),
      ...(notArrived && !notArrivedSettled
        ? [{ ...about, what: 'not arrived', text: '', at: notArrived } as const satisfies CustomerMessage]
        : []),
    ];
  });
  return { messages: messages.sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST), count: messages.length };
};
