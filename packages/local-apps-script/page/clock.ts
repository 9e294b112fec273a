import { api } from './api';
import type { State, Trigger } from './contract';
import { button, make } from './dom';
import type { PanelPage } from './panel';

const STEPS: readonly (readonly [label: string, duration: string])[] = [
  ['+ 5 minutes', 'PT5M'],
  ['+ 1 hour', 'PT1H'],
  ['+ 1 day', 'P1D'],
  ['+ 1 week', 'P7D'],
];

const EVENTS: Readonly<Record<string, string>> = {
  ON_EDIT: 'when a cell is edited',
  ON_OPEN: 'when the sheet is opened',
  ON_CHANGE: 'when the sheet changes',
  ON_FORM_SUBMIT: 'when a form is sent',
};

/** What time it is in the local world, ways to let time pass, and what is due when. */
export class ClockPage implements PanelPage {
  readonly name = 'Clock';
  private readonly time = make('p', { className: 'clock-time' });
  private readonly zone = make('p', { className: 'quiet' });
  private readonly working = make('p', { className: 'quiet', attributes: { role: 'status' } });
  private readonly triggers = make('ul', { className: 'trigger-list' });
  private readonly steps: HTMLButtonElement[];
  readonly content: HTMLElement;
  private ahead = 0;
  private drawn = '';
  private timeZone = 'UTC';

  constructor(private readonly onError: (error: unknown) => void) {
    this.steps = [
      ...STEPS.map(([label, duration]) => button(label, () => void this.advance(duration))),
      button('Until tomorrow morning', () => void this.advance(this.untilMorning())),
    ];
    this.content = make(
      'section',
      { className: 'clock' },
      this.time,
      this.zone,
      make('div', { className: 'buttons' }, ...this.steps),
      this.working,
      make('h2', {}, 'Triggers'),
      this.triggers,
    );
    setInterval(() => this.tick(), 1000);
  }

  show({ clock, timeZone, triggers }: State): void {
    this.ahead = Date.parse(clock) - Date.now();
    this.timeZone = timeZone;
    this.zone.textContent = `${timeZone}. Time runs normally. Skip ahead, and triggers that come due will run.`;
    const drawn = JSON.stringify([triggers, timeZone]);
    if (drawn !== this.drawn) this.triggers.replaceChildren(...triggers.map((trigger) => this.trigger(trigger)));
    if (drawn !== this.drawn && triggers.length === 0)
      this.triggers.append(make('li', { className: 'empty' }, 'No triggers are installed.'));
    this.drawn = drawn;
    this.tick();
  }

  /** A moment as people here read it. */
  readonly text = (iso: string): string => format(Date.parse(iso), this.timeZone);

  private trigger({ id, handler, event, user, next }: Trigger): HTMLElement {
    const when = next === null ? (EVENTS[event] ?? event) : `next ${this.text(next)}`;
    return make(
      'li',
      { className: 'trigger' },
      make('strong', {}, handler),
      event === 'CLOCK' ? button('Run now', () => void this.runNow(id), 'button small') : null,
      make('span', { className: 'quiet' }, `${when} · as ${user}`),
    );
  }

  private tick(): void {
    this.time.textContent = format(Date.now() + this.ahead, this.timeZone);
  }

  private async advance(duration: string): Promise<void> {
    this.working.textContent = 'Skipping ahead…';
    for (const step of this.steps) step.disabled = true;
    await api.advance(duration).catch(this.onError);
    for (const step of this.steps) step.disabled = false;
    this.working.textContent = '';
  }

  private async runNow(id: string): Promise<void> {
    this.working.textContent = 'Running…';
    await api.trigger(id).catch(this.onError);
    this.working.textContent = 'Done. See Executions.';
  }

  private untilMorning(): string {
    const now = new Date(Date.now() + this.ahead);
    const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', {
      timeZone: this.timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .format(now)
      .split(':')
      .map(Number);
    const minutes = (32 * 60 - (hour * 60 + minute)) % (24 * 60) || 24 * 60;
    return `PT${minutes}M`;
  }
}

const format = (time: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  }).format(time);
