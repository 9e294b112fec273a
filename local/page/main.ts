import './style.css';
import { a1 } from './a1';
import { api } from './api';
import { ClockPage } from './clock';
import type { Person, State } from './contract';
import { Dialogs } from './dialogs';
import { byId, make } from './dom';
import { Executions } from './executions';
import { useKeyboard } from './keyboard';
import { listen, oneAtATime } from './live';
import { Mailbox } from './mailbox';
import { Menus } from './menus';
import { OpenSheet } from './open-sheet';
import { Panel } from './panel';
import { Tabs } from './tabs';
import { Toasts } from './toasts';

const person = byId('person') as HTMLSelectElement;
person.append(
  make('option', { value: 'operator' }, 'the operator'),
  make('option', { value: 'staff' }, 'a staff member'),
);
const who = (): Person => person.value as Person;

const toasts = new Toasts(byId('toasts'));
const failed = (error: unknown): void => toasts.problem(error instanceof Error ? error.message : String(error));

const clock = new ClockPage(failed);
const mailbox = new Mailbox(clock.text, (count) => panel.count(mailbox, count));
const executions = new Executions(clock.text);
const panel: Panel = new Panel(byId('panel'), [mailbox, clock, executions]);

const menus = new Menus(byId('menus'), (item) => {
  api.menu(item, who()).catch(failed);
});
const dialogs = new Dialogs(byId('sidebar'), failed, () => byId('grid').focus());

let state: State | null = null;
let sheet: OpenSheet | null = null;
let current = '';

const nameBox = byId('name-box') as HTMLOutputElement;
const formula = byId('formula') as HTMLInputElement;
const showSelection = (): void => {
  if (!sheet) return;
  nameBox.value = a1(sheet.selection);
  if (document.activeElement !== formula) formula.value = sheet.typed;
};

const openTab = async (name: string): Promise<void> => {
  const info = state?.tabs.find((tab) => tab.name === name);
  if (!info || !state) return;
  current = name;
  tabs.show(state.tabs, current);
  sheet?.close();
  sheet = null;
  const holder = make('div', { id: 'grid' });
  byId('grid').replaceWith(holder);
  const opened = await OpenSheet.open(info, holder, {
    person: who,
    selected: showSelection,
    painted: showSelection,
    failed,
  });
  if (current === name) sheet = opened;
  else opened.close();
};
const tabs = new Tabs(
  byId('tabs'),
  byId('show-hidden') as HTMLInputElement,
  (name) => void openTab(name).catch(failed),
);

const refresh = oneAtATime(async () => {
  try {
    const next = await api.state();
    state = next;
    menus.show(next.menu);
    clock.show(next);
    toasts.show(next.toasts);
    dialogs.show(next.dialogs);
    byId('summary').textContent = `${next.mailQuotaLeft} mails left today`;
    const open =
      next.tabs.find(({ name }) => name === current) ?? next.tabs.find(({ name }) => name === 'Orders') ?? next.tabs[0];
    tabs.show(next.tabs, open?.name ?? '');
    if (open && open.name !== current) await openTab(open.name);
    else if (open) sheet?.refresh(open);
    const [mails, ran] = await Promise.all([api.mails(mailbox.last), api.executions(executions.since)]);
    mailbox.add(mails);
    executions.show(ran);
  } catch (error) {
    failed(error);
  }
});

formula.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') formula.value = sheet?.typed ?? '';
  else if (event.key !== 'Enter') return;
  else if (formula.value !== sheet?.typed) sheet?.enter([[formula.value]]);
  formula.blur();
});

const panelButton = byId('panel-button');
panelButton.addEventListener('click', () => {
  const panelArea = byId('panel');
  panelArea.hidden = !panelArea.hidden;
  panelButton.setAttribute('aria-expanded', String(!panelArea.hidden));
});

useKeyboard(
  byId('grid-area'),
  () => sheet,
  () => api.undo(who()).catch(failed),
  failed,
);
const hear = (isBack: boolean): void => {
  // The host may have begun again, with other mail; its list of executions begins again in any case.
  if (isBack) {
    mailbox.clear();
    executions.clear();
  }
  refresh();
};
listen(hear, (text) => {
  byId('connection').textContent = text;
});
