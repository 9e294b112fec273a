import { type Choice, planOf, type ReportPlan } from './choice';
import type { ReportPorts } from './report-ports';
import { type SalesReport, salesReport } from './sales-report';
import { zoneInWords } from './zone-words';

/** A choice that can't be reported on; the message is a sentence for staff. */
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

/** The report for a choice. @throws WrongChoice before anything is read. */
export const chosenReport = (ports: Ports, choice: Choice): SalesReport => {
  const check = (today: number): ReportPlan => {
    const plan = planOf(choice, today);
    if ('wrong' in plan) throw new WrongChoice(`${plan.wrong} Nothing was changed.`);
    return plan;
  };
  // Whether the choice is valid doesn't depend on the day.
  check(0);
  return makeReport(ports, check);
};
