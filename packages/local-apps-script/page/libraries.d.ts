declare module '*.css';

/** What the grid uses of Tabulator 6, which brings no types. */
declare module 'tabulator-tables' {
  export interface CellComponent {
    getField(): string | undefined;
    getData(): { n: number };
    getElement(): HTMLElement;
    edit(force?: boolean): void;
  }

  export interface RowComponent {
    getData(): { n: number };
    getCells(): CellComponent[];
    getCell(field: string): CellComponent;
    getElement(): HTMLElement;
    reformat(): void;
    scrollTo(position?: string, ifVisible?: boolean): Promise<void>;
  }

  export interface ColumnComponent {
    getField(): string | undefined;
    getWidth(): number;
    setWidth(width: number): void;
    getElement(): HTMLElement;
  }

  export interface RangeComponent {
    getRows(): RowComponent[];
    getColumns(): ColumnComponent[];
    getTopEdge(): number;
    getBottomEdge(): number;
    getLeftEdge(): number;
    getRightEdge(): number;
    setBounds(start: CellComponent, end?: CellComponent): void;
    remove(): void;
  }

  export type Editor = (
    cell: CellComponent,
    onRendered: (then: () => void) => void,
    success: (value: unknown) => boolean,
    cancel: () => void,
  ) => HTMLElement | false;

  export interface ColumnDefinition {
    title?: string;
    field?: string;
    width?: number;
    cssClass?: string;
    hozAlign?: 'left' | 'center' | 'right';
    frozen?: boolean;
    visible?: boolean;
    resizable?: boolean | 'header';
    formatter?: (cell: CellComponent) => string | HTMLElement;
    titleFormatter?: () => string | HTMLElement;
    editor?: Editor;
  }

  export class Tabulator {
    static registerModule(modules: unknown[]): void;
    constructor(holder: HTMLElement, options: Record<string, unknown>);
    element: HTMLElement;
    on(event: string, handler: (...args: never[]) => void): void;
    getRows(which?: 'visible' | 'all'): RowComponent[];
    getRow(index: number): RowComponent | false;
    getColumns(): ColumnComponent[];
    getColumn(field: string): ColumnComponent | false;
    getRanges(): RangeComponent[];
    addRange(start: CellComponent, end?: CellComponent): RangeComponent;
    addData(data: readonly object[]): Promise<void>;
    replaceData(data: readonly object[]): Promise<void>;
    scrollToRow(index: number, position?: string, ifVisible?: boolean): Promise<void>;
    destroy(): void;
  }

  export const EditModule: unknown;
  export const FormatModule: unknown;
  export const FrozenColumnsModule: unknown;
  export const InteractionModule: unknown;
  export const KeybindingsModule: unknown;
  export const ResizeColumnsModule: unknown;
  export const ResizeTableModule: unknown;
  export const SelectRangeModule: unknown;
}
