import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { emailOfStep } from '../../src/domain/email-kind';
import {
  FIRST_STATUS,
  FULFILLMENTS,
  ORDER_STATUSES,
  SHIPPING_COURSE,
  SHIPPING_FACTS,
  SHIPPING_STATUSES,
  STATUS_FACTS,
} from '../../src/domain/statuses';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const words = (list: readonly string[]): string =>
  list.map((word) => `\`${word}\``).join(', ') || 'nothing: it is an end';

/** The tables of docs/statuses.md, as the program's own tables say them. */
const tables = (): string[] => [
  ...ORDER_STATUSES.map((from) => line([`\`${from}\``, words(STATUS_FACTS[from].next)])),
  ...SHIPPING_STATUSES.map((from) => line([`\`${from}\``, words(SHIPPING_FACTS[from].next)])),
  ...FULFILLMENTS.map((way) =>
    line([`\`${way}\``, `\`${SHIPPING_COURSE[way].start}\``, `\`${SHIPPING_COURSE[way].end}\``]),
  ),
  ...FULFILLMENTS.flatMap((way) =>
    ORDER_STATUSES.filter((status) => status !== FIRST_STATUS).map((status) => {
      const kind = emailOfStep({ status, shipping: null }, way);
      return line([`\`${way}\``, `\`${status}\``, kind ? `\`${kind}\`` : 'none']);
    }),
  ),
];

test('docs/statuses.md says of every status what may follow it and which email it makes, as the tables do', () => {
  const page = readFileSync('docs/statuses.md', 'utf8').split('\n');
  for (const each of tables()) expect(page).toContain(each);
  const rows = page.filter((each) => each.startsWith('| `'));
  expect(rows).toHaveLength(tables().length);
});

/** Every list of allowed words in a JSON schema. */
const enumsIn = (schema: unknown): string[][] =>
  Object.entries(typeof schema === 'object' && schema ? schema : {}).flatMap(([key, value]) =>
    key === 'enum' ? [value] : enumsIn(value),
  );

test('docs/openapi.json and docs/design.md name every status wherever they list them', () => {
  const lists = enumsIn(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
  const statuses = lists.filter((each) => each.includes(FIRST_STATUS));
  expect(statuses).toEqual([[...ORDER_STATUSES], [...ORDER_STATUSES]]);
  const column = line(['L', 'Status', words(ORDER_STATUSES)]);
  expect(readFileSync('docs/design.md', 'utf8').split('\n')).toContain(column);
});
