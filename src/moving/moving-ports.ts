import type { MovingSheet, OwnSheet } from '../core/moving-ports';
import type { OutboxBook } from '../core/outbox-ports';
import type { Clock, Crypto, Properties, WorkbookReader } from '../core/ports';
import type { TabBuilder } from '../core/set-up-ports';
import type { ChangeWorkbook } from '../core/work';

/** What a move needs from outside, in the old sheet and in the new one. */
export interface MovingPorts {
  readonly properties: Properties;
  readonly removeProperties: (names: readonly string[]) => void;
  readonly crypto: Crypto;
  readonly clock: Clock;
  /** The user who runs this. */
  readonly person: string;
  /** The program's version and build. */
  readonly release: string;
  /** The spreadsheet that the user has open. */
  readonly here: OwnSheet;
  readonly builder: TabBuilder;
  /** Any other; null if this user may not open it. */
  readonly open: (id: string) => MovingSheet | null;
  readonly workbook: WorkbookReader;
  readonly outbox: OutboxBook;
  readonly change: ChangeWorkbook;
  /** Installs and removes this user's triggers. */
  readonly installTriggers: () => void;
  readonly removeTriggers: () => void;
  /** Formats the tabs here as set-up does. */
  readonly dress: () => void;
  /** What a web app answers to `?route=health`. @throws Error if there's no response. */
  readonly health: (url: string) => string;
}
