import type { Ports } from './all-ports';
import type { CopyStore, SnapshotReader, TabExport, TabTexts } from './file-ports';
import type { EmailPreview, OwnMemory, Prompts, Selection, Show, TimelineLine } from './keyboard-ports';
import type { ActivityArchive, BatchBook, CellNotes } from './ports';
import type { ReportSource, ReportTab } from './report-ports';
import type { WebCaller } from './set-up-ports';

/**
 * What menus, dialogs and chores work with: the ports of every execution, plus what compose-staff.ts adds. A function
 * that needs less declares `Pick<StaffPorts, ...>`.
 */
export interface StaffPorts extends Ports {
  /** The current user's email address. */
  readonly person: string;
  readonly prompts: Prompts;
  readonly selection: Selection;
  readonly preview: EmailPreview;
  readonly show: Show;
  /** Opens another page in place of the one that asks for it. */
  readonly openPage: (page: 'print' | 'bulk', options: object, title?: string) => void;
  readonly memory: OwnMemory;
  readonly cellNotes: CellNotes;
  readonly activity: ActivityArchive;
  /** What the Activity tab and its archives say of an order, oldest first. */
  readonly timeline: (orderId: string) => readonly TimelineLine[];
  readonly batches: BatchBook;
  readonly source: ReportSource;
  readonly reportTab: ReportTab;
  readonly copies: CopyStore;
  readonly snapshots: SnapshotReader;
  /** The id of the live sheet. */
  readonly liveId: string;
  readonly exports: TabExport;
  readonly texts: TabTexts;
  readonly web: WebCaller;
  readonly writeSettings: (values: Readonly<Record<string, string>>) => void;
}
