import './style.css';
import { a1 } from './a1';
import { api } from './api';
import { useCellMenu } from './cell-menu';
import { ClockPage } from './clock';
import { commands } from './commands';
import type { Person, State } from './contract';
import { Dialogs } from './dialogs';
import { byId, make } from './dom';
import { Executions } from './executions';
import { useKeyboard, useParts } from './keyboard';
import { listen, oneAtATime } from './live';
import { Mailbox } from './mailbox';
import { Menus } from './menus';
import { NoteCard } from './note-card';
import { OpenSheet } from './open-sheet';
import { Panel } from './panel';
import { PlatformPage } from './platform';
import { Tabs } from './tabs';
import { Toasts } from './toasts';
import { TryThis } from './try-this';

const person = byId('person') as HTMLSelectElement;
person.append(
  make('option', { value: 'operator' }, 'the operator'),
  make('option', { value: 'staff' }, 'a staff member'),
);
const who = (): Person => person.value as Person;

/** Dialogs and toasts stand on the screen of the person who caused them; addresses begin with who it is. */
const isMine = ({ user }: { readonly user: string }): boolean => user.split('@')[0] === who();

const toasts = new Toasts(byId('toasts'));
const failed = (error: unknown): void => toasts.problem(error instanceof Error ? error.message : String(error));

let state: State | null = null;
let sheet: OpenSheet | null = null;
let current = '';
let isLost = false;

const tryThis = new TryThis({
  goTo: async (row, column) => {
    if (current !== 'Orders') await openTab('Orders');
    await sheet?.goTo(row, column);
  },
  openMail: (order) => {
    panel.open(mailbox);
    return mailbox.openNewest(order);
  },
  failed,
});
const platform = new PlatformPage((answer) => tryThis.posted(answer), failed);
const clock = new ClockPage(failed);
const mailbox = new Mailbox(
  clock.text,
  (count) => panel.count(mailbox, count),
  (mail) => tryThis.readMail(mail),
);
const executions = new Executions(clock.text);
const panel: Panel = new Panel(byId('panel'), [tryThis, platform, mailbox, clock, executions]);
if (tryThis.isOver) panel.open(mailbox);

const dialogs = new Dialogs(byId('sidebar'), failed, () => sheet?.focus());
const undo = (): void => void api.undo(who()).catch(failed);
const own = commands({ sheet: () => sheet, undo, failed });
const menus = new Menus(byId('menus'), (item) => {
  api.menu(item, who()).catch(failed);
});

const nameBox = byId('name-box') as HTMLOutputElement;
const formula = byId('formula') as HTMLInputElement;
const note = new NoteCard(byId('grid-area'));
const showSelection = (): void => {
  if (!sheet) return;
  nameBox.value = a1(sheet.selection);
  if (document.activeElement !== formula) formula.value = sheet.cell.typed;
  if (sheet.hasSelection) note.show(sheet);
};

const openTab = async (name: string): Promise<void> => {
  if (!state?.tabs.some((tab) => tab.name === name)) return;
  current = name;
  tabs.show(state.tabs, current);
  sheet?.close();
  sheet = null;
  note.hide();
  const holder = make('div', { id: 'grid' });
  byId('grid').replaceWith(holder);
  const opened = await OpenSheet.open(name, holder, {
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
    menus.show([...own.menus, ...next.menu]);
    clock.show(next);
    toasts.show(next.toasts.filter(isMine));
    dialogs.show(next.dialogs.filter(isMine));
    byId('summary').textContent = `${next.mailQuotaLeft} mails left today`;
    const open =
      next.tabs.find(({ name }) => name === current) ?? next.tabs.find(({ name }) => name === 'Orders') ?? next.tabs[0];
    tabs.show(next.tabs, open?.name ?? '');
    if (open && open.name !== current) await openTab(open.name);
    else await sheet?.refresh();
    const [mails, ran] = await Promise.all([api.mails(mailbox.last), api.executions(executions.since)]);
    mailbox.add(mails);
    executions.show(ran);
    if (['Orders', 'Ledger'].every((tab) => next.tabs.some(({ name }) => name === tab)))
      await tryThis.refresh(next.menu);
  } catch (error) {
    // A lost connection is told in its own place.
    if (!isLost) failed(error);
  }
});

formula.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') formula.value = sheet?.cell.typed ?? '';
  else if (event.key !== 'Enter') return;
  else if (formula.value !== sheet?.cell.typed) sheet?.enter([[formula.value]]);
  sheet?.focus();
});

person.addEventListener('change', refresh);

const panelButton = byId('panel-button');
panelButton.addEventListener('click', () => {
  const panelArea = byId('panel');
  panelArea.hidden = !panelArea.hidden;
  panelButton.setAttribute('aria-expanded', String(!panelArea.hidden));
  panelButton.textContent = panelArea.hidden ? 'Show panel' : 'Hide panel';
});

useKeyboard(byId('grid-area'), { sheet: () => sheet, undo, failed });
useCellMenu(
  byId('grid-area'),
  own.ofCell,
  () => sheet?.place ?? null,
  () => sheet?.focus(),
);
useParts(() => [byId('menus'), byId('grid-area'), byId('sidebar'), byId('panel'), byId('tabs')]);

const hear = (isBack: boolean): void => {
  // The host may have begun again, with other mail; its list of executions begins again in any case.
  if (isBack) {
    mailbox.clear();
    executions.clear();
    toasts.good('Connected again', 'What you see is what the host has now.');
  }
  refresh();
};
listen(hear, (lost) => {
  isLost = lost;
  document.body.classList.toggle('lost', lost);
  byId('connection').textContent = lost ? 'Connection lost. Trying again…' : '';
});
