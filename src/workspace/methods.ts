import { EXPORT_METHODS } from '../backup/export-methods';
import type { TabExport } from '../backup/export-tabs';
import { BACKUP_METHODS } from '../backup/methods';
import type { RestorePorts } from '../backup/restore';
import { HEALTH_METHODS } from '../health/methods';
import type { HealthPorts } from '../health/read-health';
import type { MenuPorts } from '../lifecycle/on-menu';
import { MAIL_METHODS, type MailBackstage } from '../mail/staff/methods';
import type { Properties } from '../ports';
import { REPORT_METHODS, type ReportBackstage } from '../reports/methods';
import { SELF_TEST_METHODS } from '../selftest/methods';
import type { SelfTestPorts } from '../selftest/self-test';
import { type Checklist, checklistOf } from '../setup/checklist';
import { makeLive, makePractice, roleOfSheet, runSetUp, type SetUpPorts } from '../setup/run-set-up';
import { runTestOrder, sampleOrder, type TestOrderPorts } from '../setup/test-order';
import { checkWebApp } from '../setup/web-app';
import { readConfig } from '../workbook/config';
import { SETTINGS } from '../workbook/settings';
import { listOf, oneOf, recordOf, text, wholeOrNull } from './argument-checks';
import { planBulk, runBulk } from './bulk';
import type { ErasePorts } from './erase/erase-customer';
import { ERASE_METHODS } from './erase/methods';
import { EVENT_METHODS } from './events/methods';
import { NEW_ORDER_METHODS } from './new-order/methods';
import type { NewOrderPorts } from './new-order/new-order';
import { CARD_METHODS, type CardBackstage } from './order-card/methods';
import { PRICE_METHODS } from './prices/methods';
import { ForPeople, method, type RpcMethod } from './rpc';
import { keepSettings, saveSettings, settingLines } from './settings-form';
import { TODAY_METHODS, type TodayBackstage } from './today/methods';

/** What the methods of dialogs work with; each is made when it is first needed. */
export interface Backstage {
  readonly version: string;
  /** Set-up works in any spreadsheet. */
  readonly setUp: () => SetUpPorts & { readonly mailsLeft: () => number };
  /** The live sheet; in a copy it throws a sentence that says so. */
  readonly live: () => MenuPorts &
    NewOrderPorts &
    TestOrderPorts &
    ReturnType<CardBackstage['live']> &
    ReturnType<MailBackstage['live']> &
    ReturnType<ReportBackstage['live']> &
    ReturnType<TodayBackstage['live']>;
  /** The same with the operator's Drive folder of backups. */
  readonly backup: () => RestorePorts;
  /** How everything stands; null in a copy. */
  readonly health: () => HealthPorts | null;
  readonly exports: () => TabExport;
  readonly erase: () => ErasePorts;
  /** Null in a copy. */
  readonly selfTest: () => (SelfTestPorts & { readonly sends: boolean }) | null;
  readonly copyProperties: () => Properties;
}

const needOperator = (backstage: Backstage): void => {
  if (roleOfSheet(backstage.setUp()) !== 'operator')
    throw new ForPeople('Only the operator may do this: the account that set this sheet up. Nothing was done.');
};

const setUp = (backstage: Backstage, answers: Parameters<typeof runSetUp>[1]): Checklist => {
  const ports = backstage.setUp();
  const result = runSetUp(ports, answers);
  const isLive = result.role === 'operator' || result.role === 'staff';
  const properties = ports.properties.all();
  return checklistOf(result, {
    version: backstage.version,
    person: ports.person,
    view: isLive && properties.SPREADSHEET_ID ? backstage.live().workbook.read() : null,
    properties,
    mailsLeft: ports.mailsLeft,
  });
};

const mark = oneOf('paid', 'shipped', 'picked up', 'paid and shipped', 'cancelled');

/** Everything that dialogs may call, by name. */
export const METHODS: Readonly<Record<string, RpcMethod<Backstage>>> = {
  ...TODAY_METHODS,
  ...CARD_METHODS,
  ...MAIL_METHODS,
  ...REPORT_METHODS,
  'setUp.run': method([recordOf(wholeOrNull)], (backstage: Backstage, answers) => setUp(backstage, answers)),
  'setUp.chooseCopy': method([oneOf('practice', 'live')], (backstage: Backstage, choice) => {
    const ports = backstage.setUp();
    const role = roleOfSheet(ports);
    if (role !== 'copy' && role !== 'practice')
      throw new ForPeople('This is the live sheet already. Nothing was done.');
    if (choice === 'practice') makePractice(ports);
    else if (ports.owner && ports.owner !== ports.person)
      throw new ForPeople(`Only the owner of this copy (${ports.owner}) can make it the live sheet. Nothing was done.`);
    else makeLive(ports);
    return setUp(backstage, {});
  }),
  'setUp.webApp': method([text(300)], (backstage: Backstage, address) => {
    needOperator(backstage);
    const url = address.trim();
    const live = backstage.live();
    const { prices } = readConfig(live.workbook.read(), undefined);
    const checked = checkWebApp(live, url, sampleOrder(prices[0]?.size ?? '4x6', live.person));
    if (checked.ok) keepSettings(live, { [SETTINGS.webAppUrl.key]: url });
    return checked;
  }),
  'setUp.testOrder': method([], (backstage: Backstage) => {
    needOperator(backstage);
    return runTestOrder(backstage.live());
  }),
  'bulk.plan': method([mark], ({ live }: Backstage, what) => planBulk(live(), what)),
  'bulk.planOrders': method([mark, listOf(text(200), 500)], ({ live }: Backstage, what, ids) =>
    planBulk(live(), what, ids),
  ),
  'bulk.run': method([mark, listOf(text(200), 100), text(300)], ({ live }: Backstage, what, ids, reason) =>
    runBulk(live(), what, ids, reason.trim() || (what === 'cancelled' ? 'none given' : '')),
  ),
  ...EVENT_METHODS,
  ...NEW_ORDER_METHODS,
  ...PRICE_METHODS,
  ...BACKUP_METHODS,
  ...HEALTH_METHODS,
  ...EXPORT_METHODS,
  ...ERASE_METHODS,
  ...SELF_TEST_METHODS,
  'settings.read': method([], ({ live }: Backstage) => settingLines(live())),
  'settings.write': method([recordOf(text(1_000))], ({ live }: Backstage, values) => saveSettings(live(), values)),
  'setUp.secret': method([], (backstage: Backstage) => {
    needOperator(backstage);
    return (backstage.live().properties.all().WEBHOOK_SECRETS ?? '').split(/\s+/)[0] ?? '';
  }),
};
