import { createHash } from 'node:crypto';
import { ServiceError } from '../service-error';
import { ApiQuota } from './api/quota';
import { Workbook, type WorkbookMeta, type WorkbookState } from './workbook';

/** All spreadsheets as plain JSON. */
export interface WorkbooksState {
  readonly made: number;
  readonly files: readonly WorkbookState[];
}

/** A row that was appended at a moment (epoch milliseconds), by an execution that held the script lock or did not. */
export interface Appended {
  readonly row: number;
  readonly at: number;
  readonly execution: string;
  readonly isLocked: boolean;
}

/** All spreadsheets, by file id. */
export class Workbooks {
  private files = new Map<string, Workbook>();
  /** The advanced service's calls of the last minute; they go with the process. */
  readonly quota = new ApiQuota();
  /** What the advanced service sees of files that an execution has written to without a flush (a switch). */
  readonly unflushed = new Map<string, Workbook>();
  /** What executions still see of files that they changed through the advanced service (a switch). */
  readonly earlier = new Map<string, Workbook>();
  /** The last row that was appended to each tab, and who wrote it when (a switch). */
  readonly appended = new Map<string, Appended>();
  private made = 0;

  /** A new spreadsheet with one tab, `Sheet1`. Ids look like Drive's and come from a counter. */
  create(
    meta: Pick<WorkbookMeta, 'name' | 'owner'> & Partial<WorkbookMeta>,
    rows?: number,
    columns?: number,
  ): Workbook {
    const workbook = new Workbook(this.nextId(), meta);
    workbook.insertTab('Sheet1', 0, { ...(rows ? { rows } : {}), ...(columns ? { columns } : {}) });
    this.files.set(workbook.id, workbook);
    return workbook;
  }

  /** A copy of a spreadsheet as Drive makes it: tabs, cells, rules and named ranges; the new owner is its only editor. */
  copy(source: Workbook, name: string, owner: string): Workbook {
    const state = source.toJSON();
    const copy = Workbook.restore({
      ...state,
      id: this.nextId(),
      meta: { ...state.meta, name, owner, editors: [] },
      selections: {},
      undo: {},
    });
    this.files.set(copy.id, copy);
    return copy;
  }

  get(id: string): Workbook | undefined {
    return this.files.get(id);
  }

  /**
   * A spreadsheet that this user may read.
   * @throws ServiceError with Google's words when there is none or the user may not.
   */
  open(id: string, user: string): Workbook {
    const workbook = this.files.get(id);
    if (!workbook)
      throw new ServiceError(`Document ${id} is missing (perhaps it was deleted, or you don't have read access?)`);
    const { owner, editors } = workbook.meta;
    if (user !== owner && !editors.includes(user)) {
      throw new ServiceError('You do not have permission to access the requested document.');
    }
    return workbook;
  }

  /** Forgets what was kept for one execution's view of files. */
  forget(execution: string): void {
    for (const views of [this.unflushed, this.earlier]) {
      for (const key of views.keys()) if (key.startsWith(`${execution} `)) views.delete(key);
    }
  }

  list(): readonly Workbook[] {
    return [...this.files.values()];
  }

  /** Removes a file for good. */
  delete(id: string): void {
    this.files.delete(id);
  }

  private nextId(): string {
    this.made += 1;
    return `1${createHash('sha256').update(`spreadsheet ${this.made}`).digest('base64url')}`.slice(0, 44);
  }

  toJSON(): WorkbooksState {
    return { made: this.made, files: [...this.files.values()].map((workbook) => workbook.toJSON()) };
  }

  restore(state: WorkbooksState): void {
    this.made = state.made;
    this.files = new Map(state.files.map((file) => [file.id, Workbook.restore(file)]));
  }
}
