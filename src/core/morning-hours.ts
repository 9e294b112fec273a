/** Requests leave in the studio's morning: from this hour on and before that one, by the spreadsheet's clock. */
const FROM_HOUR = 9;
const TO_HOUR = 12;

const HOUR = 3_600_000;
/** A sweep comes at least this soon after the hour. */
const SWEEP = HOUR / 6;

const hoursOf = (local: string): number => Number(local.slice(11, 13)) + Number(local.slice(14, 16)) / 60;

/** Whether feedback requests may leave now. @param local `yyyy-MM-ddTHH:mm:ss` in the spreadsheet's time zone. */
export const isMorning = (local: string): boolean => hoursOf(local) >= FROM_HOUR && hoursOf(local) < TO_HOUR;

/** The moment by which requests leave on the next day, epoch milliseconds; a change to summer time may move it an hour. */
export const nextMorning = (now: number, local: string): number =>
  now + (24 + FROM_HOUR - hoursOf(local)) * HOUR + SWEEP;
