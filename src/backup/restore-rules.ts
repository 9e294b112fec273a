import { timeText } from '../domain/text/for-people';
import type { SavePorts } from '../rpc/save-tab';
import { type FormTab, saveTab } from '../rpc/save-tab';
import type { WorkbookView } from '../workbook/view';
import type { BackupPorts } from './backup-ports';
import { parseCopyName } from './names';
import { copyIn } from './restore';
import { RULE_TABS, type RuleLine, ruleChanges, ruleLines } from './rule-lines';

/** What restoring settings, prices, events and email texts needs from the world. */
export type RulePorts = SavePorts & BackupPorts;

/** One line that someone ticked. */
export interface ChosenLine {
  readonly tab: FormTab;
  readonly key: string;
}

const TABS_OF_RULES = Object.keys(RULE_TABS) as readonly FormTab[];

const rulesOf = (ports: RulePorts, source: string) => ports.snapshots.rules(copyIn(ports, source).id);

const linesIn = (view: WorkbookView, there: ReturnType<typeof rulesOf>): RuleLine[] =>
  TABS_OF_RULES.flatMap((tab) => ruleLines(tab, view[tab], there[tab]));

/** The settings, prices, events and email texts that are not as in a backup. @throws ForPeople when it is gone. */
export const compareRules = (ports: RulePorts, source: string): readonly RuleLine[] =>
  linesIn(ports.workbook.read(), rulesOf(ports, source));

/**
 * Sets the chosen lines back, a commit for each tab; lines that came since the backup stay. Nobody is emailed for it.
 * @returns how many lines were restored, and those that still differ.
 * @throws ForPeople when a tab could not be saved: the ones before it are.
 */
export const restoreRules = (
  ports: RulePorts,
  source: string,
  chosen: readonly ChosenLine[],
): { readonly restored: number; readonly left: readonly RuleLine[] } => {
  const there = rulesOf(ports, source);
  const at = parseCopyName(copyIn(ports, source).name)?.at;
  const before = linesIn(ports.workbook.read(), there).length;
  for (const tab of TABS_OF_RULES) {
    const keys = chosen.filter((line) => line.tab === tab).map(({ key }) => key);
    if (keys.length > 0)
      saveTab(ports, tab, (view) =>
        ruleChanges(
          tab,
          keys,
          view[tab],
          there[tab],
          at ? `the backup of ${timeText(at, ports.clock.local(ports.clock.now()))}` : 'a backup',
        ),
      );
  }
  const left = linesIn(ports.workbook.read(), there);
  return { restored: before - left.length, left };
};
