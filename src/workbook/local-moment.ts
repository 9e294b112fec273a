import { cleanText } from '../domain/text/clean';
import { plainDashes, plainSpaces } from '../domain/text/look-alikes';
import { localDateTimeOf, serialOf } from './date-serial';
import { readDay } from './day-writing';
import type { Cell } from './layout';
import { readTime } from './time-writing';
import { instantsOf, type ToLocal } from './zone-instant';

/** A moment as someone wrote it into a sheet. */
export interface LocalMoment {
  /** `2024-03-04T17:16:00`, in the zone of the sheet. */
  readonly local: string;
  /** ISO 8601, UTC. Of an hour that the clocks repeat, the first one; of a day without a time, its first moment. */
  readonly instant: string;
  /** Whether only a day was written. */
  readonly isDay: boolean;
}

export type MomentReading = { readonly moment: LocalMoment } | { readonly problem: string };

/** Serial numbers of 1990 to 2099; others are quantities, years, ZIP codes. */
const FIRST_SERIAL = serialOf('1990-01-01T00:00:00');
const END_OF_SERIALS = serialOf('2100-01-01T00:00:00');

/** A day without a time begins at its first moment, though a change of clocks may skip midnight. */
const dayAt = (day: string, toLocal: ToLocal): MomentReading => {
  const local = `${day}T00:00:00`;
  const { all, behindGap } = instantsOf(local, toLocal);
  return { moment: { local, instant: new Date(all[0] ?? behindGap).toISOString(), isDay: true } };
};

const timeAt = (local: string, toLocal: ToLocal): MomentReading => {
  const [instant] = instantsOf(local, toLocal).all;
  if (instant !== undefined) return { moment: { local, instant: new Date(instant).toISOString(), isDay: false } };
  return { problem: `there was no ${local.slice(11, 16)} on ${local.slice(0, 10)}: the clocks were set forward` };
};

const fromSerial = (serial: number, toLocal: ToLocal): MomentReading => {
  const local = localDateTimeOf(serial);
  return Number.isInteger(serial) ? dayAt(local.slice(0, 10), toLocal) : timeAt(local, toLocal);
};

const fromText = (text: string, toLocal: ToLocal): MomentReading => {
  const reading = readTime(text);
  if ('problem' in reading) return reading;
  const day = readDay(reading.rest);
  if ('problem' in day) return day;
  if (reading.time === null) return dayAt(day.day, toLocal);
  const written = `${day.day}T${reading.time.text}`;
  if (reading.time.ahead === null) return timeAt(written, toLocal);
  const instant = new Date(Date.parse(`${written}Z`) - reading.time.ahead * 60_000);
  return { moment: { local: toLocal(instant), instant: instant.toISOString(), isDay: false } };
};

/**
 * Reads a date as people and exports write it, in the zone of the sheet: a serial number (also as text), ISO 8601, month
 * first as in the US, names of months, with a time, AM or PM and a zone. What is ambiguous, impossible or incomplete is a
 * problem with its reason, and never a value that was made up. A day without a time is that day in the sheet's zone.
 */
export const readLocalMoment = (cell: Cell, toLocal: ToLocal): MomentReading => {
  const text = plainDashes(plainSpaces(cleanText(String(cell)).text)).toLowerCase();
  if (text === '') return { problem: 'The date is blank' };
  const isNumber = typeof cell === 'number' || /^\d{5}(?:\.\d+)?$/.test(text);
  const serial = Number(text);
  if (isNumber && serial >= FIRST_SERIAL && serial < END_OF_SERIALS) return named(cell, fromSerial(serial, toLocal));
  if (isNumber && !/^\d{8}$/.test(text)) return named(cell, { problem: 'it is a number outside of 1990 to 2099' });
  return named(cell, fromText(text, toLocal));
};

const named = (cell: Cell, reading: MomentReading): MomentReading =>
  'problem' in reading
    ? { problem: `${JSON.stringify(cell).slice(0, 60)} can't be read as a date: ${reading.problem}` }
    : reading;
