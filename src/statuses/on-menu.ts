import type { StaffPorts } from '../core/staff-ports';
import { leavingSentence } from '../domain/leaving';
import { asksWhy, type Mark, makesPrintsDue, reasonOf } from '../domain/marks';
import { count } from '../domain/text/for-people';
import { deliver } from '../email/deliver';
import { leavingOf } from '../email/staff/leaving';
import { selectedIds } from '../email/staff/selected-ids';
import { entryOf } from '../ledger/lookup';
import { type Config, configOf } from '../workbook/config';
import { emailSetting } from '../workbook/emails';
import type { WorkbookView } from '../workbook/view';
import { type ChangeReport, changeOrders } from './change-orders';
import type { HandPorts } from './hand-ports';
import type { Hint } from './hint';
import { markOrders } from './mark-orders';
import { emailsByOrder } from './reconcile';
import { planRestore, restoreFacts } from './restore-orders';
import { describeStepBack, planStepBack } from './step-back';

/** What menu actions about orders need from the world. */
export type MenuPorts = HandPorts & Pick<StaffPorts, 'prompts' | 'selection' | 'person'>;

const NOTHING_SELECTED = 'Select one or more orders in the Orders tab first.';
/** Orders that a question can list. */
export const MOST_SHOWN = 20;

interface SelectedOrders {
  readonly view: WorkbookView;
  readonly config: Config;
  readonly ids: readonly string[];
}

/** The selected orders; null, with a message, when there are none. */
const chosen = (ports: MenuPorts): SelectedOrders | null => {
  const view = ports.workbook.read();
  const ids = selectedIds(ports, view);
  if (ids.length === 0) {
    ports.prompts.toast(NOTHING_SELECTED);
    return null;
  }
  return { view, config: configOf(ports, view), ids };
};

const menuHint = (ports: MenuPorts): Hint => ({
  source: 'menu',
  by: ports.person || 'staff',
  touched: new Set(),
  singleRow: false,
  seen: [],
});

/** Sends what is due and reports what was done: in a toast when all went well, otherwise in an alert. */
const conclude = (
  ports: MenuPorts,
  { view, config }: SelectedOrders,
  report: ChangeReport,
  done: string,
  began: number,
  hint = '',
): void => {
  const { changed, unchanged, troubles, emails } = report;
  const sent = deliver(ports, view, config, emails, began);
  const due = changed.flatMap(({ decision }) =>
    decision.emails.filter((kind) => emailSetting(view.emails, kind).on),
  ).length;
  const sentence = [
    changed.length > 0 || unchanged === 0 ? `${count(changed.length, 'order')} ${done}.` : '',
    unchanged > 0 ? `${count(unchanged, 'order')} ${unchanged === 1 ? 'was' : 'were'} already ${done}.` : '',
    due > 0 ? leavingSentence(due, leavingOf(ports.sends, config), { waiting: due - sent }) : '',
    changed.length > 0 ? hint : '',
  ];
  const text = [sentence.filter(Boolean).join(' '), ...troubles].join('\n');
  if (troubles.length > 0) ports.prompts.tell('CPS Orders', text);
  else ports.prompts.toast(text);
};

const PRINT_HINT = 'Print the envelope, label or packing slip with CPS Orders > Print.';

/** Menu: Mark selection > ... Canceling asks for a reason first. */
export const markSelection = (ports: MenuPorts, mark: Mark): void => {
  const selected = chosen(ports);
  if (!selected) return;
  const { view, ids } = selected;
  const reason = asksWhy(mark) ? askReason(ports, ids.length) : '';
  if (reason === null) return;
  const began = ports.clock.now().getTime();
  const report = markOrders(ports, view, ids, mark, {
    by: ports.person || 'staff',
    reason: reasonOf(mark, reason),
  });
  conclude(ports, selected, report, `marked ${mark}`, began, makesPrintsDue(mark) ? PRINT_HINT : '');
};

const askReason = ({ prompts }: MenuPorts, orders: number): string | null => {
  const [these, customers] =
    orders === 1 ? ['this order', 'The customer'] : [`these ${orders} orders`, 'Each customer'];
  return prompts.ask(
    `Cancel ${these}?`,
    `This doesn't refund anything. If the customer paid, refund them yourself. ${customers} gets an email. What's the reason for canceling?`,
  );
};

/** Menu: Step back. Shows which emails went out, asks, and goes one step back. */
export const stepBack = (ports: MenuPorts): void => {
  const selected = chosen(ports);
  if (!selected) return;
  const { view, ids } = selected;
  if (ids.length > MOST_SHOWN) {
    ports.prompts.tell('Step back', `Select up to ${MOST_SHOWN} orders at a time.`);
    return;
  }
  const emails = emailsByOrder(ports, view);
  const entries = entriesOf(ports, view, ids);
  const shown = new Map(entries.map((entry) => [entry.order.id, entry.status]));
  const lines = entries.map((entry) => describeStepBack(entry, emails.get(entry.order.id) ?? []));
  const question = [...lines, '', "Emails already sent can't be unsent and won't be sent again. Go back one step?"];
  if (!ports.prompts.confirm('Step back', question.join('\n'))) return;
  const began = ports.clock.now().getTime();
  const report = changeOrders(ports, view, ids, menuHint(ports), planStepBack(shown));
  conclude(ports, selected, report, 'moved one step back', began);
};

const entriesOf = (ports: MenuPorts, view: WorkbookView, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const entry = entryOf(ports.ledger.find(view, 'Order ID', id));
    return entry ? [entry] : [];
  });

/** Menu: Data > Restore selected rows. */
export const restoreSelection = (ports: MenuPorts): void => {
  const selected = chosen(ports);
  if (!selected) return;
  const { view, ids } = selected;
  const rows = ids.length === 1 ? 'The selected row' : `${ids.length} rows`;
  const question = `${rows} will be restored from the built-in order log: customer, address, items, amounts and statuses. Your own columns stay as they are. Continue?`;
  if (!ports.prompts.confirm('Restore selected rows', question)) return;
  const began = ports.clock.now().getTime();
  const report = changeOrders(ports, view, ids, menuHint(ports), planRestore(ports.clock, restoreFacts(ports, view)));
  conclude(ports, selected, report, 'restored', began);
};
