import { raiseAlert, raisedAt } from '../../email/alert-operator';
import { type AlertPorts, sendAlerts } from '../../email/send-alerts';
import { configOf } from '../../workbook/config';
import { morningList } from './morning-list';
import { factsNow, type TodayPorts } from './read-today';

export type MorningPorts = TodayPorts & AlertPorts;

/**
 * Emails the operator what Today lists, if it's turned on and there is something: at most once a day, however often the
 * trigger runs. It is sent like an alert, so it may use the emails reserved for those; if this execution dies, the next
 * sweep sends it.
 */
export const emailMorningList = (ports: MorningPorts): void => {
  const view = ports.workbook.read();
  if (!configOf(ports, view).settings.morningList) return;
  const { facts } = factsNow(ports, view);
  const claimed = ports.once(raisedAt('MORNING'), LOCK_WAIT, (current) => {
    const last = Date.parse(current);
    const dayOf = (moment: number): string => ports.clock.local(new Date(moment)).slice(0, 10);
    if (!Number.isNaN(last) && dayOf(last) === dayOf(facts.now.getTime())) return false;
    const id = facts.properties.SPREADSHEET_ID ?? '';
    const list = morningList(facts, id ? `https://docs.google.com/spreadsheets/d/${id}/edit` : '');
    if (list) raiseAlert(ports, 'MORNING', list);
    return list !== null;
  });
  if (!claimed?.value) return;
  sendAlerts(ports, view);
};

const LOCK_WAIT = 10_000;
