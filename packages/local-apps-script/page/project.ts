import type { ChipColours } from './cell-paint';
import type { Mail, State } from './contract';
import type { PanelPage } from './panel';

/** What a project's pages may ask of the page around them. */
export interface Surroundings {
  /** Opens a tab, if it is not open, and selects a cell; counted from 1. */
  goTo(tab: string, row: number, column: number): Promise<void>;
  /** Opens the newest email that contains something; false if there is none. */
  openMail(about: string): boolean;
  /** Tells the person what could not be done. */
  failed(error: unknown): void;
}

/** What a project adds to the panel, before emails, clock and executions. */
export interface OwnPanel {
  readonly pages: readonly PanelPage[];
  /** The panel starts with the mailbox, not with the first page. */
  readonly startsWithMail?: boolean;
  /** Everything was drawn again. */
  refreshed?(state: State): Promise<void>;
  /** An email was opened. */
  mailOpened?(mail: Mail): void;
}

/** What a project gives the page that shows its sheet. */
export interface PageProject {
  /** What the mailbox shows before the first email. */
  readonly noMail?: string;
  /** Colors of the chips of dropdowns. */
  readonly chips?: ChipColours;
  /** Makes the project's part of the panel, once. */
  panel?(around: Surroundings): OwnPanel;
}
