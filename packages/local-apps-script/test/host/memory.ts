import type { JournalEntry } from '../../google/world';
import type { Kept } from '../../host/storage';

/** The smallest thing that can be kept: a list of the names of changes. */
export class Memory implements Kept {
  names: string[] = [];

  change(name: string): JournalEntry {
    this.names.push(name);
    return { at: 0, by: { effectiveUser: '', activeUser: '', execution: 'host', bound: '' }, name, args: [] };
  }

  replay(entry: JournalEntry): void {
    this.names.push(entry.name);
  }

  toJSON(): string[] {
    return this.names;
  }

  restore(state: string[]): void {
    this.names = [...state];
  }
}
