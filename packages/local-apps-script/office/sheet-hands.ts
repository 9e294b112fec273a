import type { Actor, Json } from '../google/operations';
import { addressOf, type People } from '../google/people';
import type { RowsWanted } from '../google/services/host-rows';
import type { World } from '../google/world';
import type { SheetEvent } from './sheet-events';

/** What `POST /local/rows` asks for, and by whom. */
export interface RowsAsked extends RowsWanted {
  readonly user?: string;
}

/** What `POST /local/edit` asks for. One cell is typed, more are pasted; `pasted` says so of one. */
export interface EditAsked {
  readonly sheet: string;
  readonly range: string;
  readonly values: readonly (readonly Json[])[];
  readonly user?: string;
  readonly pasted?: boolean;
}

/** What people do in the sheet, and the events that come of it. */
export class SheetHands {
  constructor(
    private readonly world: World,
    private readonly people: People,
    private readonly file: () => string,
  ) {}

  edit({ sheet, range, values, user, pasted = false }: EditAsked): SheetEvent[] {
    return this.perform('Host.edit', user, [this.file(), sheet, range, values, { pasted }]);
  }

  rows({ user, ...asked }: RowsAsked): SheetEvent[] {
    return this.perform('Host.rows', user, [this.file(), { ...asked }]);
  }

  select({ sheet, range, user }: { sheet: string; range: string; user?: string }): void {
    this.perform('Host.select', user, [this.file(), sheet, range]);
  }

  undo({ user }: { user?: string }): SheetEvent[] {
    return this.perform('Host.undo', user, [this.file()]);
  }

  sheet(tab: string, from: number, rows: number): Json {
    return this.world.perform('Host.sheet', [this.file(), tab, from, rows], this.actor('operator')) as Json;
  }

  values(tab: string): Json[][] {
    return this.world.perform('Host.values', [this.file(), tab], this.actor('operator')) as Json[][];
  }

  private perform(name: string, user: string | undefined, args: readonly Json[]): SheetEvent[] {
    return (this.world.perform(name, args, this.actor(user ?? 'operator')) ?? []) as unknown as SheetEvent[];
  }

  private actor(user: string): Actor {
    const address = addressOf(this.people, user);
    if (address === '') throw new RangeError('an anonymous visitor cannot open the sheet');
    return { effectiveUser: address, activeUser: address, execution: 'host', bound: this.file() };
  }
}
