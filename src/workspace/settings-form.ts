import type { WorkbookReader } from '../ports';
import { textOf } from '../workbook/layout';
import { SETTINGS } from '../workbook/settings';
import { ForPeople } from './rpc';

/** One line of the form. */
export interface SettingLine {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
  readonly allowed: string;
  /** Whether the program can use the value. */
  readonly ok: boolean;
}

/** Every setting with what stands in its line, or its default. */
export const settingLines = ({ workbook }: { readonly workbook: WorkbookReader }): SettingLine[] => {
  const { settings } = workbook.read();
  return Object.values(SETTINGS).map(({ key, fallback, meaning, allowed, parse }) => {
    const row = settings.find(({ Setting }) => textOf(Setting).toLowerCase() === key.toLowerCase());
    const value = row ? textOf(row.Value) : fallback;
    return { name: key, value, meaning, allowed, ok: parse(value) !== undefined };
  });
};

/** The values as they are to be written. @throws ForPeople that names the first one that is not allowed. */
export const checkSettings = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, typed]) => {
      const setting = Object.values(SETTINGS).find(({ key }) => key === name);
      const value = typed.trim();
      if (setting?.parse(value) === undefined)
        throw new ForPeople(`"${value}" is not allowed for ${name}: ${setting?.allowed}. Nothing was changed.`);
      return [name, value];
    }),
  );
