import './style.css';
import { a1 } from './a1';
import { api } from './api';
import { useCellMenu } from './cell-menu';
import { colourChips } from './cell-paint';
import { ClockPage } from './clock';
import { commands } from './commands';
import type { Person, State, TabShown } from './contract';
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
import type { OwnPanel, PageProject } from './project';
import { BLOCK } from './sheet-rows';
import { Tabs } from './tabs';
import { Toasts } from './toasts';

/** Draws the page and keeps it up to date, for a project; once, when the document is there. */
export const startPage = (project: PageProject): void => {
  colourChips(project.chips ?? {});
  const person = byId('person') as HTMLSelectElement;
  person.append(
    make('option', { value: 'operator' }, 'the operator'),
    make('option', { value: 'staff' }, 'a staff member'),
  );
  const who = (): Person => person.value as Person;

  /** Dialogs and toasts are on the screen of the person who caused them; addresses begin with who it is. */
  const isMine = ({ user }: { readonly user: string }): boolean => user.split('@')[0] === who();

  const toasts = new Toasts(byId('toasts'));
  const failed = (error: unknown): void => toasts.problem(error instanceof Error ? error.message : String(error));

  let state: State | null = null;
  let sheet: OpenSheet | null = null;
  let current = '';
  let isLost = false;
  /** Whether emails and executions were loaded once. */
  let hasLists = false;

  const own: OwnPanel = project.panel?.({
    goTo: async (tab, row, column) => {
      if (current !== tab) await openTab(tab);
      await sheet?.goTo(row, column);
    },
    openMail: (about) => {
      panel.open(mailbox);
      return mailbox.openNewest(about);
    },
    failed,
  }) ?? { pages: [] };
  const clock = new ClockPage(failed);
  const mailbox = new Mailbox(
    clock.text,
    (count) => panel.count(mailbox, count),
    (mail) => own.mailOpened?.(mail),
    project.noMail ?? 'No emails yet.',
  );
  const executions = new Executions(clock.text);
  const panel: Panel = new Panel(byId('panel'), [...own.pages, mailbox, clock, executions]);
  if (own.startsWithMail) panel.open(mailbox);

  const dialogs = new Dialogs(byId('sidebar'), failed, () => sheet?.focus());
  const undo = (): void => void api.undo(who()).catch(failed);
  const built = commands({ sheet: () => sheet, undo, failed });
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

  /** Draws a tab in place of the one that is open. */
  const draw = async (shown: TabShown): Promise<void> => {
    sheet?.close();
    sheet = null;
    note.hide();
    const holder = make('div', { id: 'grid' });
    byId('grid').replaceWith(holder);
    sheet = await OpenSheet.open(shown, holder, {
      person: who,
      selected: showSelection,
      painted: showSelection,
      failed,
    });
  };

  /** Opens a tab once what is running is done; resolves when it's drawn. */
  const openTab = (name: string): Promise<void> => {
    if (!state?.tabs.some((tab) => tab.name === name)) return Promise.resolve();
    current = name;
    tabs.show(state.tabs, current);
    return refresh();
  };
  const tabs = new Tabs(
    byId('tabs'),
    byId('show-hidden') as HTMLInputElement,
    (name) => void openTab(name).catch(failed),
  );

  /** There are many emails, and they are long: the first ones are loaded once the sheet is visible. */
  const showLists = async (): Promise<void> => {
    const [mails, ran] = await Promise.all([api.mails(mailbox.last), api.executions(executions.since)]);
    mailbox.add(mails);
    executions.show(ran);
    hasLists = true;
  };

  /** Shows how far the sheet is. True while it is being prepared: emails and executions can be loaded later. */
  const showProgress = (progress: string | undefined): boolean => {
    const text = progress ? `${progress}, please wait` : '';
    if (!isLost) byId('connection').textContent = text;
    return progress !== undefined;
  };

  const refresh = oneAtATime(async () => {
    try {
      const isOpen = sheet?.tab === current;
      const next = await api.shown({
        tab: current,
        from: isOpen && sheet ? sheet.wanted : [1],
        rows: BLOCK,
        ...(hasLists && { mails: mailbox.last ?? 0, executions: executions.since ?? '' }),
      });
      state = next.state;
      menus.show([...built.menus, ...state.menu]);
      clock.show(state);
      toasts.show(state.toasts.filter(isMine));
      dialogs.show(state.dialogs.filter(isMine));
      byId('summary').textContent = `Emails left today: ${state.mailQuotaLeft}`;
      // Another one may have been chosen on the way: then this is asked again.
      const isWanted = current === '' || next.tab?.name === current || !state.tabs.some(({ name }) => name === current);
      if (isWanted) current = next.tab?.name ?? '';
      tabs.show(state.tabs, current);
      if (isWanted && next.tab) await (sheet?.tab === current ? sheet.take(next.tab) : draw(next.tab));
      if (showProgress(next.progress)) return;
      if (hasLists) {
        mailbox.add(next.mails ?? []);
        executions.show(next.executions ?? []);
      } else await showLists();
      await own.refreshed?.(next.state);
    } catch (error) {
      // A lost connection is reported in its own place.
      if (!isLost) failed(error);
    }
  });

  formula.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') formula.value = sheet?.cell.typed ?? '';
    else if (event.key !== 'Enter') return;
    else if (formula.value !== sheet?.cell.typed) sheet?.enter([[formula.value]]);
    sheet?.focus();
  });

  person.addEventListener('change', () => void refresh());

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
    built.ofCell,
    () => sheet?.place ?? null,
    () => sheet?.focus(),
  );
  useParts(() => [byId('menus'), byId('grid-area'), byId('sidebar'), byId('panel'), byId('tabs')]);

  const hear = (isBack: boolean): void => {
    // The host may have begun again, with other email; its list of executions begins again in any case.
    if (isBack) {
      mailbox.clear();
      executions.clear();
      hasLists = false;
      toasts.good('Connected again', 'The sheet is up to date again.');
    }
    void refresh();
  };
  listen(hear, (lost) => {
    if (lost === isLost) return;
    isLost = lost;
    document.body.classList.toggle('lost', lost);
    byId('connection').textContent = lost ? 'Connection lost. Trying again…' : '';
  });
};
