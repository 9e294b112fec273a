import { useState } from 'preact/hooks';
import { Action, Notice } from '../../ui-kit/parts';
import type { HeaderQuestion as Question } from '../header-repair';
import { suggestion } from './suggest';

/** Asks which columns are the ones that the program needs and did not find by name. */
export const Columns = ({
  questions,
  busy,
  onAnswer,
}: {
  readonly questions: readonly Question[];
  readonly busy: boolean;
  readonly onAnswer: (answers: Record<string, number | null>) => void;
}) => {
  const [chosen, choose] = useState<Record<string, number | null>>(
    Object.fromEntries(questions.map((question) => [question.header, suggestion(question)])),
  );
  const columns = Object.values(chosen).filter((column) => column !== null);
  const isTwice = new Set(columns).size < columns.length;
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">Which column is which?</h2>
      <p>
        The Orders tab already has rows, and some column names aren’t the ones CPS Orders looks for. Nothing below the
        headers changes, and no emails are sent.
      </p>
      {questions.map(({ header, candidates }) => (
        <p class="field" key={header}>
          <label for={`column ${header}`}>{header}</label>
          <select
            id={`column ${header}`}
            value={String(chosen[header] ?? '')}
            onChange={({ currentTarget: { value } }) =>
              choose({ ...chosen, [header]: value === '' ? null : Number(value) })
            }
          >
            <option value="">None of them: add an empty column</option>
            {candidates.map(({ column, name }) => (
              <option value={String(column)} key={column}>
                {name}
              </option>
            ))}
          </select>
        </p>
      ))}
      {isTwice && <Notice kind="error">You chose one column twice. Please choose a different column for each.</Notice>}
      <Action primary busy={busy} disabled={isTwice} onClick={() => onAnswer(chosen)}>
        Use these columns
      </Action>
    </section>
  );
};
