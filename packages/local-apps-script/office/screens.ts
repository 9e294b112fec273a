import type { ExecutionRecord, ExecutionRequest } from '../google/execution';
import { addressOf, type People } from '../google/people';
import type { World } from '../google/world';
import { functionOf } from './menus';
import type { Runs } from './runs';
import type { SheetEvent } from './sheet-events';

/** Someone as an execution's request names them. */
type Person = Pick<ExecutionRequest, 'effectiveUser' | 'activeUser' | 'bound'>;

/** Someone at the keyboard with a spreadsheet open. @throws RangeError for a stranger. */
export const personAt = (people: People, file: string, user: string): Person => {
  const person = addressOf(people, user);
  if (person === '') throw new RangeError('an anonymous visitor cannot open the sheet');
  return { effectiveUser: person, activeUser: person, bound: file };
};

/** What people see besides the cells: the menu that onOpen made, questions, pages. */
export class Screens {
  private readonly opened = new Map<string, Promise<unknown>>();

  /** @param stir lets a script that waits for an answer look again. */
  constructor(
    private readonly world: World,
    private readonly runs: Runs,
    private readonly people: People,
    private readonly stir: () => void,
  ) {}

  /** Someone opens the spreadsheet: its onOpen runs, once per person. */
  async open(file: string, user: string): Promise<void> {
    const person = addressOf(this.people, user);
    const key = `${file} ${person}`;
    const event: SheetEvent = { type: 'open', file, user: person, fields: {} };
    if (!this.opened.has(key)) this.opened.set(key, this.runs.fire([event]));
    await this.opened.get(key);
  }

  /** Runs a menu item until it is over or asks something. */
  async menu(file: string, item: string, user: string): Promise<ExecutionRecord[]> {
    const person = personAt(this.people, file, user);
    await this.open(file, user);
    const name = functionOf(this.world.ui.menusOf(file, addressOf(this.people, user)), item);
    const { record } = this.runs.start({ kind: 'menu', function: name, args: [], ...person, hasUi: true });
    await this.runs.overOrAsking(record.id);
    return [record];
  }

  /** Presses a button of an alert or prompt, or closes a page; until the script is over or asks again. */
  async answer(id: string, button: string, text: string): Promise<ExecutionRecord[]> {
    const { ui } = this.world;
    const dialog = ui.dialogs.find((open) => open.id === id);
    if (!dialog) throw new RangeError(`there is no open dialog ${JSON.stringify(id)}`);
    if (dialog.html !== null) {
      ui.close(id);
      return [];
    }
    const name = button.toUpperCase();
    const buttons = [...dialog.buttons, 'CLOSE'];
    if (!buttons.includes(name)) {
      throw new RangeError(`button must be ${buttons.join(' or ')}, not ${JSON.stringify(button)}`);
    }
    ui.answer(id, { button: name, text });
    const over = this.runs.overOrAsking(dialog.execution);
    this.stir();
    await over;
    const record = this.runs.recordOf(dialog.execution);
    return record ? [record] : [];
  }
}
