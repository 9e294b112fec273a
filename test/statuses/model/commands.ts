import fc from 'fast-check';
import type { FaultKind } from 'local-apps-script';

/** Bad weather during one command. */
export interface Weather {
  readonly service: string;
  readonly nth: number;
  readonly kind: FaultKind;
}

/** Whether the edit event arrives, never does, or arrives when the next thing has been typed. */
export type Event = 'arrives' | 'lost';

/** What people, programs and the clock do. Orders are picked by a number, modulo how many there are. */
export type Command =
  | { readonly do: 'post'; readonly pickup: boolean; readonly weather: Weather | null }
  | {
      readonly do: 'type';
      readonly order: number;
      readonly column: 'L' | 'Q';
      readonly value: string;
      readonly event: Event;
      readonly weather: Weather | null;
    }
  | {
      readonly do: 'type fast';
      readonly order: number;
      readonly first: string;
      readonly second: string;
      readonly lost: 'first' | 'second' | 'none';
    }
  | { readonly do: 'type and undo'; readonly order: number; readonly value: string }
  | {
      readonly do: 'paste';
      readonly from: number;
      readonly values: readonly string[];
      readonly event: Event;
      readonly weather: Weather | null;
    }
  | { readonly do: 'sort'; readonly column: string; readonly ascending: boolean }
  | { readonly do: 'sort some columns'; readonly columns: 'A:K' | 'L:L' | 'C:R' | 'A:A'; readonly by: string }
  | { readonly do: 'paste over'; readonly from: number; readonly over: number; readonly event: Event }
  | { readonly do: 'delete row'; readonly order: number; readonly rebuild: boolean }
  | {
      readonly do: 'ask';
      readonly order: number;
      readonly status: 'paid' | 'shipped' | 'cancelled';
      readonly weather: Weather | null;
    }
  | { readonly do: 'mark'; readonly order: number; readonly mark: 'paid' | 'paid and shipped' }
  | { readonly do: 'step back'; readonly order: number }
  | { readonly do: 'sweep'; readonly weather: Weather | null };

const order = fc.nat(20);
const event = fc.constantFrom<Event>('arrives', 'arrives', 'arrives', 'lost');
const status = fc.constantFrom(
  'paid',
  'paid',
  'shipped',
  'cancelled',
  'pending',
  'Paid ',
  ' SHIPPED',
  'void',
  'oops',
  '',
);
const shipping = fc.constantFrom('shipped', 'picked up', 'to ship', 'to pick up', 'Shipped', 'sent', '');

const weather = fc
  .option(
    fc.record({
      service: fc.constantFrom(
        'Sheets.Spreadsheets.batchUpdate',
        'Sheets.Spreadsheets.batchUpdate',
        'MailApp.sendEmail',
        'Range.setValues',
        'Range.getValues',
        'Lock.tryLock',
        'Cache.put',
      ),
      nth: fc.constantFrom(1, 1, 2, 3),
      kind: fc.constantFrom<FaultKind>('before', 'after', 'kill-before', 'kill-after', 'late'),
    }),
    { freq: 3 },
  )
  .map((it) =>
    it && it.kind === 'late' && it.service !== 'Sheets.Spreadsheets.batchUpdate'
      ? { ...it, kind: 'after' as const }
      : it,
  );

/** One random command. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('post' as const), pickup: fc.boolean(), weather }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      order,
      column: fc.constant('L' as const),
      value: status,
      event,
      weather,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      order,
      column: fc.constant('Q' as const),
      value: shipping,
      event,
      weather,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('type fast' as const),
      order,
      first: fc.constantFrom('paid', 'shipped', 'cancelled'),
      second: fc.constantFrom('shipped', 'paid', 'cancelled'),
      lost: fc.constantFrom('first', 'second', 'none'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('type and undo' as const), order, value: status }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('paste' as const),
      from: order,
      values: fc.array(status, { minLength: 2, maxLength: 6 }),
      event,
      weather,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('sort' as const),
      column: fc.constantFrom('C', 'L', 'B', 'D'),
      ascending: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        { columns: 'A:K', by: 'C' } as const,
        { columns: 'L:L', by: 'L' } as const,
        { columns: 'C:R', by: 'L' } as const,
        {
          columns: 'A:A',
          by: 'A',
        } as const,
      )
      .map((each) => ({ do: 'sort some columns' as const, ...each })),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('paste over' as const), from: order, over: order, event }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete row' as const), order, rebuild: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      order,
      status: fc.constantFrom('paid', 'shipped', 'cancelled'),
      weather,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('mark' as const),
      order,
      mark: fc.constantFrom('paid', 'paid and shipped'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('step back' as const), order }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sweep' as const), weather }) },
) as fc.Arbitrary<Command>;
