import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../google/world';
import { takeFolder, unwritable } from './data-folder';
import { HostError } from './host-error';
import { Journal } from './journal';

/** What can be kept: a state, and changes to it that can be made again (the World). */
export interface Kept {
  replay(entry: JournalEntry): void;
  toJSON(): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: the state is what the same object's toJSON gave.
  restore(state: any): void;
}

interface Snapshot {
  readonly marks: string[];
  readonly state: unknown;
}

type Line = { readonly mark: string } | { readonly change: JournalEntry };

/** Below this a journal is never compacted, in bytes. */
const SMALL_JOURNAL = 8_000_000;

/**
 * Everything the host keeps, in one folder: `snapshot-N.json`, the state at one moment, and `journal-N.jsonl`, each
 * change since then on a line. A change is written before its caller hears of it, so that nothing that was answered
 * is lost when the process is killed. Compaction writes the next snapshot beside the old one and renames it: until
 * then the old pair counts, from then on the new one.
 */
export class Storage {
  private readonly marks = new Set<string>();
  private journal: Journal | null = null;
  private snapshotSize = 0;
  private compacting = false;
  /** Whether a sudden end had torn the last line, which was cut off. No caller had heard of that change. */
  isTornLineCut = false;

  private constructor(
    readonly folder: string,
    private readonly kept: Kept,
    private generation: number,
    private readonly release: () => void,
    private readonly smallJournal: number,
  ) {}

  /**
   * Takes the folder and brings `kept` to the state that was last stored there.
   * @throws HostError in one sentence when that is not possible (see takeFolder), or the data is damaged.
   */
  static open(
    folder: string,
    kept: Kept,
    { fresh = false, smallJournal = SMALL_JOURNAL, program = 'this program' } = {},
  ): Storage {
    const release = takeFolder(folder, fresh, program);
    try {
      const storage = new Storage(folder, kept, lastGeneration(folder), release, smallJournal);
      storage.load();
      return storage;
    } catch (error) {
      release();
      throw error instanceof HostError ? error : unwritable(folder, error);
    }
  }

  /** Stores one change. To be called before the change is answered. @throws HostError when it cannot be stored. */
  record(change: JournalEntry): void {
    this.append({ change });
    if (this.journal && this.journal.size > Math.max(this.smallJournal, this.snapshotSize)) this.compactSoon();
  }

  /** Remembers that a step of the host is done (`set-up`). */
  mark(name: string): void {
    this.append({ mark: name });
    this.marks.add(name);
  }

  has(name: string): boolean {
    return this.marks.has(name);
  }

  /** Writes the state as a new snapshot and begins a new journal. Safe to be killed in at any point. */
  compact(): void {
    const old = this.generation;
    const next = old + 1;
    const snapshot: Snapshot = { marks: [...this.marks], state: this.kept.toJSON() };
    const text = JSON.stringify(snapshot);
    const path = join(this.folder, snapshotName(next));
    writeDurably(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
    const journal = Journal.open(join(this.folder, journalName(next)), () => {});
    this.journal?.close();
    this.journal = journal;
    this.generation = next;
    this.snapshotSize = text.length;
    removeOthers(this.folder, next);
  }

  /** Compacts and gives the folder free. */
  close(): void {
    if (!this.journal) return;
    if (this.journal.size > 0) this.compact();
    this.journal.close();
    this.journal = null;
    this.release();
  }

  private load(): void {
    if (this.generation > 0) {
      const text = readFileSync(join(this.folder, snapshotName(this.generation)), 'utf8');
      this.snapshotSize = text.length;
      const snapshot = readSnapshot(text, this.folder);
      for (const mark of snapshot.marks) this.marks.add(mark);
      this.kept.restore(snapshot.state);
    }
    this.journal = Journal.open(join(this.folder, journalName(this.generation)), (line) => this.repeat(line as Line));
    this.isTornLineCut = this.journal.torn > 0;
    removeOthers(this.folder, this.generation);
  }

  private repeat(line: Line): void {
    if ('mark' in line) this.marks.add(line.mark);
    else this.kept.replay(line.change);
  }

  private append(line: Line): void {
    if (!this.journal) throw new HostError(`The data folder ${this.folder} is closed.`);
    try {
      this.journal.append(line);
    } catch (error) {
      throw unwritable(this.folder, error);
    }
  }

  private compactSoon(): void {
    if (this.compacting) return;
    this.compacting = true;
    setImmediate(() => {
      this.compacting = false;
      if (this.journal) this.compact();
    });
  }
}

const snapshotName = (generation: number): string => `snapshot-${generation}.json`;
const journalName = (generation: number): string => `journal-${generation}.jsonl`;

const lastGeneration = (folder: string): number =>
  Math.max(0, ...readdirSync(folder).map((name) => Number(/^snapshot-(\d+)\.json$/.exec(name)?.[1] ?? 0)));

const removeOthers = (folder: string, generation: number): void => {
  for (const name of readdirSync(folder)) {
    const [, kind, number] = /^(snapshot|journal)-(\d+)\.jsonl?(?:\.tmp)?$/.exec(name) ?? [];
    if (kind && (Number(number) !== generation || name.endsWith('.tmp'))) rmSync(join(folder, name));
  }
};

const readSnapshot = (text: string, folder: string): Snapshot => {
  try {
    return JSON.parse(text) as Snapshot;
  } catch {
    throw new HostError(
      `The data folder ${folder} is damaged: its snapshot can't be read. Restore it, or start over with --fresh.`,
    );
  }
};

/** The text is on the disk, not only on its way, when this returns. */
const writeDurably = (path: string, text: string): void => {
  const file = openSync(path, 'w', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
