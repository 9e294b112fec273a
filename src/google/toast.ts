import type { LookReport } from '../statuses/report';

const SECONDS = 12;

/** Tells the person at the keyboard what was put back or flagged; says nothing when all was accepted. */
export const toastReport = (report: LookReport | null): void => {
  if (!report || report.putBack + report.flagged === 0) return;
  const [first = ''] = report.messages;
  const counts = `${report.accepted} accepted, ${report.putBack} put back, ${report.flagged} to look at. The notes on the cells say why.`;
  const text = report.messages.length === 1 ? first : counts;
  toastText(text);
};

/** Tells the person at the keyboard a sentence; blank says nothing. */
export const toastText = (text: string): void => {
  if (text) SpreadsheetApp.getActiveSpreadsheet().toast(text, 'CPS Orders', SECONDS);
};
