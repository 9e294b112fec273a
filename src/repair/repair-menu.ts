import { count } from '../domain/text/for-people';
import { type MenuPorts, MOST_SHOWN } from '../statuses/on-menu';
import { rebuildMissingRows } from './rebuild-rows';
import { findDoubles, repairDoubles, rowsOf } from './repair-doubles';

/** Menu: Data > Rebuild missing rows. */
export const rebuildMissing = (ports: MenuPorts): void => {
  const view = ports.workbook.read();
  const { repaired, written, trouble } = rebuildMissingRows(ports, view, ports.person || 'staff');
  const told = [
    written === 0 && repaired === 0 ? 'No missing rows.' : '',
    written > 0 ? `${count(written, 'row')} added back.` : '',
    repaired > 0 ? `The correct Order ID was restored in ${count(repaired, 'row')}.` : '',
  ];
  const text = [...(trouble && written + repaired === 0 ? [] : told), trouble].filter(Boolean).join(' ');
  if (trouble) ports.prompts.tell('Rebuild missing rows', text);
  else ports.prompts.toast(text);
};

/** Menu: Data > Repair double rows. */
export const repairDoubleRows = (ports: MenuPorts): void => {
  const view = ports.workbook.read();
  const found = findDoubles(ports, view);
  if (found.doubles.length + found.troubles.length === 0) {
    ports.prompts.toast('No duplicate rows.');
    return;
  }
  const lines = found.doubles
    .slice(0, MOST_SHOWN)
    .map(({ number, kept, copies }) => `${number}: remove row ${rowsOf(copies)}, keep row ${kept}.`);
  const question = [
    ...lines,
    ...found.troubles,
    '',
    'Anything in your own columns of the removed rows is deleted, too. Continue?',
  ];
  if (!ports.prompts.confirm('Repair double rows', question.join('\n'))) return;
  const ids = new Set(found.doubles.slice(0, MOST_SHOWN).map(({ id }) => id));
  const { removed, repaired, troubles } = repairDoubles(ports, view, ids, ports.person || 'staff');
  const text = [
    `Removed ${count(removed, 'duplicate row')} and restored the Order ID in ${count(repaired, 'row')}.`,
    ...troubles,
  ].join('\n');
  if (troubles.length > 0) ports.prompts.tell('Repair double rows', text);
  else ports.prompts.toast(text);
};
