import { a1, type Block } from './a1';
import { api } from './api';
import type { Person, SheetPart, TabInfo } from './contract';
import { Grid } from './grid';
import { SheetRows } from './sheet-rows';

/** What an open tab tells the page around it. */
export interface SheetOwner {
  person(): Person;
  selected(block: Block): void;
  /** The content of the selected cell may have changed. */
  painted(): void;
  failed(error: unknown): void;
}

const SELECT_DELAY = 120;

/** The tab that is open: its rows, its grid, and what a person does in it. */
export class OpenSheet {
  private grid: Grid | null = null;
  private readonly rows: SheetRows;
  private selecting: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  private constructor(
    readonly tab: string,
    private readonly holder: HTMLElement,
    private readonly owner: SheetOwner,
  ) {
    this.rows = new SheetRows(
      tab,
      (first, last) => {
        this.grid?.redraw(first, last);
        owner.painted();
      },
      (error) => owner.failed(error),
    );
  }

  /** Asks for the tab's first rows and draws it. */
  static async open(info: TabInfo, holder: HTMLElement, owner: SheetOwner): Promise<OpenSheet> {
    const sheet = new OpenSheet(info.name, holder, owner);
    const part = await api.sheet(info.name, 1, 1);
    if (!sheet.closed) sheet.draw(info, part);
    return sheet;
  }

  get selection(): Block {
    return this.grid?.selected ?? { top: 1, left: 1, bottom: 1, right: 1 };
  }

  /** What stands in the selection's first cell, as it would be typed. */
  get typed(): string {
    return this.rows.cell(this.selection.top, this.selection.left).typed;
  }

  /** Something has changed at the host: fetches again what can be seen. */
  refresh(info: TabInfo): void {
    void this.grid?.resize(info.rows);
    this.rows.expire(this.grid?.shownRows() ?? [1]);
  }

  /** Types or pastes `values` with the selection's first cell as the upper left one. */
  enter(values: readonly (readonly string[])[]): void {
    const { top, left } = this.selection;
    const right = left + (values[0]?.length ?? 1) - 1;
    this.edit({ top, left, bottom: top + values.length - 1, right }, values);
  }

  /** Empties every selected cell. */
  clear(): void {
    const block = this.selection;
    const row = Array.from({ length: block.right - block.left + 1 }, () => '');
    this.edit(
      block,
      Array.from({ length: block.bottom - block.top + 1 }, () => row),
    );
  }

  /** The selected cells as they are shown, for the clipboard. */
  async copied(): Promise<string> {
    const { top, left, bottom, right } = this.selection;
    const part = await api.sheet(this.tab, top, bottom - top + 1);
    return part.display.map((row) => row.slice(left - 1, right).join('\t')).join('\n');
  }

  /** Begins to edit the selected cell. */
  startTyping(text?: string): void {
    this.grid?.edit(text);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.selecting);
    this.grid?.destroy();
  }

  private edit(block: Block, values: readonly (readonly string[])[]): void {
    api
      .edit(this.tab, a1(block), values, this.owner.person())
      .catch((error) => this.owner.failed(error))
      .finally(() => this.rows.expire(this.grid?.shownRows() ?? []));
  }

  private draw(info: TabInfo, part: SheetPart): void {
    const frozen = Math.min(part.frozenRows, info.rows - 1, 5);
    const size = { rows: info.rows, columns: info.columns, frozen, widths: part.columnWidths };
    this.grid = new Grid(this.holder, size, {
      cell: (row, column) => this.rows.cell(row, column),
      typed: (row, column, text) => this.edit({ top: row, left: column, bottom: row, right: column }, [[text]]),
      selected: (block) => this.select(block),
    });
  }

  private select(block: Block): void {
    this.owner.selected(block);
    clearTimeout(this.selecting);
    this.selecting = setTimeout(() => {
      api.select(this.tab, a1(block), this.owner.person()).catch((error) => this.owner.failed(error));
    }, SELECT_DELAY);
  }
}
