import type { RestorePorts } from '../backup/restore';
import type { StaffPorts } from '../core/staff-ports';
import { callOff, endHere, standingHere } from '../moving/end-here';
import { lookAt } from '../moving/look';
import type { MovingPorts } from '../moving/moving-ports';
import { beginTaking, giveUpTaking, goOnTaking, takingHere, tellOld } from '../moving/take';
import { oneOf, recordOf, text, wholeOrNull } from '../rpc/argument-checks';
import { dialog } from '../rpc/dialog';
import { ForPeople, method } from '../rpc/rpc';
import { readConfig } from '../workbook/config';
import { SETTINGS } from '../workbook/settings';
import { type Checklist, checklistOf } from './checklist';
import { restoreLedger } from './lost-ledger';
import { makeLive, makePractice, roleOfSheet, runSetUp, type SetUpPorts, type TakeOverChoice } from './run-set-up';
import { runTestOrder, sampleOrder, type TestOrderPorts } from './test-order';
import { checkWebApp } from './web-app';

interface SetUpBackstage {
  readonly version: string;
  /** The spreadsheet in front of the person, whichever it is. */
  readonly setUp: () => SetUpPorts & { readonly emailsLeft: () => number };
  readonly moving: () => MovingPorts;
  readonly live: () => TestOrderPorts & RestorePorts & Pick<StaffPorts, 'writeSettings'>;
}

const needOperator = (backstage: SetUpBackstage): void => {
  if (roleOfSheet(backstage.setUp()) !== 'operator')
    throw new ForPeople('Only the operator, the account that set up this sheet, can do this. Nothing was changed.');
};

const setUp = (
  backstage: SetUpBackstage,
  answers: Parameters<typeof runSetUp>[1],
  choice: TakeOverChoice = 'show first',
): Checklist => {
  const ports = backstage.setUp();
  const result = runSetUp(ports, answers, choice);
  const isLive = result.role === 'operator' || result.role === 'staff';
  const properties = ports.properties.all();
  return checklistOf(result, {
    version: backstage.version,
    person: ports.person,
    view: isLive && properties.SPREADSHEET_ID ? backstage.live().workbook.read() : null,
    properties,
    emailsLeft: ports.emailsLeft,
  });
};

/** The dialog Set up this sheet. */
export const SET_UP = dialog(
  { page: 'set-up', title: 'Set up this sheet', size: [640, 620] },
  {
    'setUp.run': method([recordOf(wholeOrNull)], (backstage: SetUpBackstage, answers) => setUp(backstage, answers)),
    'setUp.takeOver': method([], (backstage: SetUpBackstage) => setUp(backstage, {}, 'at once')),
    'setUp.restoreLedger': method([], (backstage: SetUpBackstage) => {
      needOperator(backstage);
      const restored = restoreLedger(backstage.live());
      if (restored === 0) throw new ForPeople('No backup has more data for these orders. Nothing was changed.');
      return setUp(backstage, {});
    }),
    'setUp.chooseCopy': method([oneOf('practice', 'live')], (backstage: SetUpBackstage, choice) => {
      const ports = backstage.setUp();
      const role = roleOfSheet(ports);
      if (role !== 'copy' && role !== 'practice')
        throw new ForPeople('This is already the live sheet. Nothing was changed.');
      if (choice === 'practice') makePractice(ports);
      else if (ports.owner && ports.owner !== ports.person)
        throw new ForPeople(
          `Only the owner of this copy (${ports.owner}) can make it the live sheet. Nothing was changed.`,
        );
      else makeLive(ports);
      return setUp(backstage, {});
    }),
    'setUp.webApp': method([text(300)], (backstage: SetUpBackstage, address) => {
      needOperator(backstage);
      const url = address.trim();
      const live = backstage.live();
      const { prices } = readConfig(live.workbook.read(), undefined);
      const checked = checkWebApp(live, url, sampleOrder(prices[0]?.size ?? '4x6', live.person));
      if (checked.ok) {
        live.writeSettings({ [SETTINGS.webAppUrl.key]: url });
        tellOld(backstage.moving(), url);
      }
      return checked;
    }),
    'setUp.address': method([text(200)], (backstage: SetUpBackstage, address) => {
      needOperator(backstage);
      backstage.live().writeSettings({ [SETTINGS.studioAddress.key]: address });
      return 'kept';
    }),
    'setUp.testOrder': method([], (backstage: SetUpBackstage) => {
      needOperator(backstage);
      return runTestOrder(backstage.live());
    }),
    // A move to another sheet: the old sheet's side, and the new one's.
    'moving.end': method([], (backstage: SetUpBackstage) => endHere(backstage.moving())),
    'moving.callOff': method([], (backstage: SetUpBackstage) => {
      callOff(backstage.moving());
      return setUp(backstage, {});
    }),
    'moving.standing': method([], (backstage: SetUpBackstage) => standingHere(backstage.moving())),
    'moving.look': method([text(300)], (backstage: SetUpBackstage, address) => lookAt(backstage.moving(), address)),
    'moving.take': method([text(300), text(100)], (backstage: SetUpBackstage, address, code) =>
      beginTaking(backstage.moving(), address, code),
    ),
    'moving.goOn': method([], (backstage: SetUpBackstage) => goOnTaking(backstage.moving())),
    'moving.taking': method([], (backstage: SetUpBackstage) => takingHere(backstage.moving())),
    'moving.giveUp': method([], (backstage: SetUpBackstage) => {
      giveUpTaking(backstage.moving());
      return setUp(backstage, {});
    }),
    'setUp.secret': method([], (backstage: SetUpBackstage) => {
      needOperator(backstage);
      return (backstage.live().properties.all().WEBHOOK_SECRETS ?? '').split(/\s+/)[0] ?? '';
    }),
  },
);
