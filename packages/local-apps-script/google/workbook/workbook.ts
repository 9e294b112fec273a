import { ServiceError } from '../service-error';
import type { A1Reference, Area } from './a1';
import { ExtraPool } from './cell';
import { moveStep, type PersonalUndo } from './personal-undo';
import { Tab } from './tab';
import { type DeveloperMetadata, type NamedRange, newTabMeta } from './tab-meta';
import { type TabState, tabFromState, tabToState } from './tab-state';
import { UndoLog } from './undo-log';

/** Everything of a spreadsheet but its tabs. Plain JSON, replaced as a whole when it changes. */
export interface WorkbookMeta {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  /** The address of the one who owns the file; may do everything. */
  readonly owner: string;
  /** Addresses of the others who may edit. */
  readonly editors: readonly string[];
  readonly namedRanges: readonly NamedRange[];
  /** Names of ranges whose cells were deleted (docs/google.md G84). */
  readonly brokenNames?: readonly string[];
  readonly metadata: readonly DeveloperMetadata[];
  /** The last number given out for a tab, protection, view, chart and the like. */
  readonly lastId: number;
}

/** What a user has selected: a tab and an area of it. */
export interface Selection {
  readonly sheet: number;
  readonly areas: readonly Area[];
}

/** A spreadsheet as plain JSON. */
export interface WorkbookState {
  readonly id: string;
  readonly meta: WorkbookMeta;
  readonly tabs: readonly TabState[];
  readonly selections: Readonly<Record<string, Selection>>;
  readonly undo: Readonly<Record<string, readonly PersonalUndo[]>>;
}

/** Of a whole spreadsheet (docs/google.md G10). */
const MOST_CELLS = 10_000_000;

const MOST_UNDO = 20;

/** One spreadsheet. Changes made within {@link Workbook.atomic} are made altogether or not at all. */
export class Workbook {
  private readonly log = new UndoLog();
  private readonly pool = new ExtraPool();
  private state: WorkbookMeta;
  private order: Tab[] = [];
  /** By user: what is selected. */
  readonly selections = new Map<string, Selection>();
  private undoSteps: ReadonlyMap<string, readonly PersonalUndo[]> = new Map();

  constructor(
    readonly id: string,
    meta: Pick<WorkbookMeta, 'name' | 'owner'> & Partial<WorkbookMeta>,
  ) {
    this.state = {
      timeZone: 'America/New_York',
      locale: 'en_US',
      editors: [],
      namedRanges: [],
      metadata: [],
      lastId: 0,
      ...meta,
    };
  }

  get meta(): WorkbookMeta {
    return this.state;
  }

  /** The tabs in the order of their tabs along the bottom. */
  get tabs(): readonly Tab[] {
    return this.order;
  }

  /**
   * Does all of the work or none of it.
   * @throws ServiceError when the spreadsheet would have more than 10 million cells, blank ones included.
   */
  atomic<T>(work: () => T): T {
    return this.log.atomic(() => {
      const result = work();
      const cells = this.order.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
      if (cells > MOST_CELLS) {
        throw new ServiceError(
          `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
        );
      }
      return result;
    });
  }

  /** Replaces some settings. */
  setMeta(changes: Partial<WorkbookMeta>): void {
    const before = this.state;
    this.log.push(() => {
      this.state = before;
    });
    this.state = { ...before, ...changes };
  }

  /** Those that are left after cells were deleted; the names of the others are kept. */
  private setNamedRanges(left: readonly NamedRange[]): void {
    const kept = new Set(left.map(({ namedRangeId }) => namedRangeId));
    const gone = this.meta.namedRanges.filter(({ namedRangeId }) => !kept.has(namedRangeId));
    const broken = [...(this.meta.brokenNames ?? []), ...gone.map(({ name }) => name)];
    this.setMeta({ namedRanges: left, ...(gone.length > 0 ? { brokenNames: broken } : {}) });
  }

  /** What Ctrl+Z would take back for a user, the latest last. */
  undoOf(user: string): readonly PersonalUndo[] {
    return this.undoSteps.get(user) ?? [];
  }

  /** Replaces what Ctrl+Z would take back for a user; only the latest 20 are kept. */
  setUndo(user: string, steps: readonly PersonalUndo[]): void {
    this.replaceUndo(new Map(this.undoSteps).set(user, steps.slice(-MOST_UNDO)));
  }

  private replaceUndo(steps: ReadonlyMap<string, readonly PersonalUndo[]>): void {
    const before = this.undoSteps;
    this.log.push(() => {
      this.undoSteps = before;
    });
    this.undoSteps = steps;
  }

  /** A number not given out before: from the file's own counter, so that a replay gives the same. */
  nextId(): number {
    this.setMeta({ lastId: this.meta.lastId + 1 });
    return this.meta.lastId;
  }

  /** A tab id as Google's look, large and unordered; the first tab of a file is 0. */
  nextTabId(): number {
    if (this.order.length === 0 && this.meta.lastId === 0) return 0;
    let id: number;
    do id = (this.nextId() * 1_103_515_245 + 12_345) % 2_147_483_647;
    while (this.tab(id));
    return id;
  }

  tab(id: number): Tab | undefined {
    return this.order.find((tab) => tab.id === id);
  }

  tabNamed(name: string): Tab | undefined {
    return this.order.find((tab) => tab.name === name);
  }

  private reorder(tabs: Tab[]): void {
    const before = this.order;
    this.log.push(() => {
      this.order = before;
    });
    this.order = tabs;
  }

  private adopt(tab: Tab): Tab {
    tab.onMove = (move) => {
      const namedRanges = this.meta.namedRanges.flatMap((named) => {
        if (named.range.sheetId !== tab.id) return [named];
        const range = move(named.range);
        return range ? [{ ...named, range }] : [];
      });
      this.setNamedRanges(namedRanges);
      const moved = [...this.undoSteps].map(
        ([user, steps]) =>
          [user, steps.map((step) => moveStep(step, tab.id, move)).filter((step) => step !== null)] as const,
      );
      this.replaceUndo(new Map(moved));
    };
    return tab;
  }

  /** Adds a tab at an index (default: last). */
  insertTab(name: string, index = this.order.length, size: { rows?: number; columns?: number; id?: number } = {}): Tab {
    const meta = newTabMeta(size.id ?? this.nextTabId(), name, size.rows, size.columns);
    const tab = this.adopt(new Tab(meta, this.log, this.pool));
    this.reorder([...this.order.slice(0, index), tab, ...this.order.slice(index)]);
    return tab;
  }

  /** A copy of a tab of this or another spreadsheet, put at the end (or at an index). */
  duplicateTab(source: Tab, name: string, index = this.order.length, id = this.nextTabId()): Tab {
    const state = tabToState(source);
    const protections = state.meta.protections.map((protection) => ({
      ...protection,
      protectedRangeId: this.nextId(),
      range: { ...protection.range, sheetId: id },
    }));
    const meta = { ...state.meta, id, name, hidden: false, protections: protections, filterViews: [], charts: [] };
    const tab = this.adopt(tabFromState({ ...state, meta: retarget(meta, id) }, this.log, this.pool));
    this.reorder([...this.order.slice(0, index), tab, ...this.order.slice(index)]);
    return tab;
  }

  deleteTab(tab: Tab): void {
    this.reorder(this.order.filter((other) => other !== tab));
    this.setNamedRanges(this.meta.namedRanges.filter(({ range }) => range.sheetId !== tab.id));
  }

  moveTab(tab: Tab, index: number): void {
    const others = this.order.filter((other) => other !== tab);
    this.reorder([...others.slice(0, index), tab, ...others.slice(index)]);
  }

  /** What a reference names: a tab and the reference's sides; named ranges are looked up by the caller. */
  tabOf(reference: A1Reference): Tab | undefined {
    return reference.sheet === undefined ? this.order[0] : this.tabNamed(reference.sheet);
  }

  toJSON(): WorkbookState {
    return {
      id: this.id,
      meta: this.meta,
      tabs: this.order.map(tabToState),
      selections: Object.fromEntries(this.selections),
      undo: Object.fromEntries(this.undoSteps),
    };
  }

  static restore(state: WorkbookState): Workbook {
    const workbook = new Workbook(state.id, state.meta);
    workbook.order = state.tabs.map((tab) => workbook.adopt(tabFromState(tab, workbook.log, workbook.pool)));
    for (const [user, selection] of Object.entries(state.selections)) workbook.selections.set(user, selection);
    workbook.undoSteps = new Map(Object.entries(state.undo));
    return workbook;
  }
}

const retarget = (meta: TabState['meta'], id: number): TabState['meta'] => ({
  ...meta,
  conditionalRules: meta.conditionalRules.map((rule) => ({
    ...rule,
    ranges: rule.ranges.map((range) => ({ ...range, sheetId: id })),
  })),
  filter: meta.filter && { ...meta.filter, range: { ...meta.filter.range, sheetId: id } },
});
