import { afterAll, expect, test } from '@jest/globals';
import { type Mutation, mutatedBundle, removeMutants } from '../support/mutated-bundle';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);
afterAll(removeMutants);

/** What the program did before it was made right in either answer of Google, and what tells. */
interface Planted extends Mutation {
  readonly name: string;
  /** @returns whether all is well. */
  readonly isWell: (shop: Shop) => Promise<boolean>;
}

const orders = async (shop: Shop, count: number): Promise<void> => {
  for (let nth = 0; nth < count; nth++) await shop.post({ ...PAUL, orderId: `order-${nth}` });
};
const turned = (shop: Shop, switches: object) => shop.office.weather({ switches });

const BUGS: readonly Planted[] = [
  {
    name: 'a service that is not switched on is any error',
    file: 'google/sheets-api.ts',
    text: 'throw isOff(thrown as ApiError) ? new ServiceOff() : thrown;',
    instead: 'throw thrown;',
    isWell: async (shop) => {
      turned(shop, { serviceOff: true });
      return String((await shop.post(PAUL)).error).includes('click + next to Services');
    },
  },
  {
    name: 'formats that a table refuses are asked for again and again',
    file: 'google/sheets-committer.ts',
    text: 'return send(isPlain(head)) ?? send(true) ?? REFUSED;',
    instead: 'return send(isPlain(head)) ?? REFUSED;',
    isWell: async (shop) => {
      turned(shop, { typedColumns: 'Orders' });
      await orders(shop, 2);
      return shop.rows('Orders').length === 2;
    },
  },
  {
    name: 'reads that are used up fail the edit',
    file: 'google/sheets-reader.ts',
    text: 'if (!this.areShort()) throw new ReadsUsedUp(message);',
    instead: 'if (!this.areShort()) throw thrown;',
    isWell: async (shop) => {
      await orders(shop, 1);
      for (let nth = 0; nth < 65; nth++) await shop.type('L2', nth % 2 === 0 ? 'oops' : 'wrong');
      return shop.office.records.every(({ status }) => status === 'completed');
    },
  },
  {
    name: 'each visitor reads the properties',
    file: 'google/script-services.ts',
    text: 'this.fromCopy ? new ScriptCache().get(COPY) : null;',
    instead: 'null as string | null;',
    isWell: async (shop) => {
      for (let nth = 0; nth < 3; nth++) await shop.get('route=health');
      const reads = shop.office.records.slice(-2).map(({ calls }) => calls['Properties.getProperties'] ?? 0);
      return reads.every((count) => count === 0);
    },
  },
  // Rejected requests are kept within the lock besides (intake/rejected.ts); alerts, the digest, backups and the header watch append
  // through the same function (appended-at-once.test.ts), but once a sweep, when nobody else does.
  {
    name: 'lines are appended out of turn',
    file: 'google/append-row.ts',
    text: 'const isHeld = lock.tryLock(WAIT);',
    instead: 'const isHeld = false;',
    isWell: async (shop) => {
      turned(shop, { appendsCollide: true });
      const before = shop.rows('Activity').length;
      for (let nth = 0; nth < 3; nth++) {
        shop.office.addFault({ service: 'Sheets.Spreadsheets.Values.batchGet', nth: 1, kind: 'before' });
        await shop.post({ ...PAUL, orderId: `error-${nth}` });
      }
      return shop.rows('Activity').length === before + 3;
    },
  },
  {
    name: 'triggers are known by their full names alone',
    file: 'google/trigger-ids.ts',
    text: "lastPart(trigger.getHandlerFunction() ?? '') === lastPart(handler) || trigger.getUniqueId() === kept()[handler];",
    instead: 'trigger.getHandlerFunction() === handler;',
    isWell: async ({ office }) => {
      office.weather({ switches: { handlerNames: 'last part' } });
      const [first] = office.world.triggers.all();
      if (first) office.world.triggers.delete(first.id);
      for (let times = 0; times < 2; times++) await office.call('App.setUp');
      return office.world.triggers.all().length === 4;
    },
  },
  {
    name: 'the check of an account believes that methods work',
    file: 'google/check-account.ts',
    text: "const hasRung = properties.getProperty(RANG) === 'yes';",
    instead: 'const hasRung = true;',
    isWell: async (shop) => {
      turned(shop, { methodHandlers: false });
      for (let times = 0; times < 2; times++) {
        await shop.office.call('checkThisAccount');
        await shop.office.advance(4 * 60_000);
      }
      return !JSON.stringify(shop.office.records.map(({ log }) => log)).includes('name a method: OK');
    },
  },
  {
    name: 'what is read after a commit that is seen late is what stood there before',
    file: 'google/late-reads.ts',
    text: "if (this.token === '') return false;",
    instead: 'if (this.token.length >= 0) return false;',
    isWell: async (shop) => {
      turned(shop, { apiWritesSeenLate: true });
      const { world } = shop.office;
      const { perform } = world;
      world.perform = (name, args, actor, since) => {
        if (name === 'Sheets.Spreadsheets.batchUpdate') {
          world.perform = perform;
          void shop.office.rows({ sheet: 'Orders', action: 'moveColumn', column: 'D', before: 'A' });
        }
        return perform.call(world, name, args, actor, since);
      };
      await orders(shop, 1);
      return shop.rows('Orders')[0]?.['Order ID'] === 'order-0';
    },
  },
];

test.each(BUGS)(
  'it is found when $name',
  async ({ isWell, ...bug }) => {
    const [right, wrong] = [await openShop(), await openShop({ script: await mutatedBundle(bug) })];
    expect(await isWell(right)).toBe(true);
    expect(await isWell(wrong).catch(() => false)).toBe(false);
  },
  60_000,
);
