import type { Json } from './operations';

/** A dialog on someone's screen. An alert or prompt waits for its answer; the others are pages. */
export interface Dialog {
  readonly id: string;
  readonly kind: 'alert' | 'prompt' | 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  /** The question of an alert or prompt. */
  readonly text: string;
  /** The names of its buttons: OK, CANCEL, YES, NO. */
  readonly buttons: readonly string[];
  /** The page, or null for an alert or prompt. */
  readonly html: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** The address of the person who sees it. */
  readonly user: string;
  readonly bound: string;
  readonly execution: string;
}

/** A user's answer: a button's name (`CLOSE` for the corner) and the text of a prompt. */
export interface Answer {
  readonly button: string;
  readonly text: string;
}

/** A menu as the script described it. */
export interface Menu {
  readonly caption: string;
  readonly items: readonly MenuItem[];
}

/** An entry, a submenu or a line between entries. */
export type MenuItem =
  | { readonly type: 'item'; readonly caption: string; readonly function: string }
  | { readonly type: 'menu'; readonly menu: Menu }
  | { readonly type: 'separator' };

/** A message that appeared in the corner. */
export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly time: string;
  readonly user: string;
}

const KEPT_TOASTS = 50;

/** What is on the screens: menus, dialogs, toasts. It goes with the process, as a closed browser's does. */
export class UiStore {
  readonly dialogs: Dialog[] = [];
  readonly toasts: Toast[] = [];
  /** Menus by file and user: each person's own onOpen made them. */
  private menus = new Map<string, Menu[]>();
  private answers = new Map<string, Answer>();
  /** Answers given before they were asked for, to be taken by the next alerts and prompts. */
  readonly prepared: Answer[] = [];
  private count = 0;
  /** Hears of each alert and prompt: its execution now waits for a user. */
  onQuestion: (execution: string) => void = () => {};

  open(dialog: Omit<Dialog, 'id'>): Dialog {
    this.count += 1;
    const opened = { id: `d${this.count}`, ...dialog };
    this.dialogs.push(opened);
    if (opened.html === null) this.onQuestion(opened.execution);
    return opened;
  }

  close(id: string): void {
    const at = this.dialogs.findIndex((dialog) => dialog.id === id);
    if (at >= 0) this.dialogs.splice(at, 1);
  }

  /** Answers an open alert or prompt. */
  answer(id: string, answer: Answer): void {
    this.answers.set(id, answer);
  }

  /** The alert or prompt that an execution waits on. */
  waitingFor(execution: string): Dialog | undefined {
    return this.dialogs.find(({ html, execution: asker }) => html === null && asker === execution);
  }

  /** Takes the answer to a dialog, if someone has given it, and closes the dialog. */
  takeAnswer(id: string): Answer | undefined {
    const given = this.answers.get(id);
    if (given) {
      this.answers.delete(id);
      this.close(id);
    }
    return given;
  }

  addMenu(file: string, user: string, menu: Menu): void {
    const key = `${file} ${user}`;
    const others = (this.menus.get(key) ?? []).filter(({ caption }) => caption !== menu.caption);
    this.menus.set(key, [...others, menu]);
  }

  menusOf(file: string, user: string): readonly Menu[] {
    return this.menus.get(`${file} ${user}`) ?? [];
  }

  toast(toast: Toast): void {
    this.toasts.push(toast);
    if (this.toasts.length > KEPT_TOASTS) this.toasts.shift();
  }
}

/** An answer as plain JSON. */
export const answerJson = ({ button, text }: Answer): Json => ({ button, text });
