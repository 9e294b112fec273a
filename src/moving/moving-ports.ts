import type { MovingSheet, OwnSheet } from '../core/moving-ports';
import type { Clock, Crypto, OutboxBook, Properties, WorkbookReader } from '../core/ports';
import type { TabBuilder } from '../core/set-up-ports';
import type { ChangeWorkbook } from '../core/work';

/** What a move needs from the world, in the old sheet and in the new one. */
export interface MovingPorts {
  readonly properties: Properties;
  readonly removeProperties: (names: readonly string[]) => void;
  readonly crypto: Crypto;
  readonly clock: Clock;
  /** Who is at the keyboard. */
  readonly person: string;
  /** The version of the program, and what was built of it. */
  readonly release: string;
  /** The spreadsheet in front of the person. */
  readonly here: OwnSheet;
  readonly builder: TabBuilder;
  /** Any other; null where this person may not open it. */
  readonly open: (id: string) => MovingSheet | null;
  readonly workbook: WorkbookReader;
  readonly outbox: OutboxBook;
  readonly change: ChangeWorkbook;
  /** Installs and removes this person's triggers. */
  readonly installTriggers: () => void;
  readonly removeTriggers: () => void;
  /** Dresses the tabs here as set-up does. */
  readonly dress: () => void;
  /** What a web app answers to `?route=health`. @throws Error when nothing answers. */
  readonly health: (url: string) => string;
}
