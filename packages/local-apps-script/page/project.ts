import type { ChipColours } from './cell-paint';
import type { Mail, State } from './contract';
import type { PanelPage } from './panel';

/** What a project's pages may ask of the page around them. */
export interface Surroundings {
  /** Opens a tab, if it is not open, and selects a cell; counted from 1. */
  goTo(tab: string, row: number, column: number): Promise<void>;
  /** Opens the newest mail that names something; false when there is none. */
  openMail(about: string): boolean;
  /** Tells the person what could not be done. */
  failed(error: unknown): void;
}

/** What a project puts beside the sheet, before mail, clock and executions. */
export interface OwnPanel {
  readonly pages: readonly PanelPage[];
  /** The panel begins with the mailbox, not with the first page. */
  readonly startsWithMail?: boolean;
  /** Everything was drawn anew. */
  refreshed?(state: State): Promise<void>;
  /** A mail was opened. */
  mailOpened?(mail: Mail): void;
}

/** What a project gives the page that shows its sheet. */
export interface PageProject {
  /** What stands in the mailbox before the first mail. */
  readonly noMail?: string;
  /** Colours of the chips of dropdowns. */
  readonly chips?: ChipColours;
  /** Makes the project's part of the panel, once. */
  panel?(around: Surroundings): OwnPanel;
}
