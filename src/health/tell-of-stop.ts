import type { Ports } from '../core/all-ports';
import { raiseAlert } from '../email/alert-operator';
import { type AlertPorts, sendAlerts } from '../email/send-alerts';

/** Emails the operator at once that the sweep has stopped: no sweep would. `text` says since when. */
export const tellOfStop = (ports: AlertPorts & Pick<Ports, 'workbook'>, text: string): void => {
  raiseAlert(ports, 'SWEEP', {
    subject: 'Emails are stuck: the 5-minute check has stopped',
    text: `${text} Orders are still coming in.\n\nWhat to do: open the sheet and choose CPS Orders > Set up this sheet, since Google most often just needs your permission again. CPS Orders > Health shows what else it may be.`,
  });
  sendAlerts(ports, ports.workbook.read());
};
