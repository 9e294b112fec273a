const DAY = 86_400_000;

const TIME = { hour: 'numeric', minute: '2-digit' } as const;

/** A moment for people: `3:05 PM` on the day of `now`, else with its day; blank for none. */
export const moment = (iso: string, now: Date): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const time = at.toLocaleTimeString('en-US', TIME);
  const isToday = Math.abs(now.getTime() - at.getTime()) < DAY && at.getDate() === now.getDate();
  return isToday ? time : `${at.toLocaleDateString('en-US', { month: 'short', day: 'numeric' })}, ${time}`;
};
