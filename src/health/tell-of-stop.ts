import type { Ports } from '../core/all-ports';
import { raiseAlert } from '../email/alert-operator';
import { type AlertPorts, sendAlerts } from '../email/send-alerts';

/** Emails the operator right away that the sweep has stopped, since no sweep will. `text` says since when. */
export const tellOfStop = (ports: AlertPorts & Pick<Ports, 'workbook'>, text: string): void => {
  raiseAlert(ports, 'SWEEP', {
    subject: 'Emails are stuck: the 5-minute check has stopped',
    text: `${text} Orders are still coming in.\n\nWhat to do: open the sheet and choose CPS Orders > Set up this sheet, because most often Google just needs your permission again. If that doesn't help, CPS Orders > Health lists other possible causes.`,
  });
  sendAlerts(ports, ports.workbook.read());
};
