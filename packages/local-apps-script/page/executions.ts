import type { Execution } from './contract';
import { make } from './dom';
import type { PanelPage } from './panel';

/** As many as are kept in the list. */
const MOST = 200;

/** What ran: the newest first, each with its service calls. */
export class Executions implements PanelPage {
  readonly name = 'Executions';
  private readonly list = make('ul', { className: 'execution-list' });
  private readonly empty = make('p', { className: 'empty' }, 'Nothing has run yet.');
  readonly content = make('section', { className: 'executions' }, this.empty, this.list);
  private readonly entries = new Map<string, HTMLElement>();
  private readonly unfinished = new Set<number>();
  private last: string | null = null;

  constructor(private readonly timeText: (iso: string) => string) {}

  /** The id after which executions are new or may have changed: those that ran when last seen count as changed. */
  get since(): string | null {
    return this.unfinished.size > 0 ? String(Math.min(...this.unfinished) - 1) : this.last;
  }

  /** Forgets all, when the host has begun again. */
  clear(): void {
    this.entries.clear();
    this.unfinished.clear();
    this.last = null;
    this.list.replaceChildren();
  }

  /** Adds new executions and shows again those that have changed; oldest first. */
  show(executions: readonly Execution[]): void {
    for (const execution of executions.slice(-MOST)) {
      const entry = this.entry(execution);
      const id = Number(execution.id);
      if (execution.end === null) this.unfinished.add(id);
      else this.unfinished.delete(id);
      this.last = String(Math.max(id, Number(this.last ?? 0)));
      const before = this.entries.get(execution.id);
      this.entries.set(execution.id, entry);
      if (before) {
        entry.querySelector('details')?.toggleAttribute('open', before.querySelector('details')?.open ?? false);
        before.replaceWith(entry);
      } else this.list.prepend(entry);
    }
    while (this.list.childElementCount > MOST) this.list.lastElementChild?.remove();
    this.empty.hidden = this.list.childElementCount > 0;
  }

  private entry(execution: Execution): HTMLElement {
    const called = Object.entries(execution.calls);
    const total = called.reduce((sum, [, count]) => sum + count, 0);
    const summary = make(
      'summary',
      {},
      make(
        'span',
        { className: `status ${execution.status.replace(' ', '-')}`, title: execution.status },
        execution.status,
      ),
      make('strong', {}, execution.function),
      execution.refusals.length > 0 && make('span', { className: 'status refused' }, 'refused'),
      make(
        'span',
        { className: 'quiet' },
        `${this.timeText(execution.start)} · ${took(execution)} · ${total} service ${total === 1 ? 'call' : 'calls'}`,
      ),
    );
    const calls = called.map(([name, count]) => make('li', {}, `${name} × ${count}`));
    const cells = `${execution.user || 'anonymous'} · cells read: ${execution.cellsRead}, written: ${execution.cellsWritten}`;
    return make(
      'li',
      { className: 'execution' },
      make(
        'details',
        {},
        summary,
        ...execution.refusals.map((refused) =>
          make('p', { className: 'error' }, `The local Apps Script doesn't have ${refused}.`),
        ),
        execution.error ? make('p', { className: 'error' }, execution.error) : null,
        execution.stack !== '' && make('pre', { className: 'log', tabIndex: 0 }, execution.stack),
        make('p', { className: 'quiet' }, cells),
        make('ul', { className: 'calls' }, ...calls),
        execution.log.length > 0 && make('pre', { className: 'log', tabIndex: 0 }, execution.log.join('\n')),
      ),
    );
  }
}

const took = ({ start, end }: Execution): string =>
  end === null ? 'running' : `${Math.max(0, Date.parse(end) - Date.parse(start))} ms`;
