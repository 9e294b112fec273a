import { createHash } from 'node:crypto';

/** A file or folder of Drive; a spreadsheet's cells are in the workbooks, under the same id. */
export interface DriveItem {
  readonly id: string;
  readonly kind: 'file' | 'folder';
  readonly name: string;
  readonly type: string | null;
  /** Base64; null for folders and spreadsheets. */
  readonly content: string | null;
  readonly parent: string | null;
  readonly trashed: boolean;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly updated: number;
  readonly owner: string;
}

/** The type of a spreadsheet. */
export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const FOLDER = 'application/vnd.google-apps.folder';

/** Drive's files and folders. */
export class DriveStore {
  private items = new Map<string, DriveItem>();
  private made = 0;

  /** Adds an item; a spreadsheet brings its own id. */
  add(item: Omit<DriveItem, 'id' | 'trashed' | 'updated'> & { readonly id?: string }): DriveItem {
    const added = { ...item, id: item.id ?? this.nextId(), trashed: false, updated: item.created };
    this.items.set(added.id, added);
    return added;
  }

  /** The one folder of a user that has no parent. */
  root(owner: string): DriveItem {
    const id = `root-${owner}`;
    const known = this.items.get(id);
    return (
      known ?? {
        id,
        kind: 'folder',
        name: 'My Drive',
        type: FOLDER,
        content: null,
        parent: null,
        trashed: false,
        created: 0,
        updated: 0,
        owner,
      }
    );
  }

  get(id: string): DriveItem | undefined {
    return id.startsWith('root-') ? this.root(id.slice(5)) : this.items.get(id);
  }

  change(id: string, change: Partial<DriveItem>): void {
    const item = this.items.get(id);
    if (item) this.items.set(id, { ...item, ...change });
  }

  /** Items that are not in the trash, in the order of their making. */
  find(wanted: (item: DriveItem) => boolean): readonly DriveItem[] {
    return [...this.items.values()].filter((item) => !item.trashed && wanted(item));
  }

  private nextId(): string {
    this.made += 1;
    return `1${createHash('sha256').update(`drive ${this.made}`).digest('base64url')}`.slice(0, 33);
  }

  toJSON(): { made: number; items: readonly DriveItem[] } {
    return { made: this.made, items: [...this.items.values()] };
  }

  restore(state: ReturnType<DriveStore['toJSON']>): void {
    this.made = state.made;
    this.items = new Map(state.items.map((item) => [item.id, item]));
  }
}
