import { type Choice, planOf, type ReportPlan } from './choice';
import type { ReportPorts } from './report-ports';
import { type SalesReport, salesReport } from './sales-report';
import { zoneInWords } from './zone-words';

/** A choice that cannot be made a report of; the message is a sentence for the person. */
export class WrongChoice extends Error {}

type Ports = Pick<ReportPorts, 'source' | 'clock'>;

/** The moment and the place, as reports need them: the calendar is asked through the clock's port. */
const momentOf = ({ clock, source }: Ports) => ({
  now: clock.now(),
  timeZone: zoneInWords(source.timeZone),
  local: (moment: number) => clock.local(new Date(moment)),
});

/** Reads the sheet and makes the report of a plan. */
export const makeReport = (ports: Ports, planAt: (today: number) => ReportPlan): SalesReport =>
  salesReport(ports.source.read(), momentOf(ports), planAt);

/** The report of what a person has chosen. @throws WrongChoice before anything is read. */
export const chosenReport = (ports: Ports, choice: Choice): SalesReport => {
  const check = (today: number): ReportPlan => {
    const plan = planOf(choice, today);
    if ('wrong' in plan) throw new WrongChoice(`${plan.wrong} Nothing was changed.`);
    return plan;
  };
  // Whatever the day is, the choice is good or not.
  check(0);
  return makeReport(ports, check);
};
