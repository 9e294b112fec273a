import { BUDGETS, BUNDLE_BUDGET } from './budgets';
import { measureBundle } from './bundle';
import { type Measured, measure } from './operations';
import { measurePage, type PageFigures } from './page';
import { overBudget } from './verdict';

const SIZES = [100, 10_000, 50_000];
const PAGE_SIZE = 10_000;

/** One line of the table, and the calls by name below it. */
const lines = ({
  operation,
  orders,
  total,
  locked,
  cellsRead,
  cellsWritten,
  apiBytes,
  scriptTime,
  estimatedTime,
  calls,
}: Measured): string[] => [
  [
    operation.padEnd(40),
    String(orders).padStart(7),
    `${total}/${BUDGETS[operation].calls}`.padStart(8),
    String(locked).padStart(7),
    String(cellsRead).padStart(10),
    String(cellsWritten).padStart(8),
    `${(apiBytes / 1_000).toFixed(1)} kB`.padStart(10),
    `${scriptTime} ms`.padStart(10),
    `${estimatedTime} ms`.padStart(10),
  ].join(' '),
  `    ${Object.entries(calls)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}`,
];

const HEADER = [
  'operation'.padEnd(40),
  'orders'.padStart(7),
  'calls'.padStart(8),
  'locked'.padStart(7),
  'read'.padStart(10),
  'written'.padStart(8),
  'bytes'.padStart(10),
  'script'.padStart(10),
  'at Google'.padStart(10),
].join(' ');

/** Figures of this machine, for information: they fail nothing. */
const pageLine = ({ orders, painted, accepted, putBack, elsewhere }: PageFigures): string =>
  `page with ${orders} orders: painted in ${Math.round(painted)} ms (aim: 1000); an edit with its consequences shown in ${Math.round(accepted)} ms, a put-back in ${Math.round(putBack)} ms (aim: 300), the edit on a second open page in ${Math.round(elsewhere)} ms (aim: 1000)`;

const run = async (): Promise<void> => {
  const isJson = process.argv.includes('--json');
  const measured: Measured[] = [];
  for (const orders of SIZES) {
    if (!isJson) console.log(`\n${HEADER}`);
    for (const each of await measure(orders)) {
      measured.push(each);
      if (!isJson) console.log(lines(each).join('\n'));
    }
  }
  const bundle = measureBundle('dist');
  const over = overBudget(measured, bundle);
  if (isJson) console.log(JSON.stringify({ measured, bundle, over }, null, 2));
  else {
    console.log(
      `\nbundle ${bundle.kilobytes} kB of ${BUNDLE_BUDGET.kilobytes}, fresh context ${bundle.freshContext.toFixed(1)} ms (aim: ${BUNDLE_BUDGET.milliseconds})`,
    );
    console.log(
      await measurePage(PAGE_SIZE).then(pageLine, (error: Error) => `the page could not be measured: ${error.message}`),
    );
    console.log(over.length === 0 ? 'All call counts are within their budgets.' : over.join('\n'));
  }
  process.exitCode = over.length === 0 ? 0 : 1;
};

await run();
