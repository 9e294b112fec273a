import type { Command, Menu } from './contract';
import type { OpenSheet } from './open-sheet';

/** What the commands need of the page around the sheet. */
export interface CommandsOwner {
  sheet(): OpenSheet | null;
  undo(): void;
  failed(error: unknown): void;
}

const LINE = { separator: true } as const;

/** What people do with the sheet that Google's own menus offer: as menus, and as the menu of a cell. */
export const commands = (owner: CommandsOwner): { readonly menus: readonly Menu[]; readonly ofCell: Menu } => {
  const command = (item: string, run: (sheet: OpenSheet) => unknown, keys?: string): Command => ({
    item,
    ...(keys && { keys }),
    run: () => {
      const sheet = owner.sheet();
      if (!sheet) return;
      sheet.focus();
      Promise.resolve(run(sheet)).catch(owner.failed);
    },
  });
  const copy = async (sheet: OpenSheet): Promise<void> => navigator.clipboard.writeText(await sheet.copied());
  const cut = async (sheet: OpenSheet): Promise<void> => {
    await copy(sheet);
    sheet.clear();
  };
  const undo = command('Undo', () => owner.undo(), 'Ctrl+Z');
  const cells = [
    command('Cut', cut, 'Ctrl+X'),
    command('Copy', copy, 'Ctrl+C'),
    command('Fill down', (sheet) => sheet.fillDown(), 'Ctrl+D'),
    command('Clear', (sheet) => sheet.clear(), 'Delete'),
  ];
  const rows = [
    command('Insert rows above', (sheet) => sheet.insertRows('above')),
    command('Insert rows below', (sheet) => sheet.insertRows('below')),
    command('Delete rows', (sheet) => sheet.deleteRows()),
  ];
  const data = [
    command('Sort by this column, A to Z', (sheet) => sheet.sort(true)),
    command('Sort by this column, Z to A', (sheet) => sheet.sort(false)),
    LINE,
    command('Filter by this column…', (sheet) => sheet.filter()),
    command('Show all rows', (sheet) => sheet.showAllRows()),
  ];
  return {
    menus: [
      { menu: 'Edit', items: [undo, LINE, ...cells, LINE, ...rows] },
      { menu: 'Data', items: data },
    ],
    ofCell: { menu: 'Cell', items: [...cells, LINE, ...rows, LINE, ...data] },
  };
};
