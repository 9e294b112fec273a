import type { Ports } from '../../core/all-ports';
import type { FieldProblem } from '../../core/refusal';
import { ForPeople } from '../../rpc/rpc';
import { nextRow, type RowChange, type SavePorts, saveTab } from '../../rpc/save-tab';
import { configOf } from '../../workbook/config';
import { textOf } from '../../workbook/layout';
import { SETTING_MEANINGS } from '../../workbook/setting-meanings';
import {
  lineOfSetting,
  notAllowed,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
  settingNamed,
} from '../../workbook/settings';
import type { TabRows, WorkbookView } from '../../workbook/view';

/** One line of the form. */
export interface SettingLine {
  /** Which setting it is. */
  readonly key: SettingKey;
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
  readonly allowed: string;
  /** Why the value isn't valid and which one is used instead; blank if it's valid. */
  readonly wrong: string;
}

/** The result of saving: what is wrong with the values, by setting, or the lines as they are now. */
export type SettingsAnswer =
  | { readonly problems: readonly FieldProblem[] }
  | { readonly lines: readonly SettingLine[] };

/** What the form is read from. */
type ReadPorts = Pick<Ports, 'workbook' | 'properties'>;

const linesIn = ({ properties }: ReadPorts, view: WorkbookView): SettingLine[] => {
  const { settings: rows } = view;
  const errors = configOf({ properties }, view).errors.filter(({ tab }) => tab === 'settings');
  return SETTING_KEYS.map((key) => {
    const { key: name, fallback, allowed } = SETTINGS[key];
    const index = lineOfSetting(rows, key);
    const value = index < 0 ? fallback : textOf(rows[index]?.Value);
    const wrong = errors.find(({ row }) => row === index + 2)?.message ?? '';
    return { key, name, value, meaning: SETTING_MEANINGS[key], allowed, wrong };
  });
};

/** Every setting with its value in the tab, or its default. */
export const settingLines = (ports: ReadPorts): SettingLine[] => linesIn(ports, ports.workbook.read());

/** What is wrong with typed values, a sentence each. */
const problemsOf = (values: Readonly<Record<string, string>>): FieldProblem[] =>
  Object.entries(values).flatMap(([name, typed]): FieldProblem[] => {
    const setting = settingNamed(name);
    const value = typed.trim();
    if (!setting) return [{ field: name, message: `There is no setting "${name}".` }];
    return SETTINGS[setting].parse(value) === undefined ? [{ field: name, message: notAllowed(setting, value) }] : [];
  });

/** The lines that change, and a sentence about each for the Activity tab. */
const changesOf = (rows: TabRows, values: Readonly<Record<string, string>>): { changes: RowChange[]; told: string } => {
  const changes: RowChange[] = [];
  const told: string[] = [];
  let next = nextRow(rows, 'settings');
  for (const [name, typed] of Object.entries(values)) {
    const value = typed.trim();
    const setting = settingNamed(name);
    const index = setting ? lineOfSetting(rows, setting) : -1;
    const before = textOf(rows[index]?.Value);
    if (index >= 0 && before === value) continue;
    told.push(`${name}: "${value}"${index < 0 ? '' : ` (was "${before}")`}.`);
    const meaning = setting ? SETTING_MEANINGS[setting] : '';
    if (index >= 0) changes.push({ change: 'update', at: index + 2, row: { Value: value } });
    else changes.push({ change: 'insert', at: next++, row: { Setting: name, Value: value, Meaning: meaning } });
  }
  return { changes, told: told.join(' ') };
};

/** Saves settings if all of them are valid; a missing line is added. */
export const saveSettings = (ports: SavePorts, values: Readonly<Record<string, string>>): SettingsAnswer => {
  const problems = problemsOf(values);
  if (problems.length > 0) return { problems };
  return {
    lines: linesIn(
      ports,
      saveTab(ports, 'settings', ({ settings }) => changesOf(settings, values)),
    ),
  };
};

/** Saves settings for a dialog that has no fields for them. @throws ForPeople when one isn't valid. */
export const keepSettings = (ports: SavePorts, values: Readonly<Record<string, string>>): void => {
  const answer = saveSettings(ports, values);
  if ('problems' in answer) throw new ForPeople(answer.problems.map(({ message }) => message).join(' '));
};
