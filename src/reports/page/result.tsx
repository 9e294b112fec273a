import { Empty, Notice } from '../../ui-kit/parts';
import type { ReportSummary as Summary } from '../methods';

/** The key figures of the report, and whether it matches the tabs. */
export const Result = ({ summary }: { readonly summary: Summary }) => (
  <section aria-label="The report">
    <h2>{summary.title}</h2>
    {summary.lines.map((line) => (
      <p class="soft small" key={line}>
        {line}
      </p>
    ))}
    <Notice kind={summary.agrees ? 'good' : 'warning'}>
      <p>{summary.verdict}</p>
    </Notice>
    {summary.isEmpty ? (
      <Empty>No sales in this period.</Empty>
    ) : (
      <table class="figures">
        <caption class="hidden">Key figures</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" class="number">
              This period
            </th>
            {summary.hasBefore && (
              <>
                <th scope="col" class="number">
                  Before
                </th>
                <th scope="col" class="number">
                  Change
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {summary.rows.map(({ heading, cells: [label, ...figures] }) => (
            <tr key={label} class={heading ? 'heading' : ''}>
              <td colSpan={heading ? (summary.hasBefore ? 4 : 2) : 1}>{label}</td>
              {figures.map((figure, index) => (
                <td class="number" key={index}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
