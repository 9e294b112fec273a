import { afterAll, test } from '@jest/globals';
import fc from 'fast-check';
import { liveSheet } from '../backup/backup-shop';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { ROADS, type Road, stateOf, sweepTwice, wholeShop } from './damaged-shop';
import { doDamage, PLANS } from './damages';
import { expectBack } from './expect-back';

afterAll(closeOffices);

const RUNS = times(4, 50, 1_000);

test(
  'whatever is done to the sheet, each road that the program offers brings everything back: rows, record, report, own columns; no number twice, nobody emailed',
  async () => {
    const before = await stateOf(await wholeShop());
    await fc.assert(
      fc.asyncProperty(PLANS, fc.nat(), async (plan, drawn) => {
        const roads: Road[] = plan.ledger === 'whole' ? ['backup', 'Ledger', 'menu'] : ['backup'];
        const road = roads[drawn % roads.length] ?? 'backup';
        const shop = await wholeShop();
        doDamage(liveSheet(shop), plan.damages);
        await ROADS[road](shop);
        await sweepTwice(shop);
        try {
          expectBack(before, await stateOf(shop), plan, road);
        } catch (error) {
          throw new Error(`by the ${road} road: ${(error as Error).message}`);
        }
        await closeOffices();
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 2_000 + 30_000,
);
