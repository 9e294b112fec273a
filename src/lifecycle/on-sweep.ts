import { newGeneration } from '../api/read-cache';
import { deliver } from '../mail/deliver';
import { type DueMailPorts, deliverDue } from '../mail/deliver-due';
import { LAST_GOOD, readConfig } from '../workbook/config';
import type { EditPorts } from './on-edit';
import { sweepOrders } from './sweep';

/** The 5-minute sweep: settles what events missed, then sends what is due (design.md 3). */
export const onSweep = (ports: EditPorts & DueMailPorts): void => {
  const view = ports.workbook.read();
  const config = readConfig(view, ports.properties.all()[LAST_GOOD]);
  const claimedAt = ports.clock.now().getTime();
  const report = sweepOrders(ports, view, config);
  if (report && report.accepted > 0) newGeneration(ports.cache, ports.crypto);
  deliver(ports, view, config, report?.mails ?? [], claimedAt);
  deliverDue(ports, view, config);
};
