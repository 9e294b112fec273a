import { type MenuPorts, MOST_SHOWN } from '../statuses/on-menu';
import { rebuildMissingRows } from './rebuild-rows';
import { findDoubles, repairDoubles, rowsOf } from './repair-doubles';

/** Menu: Data > Rebuild missing rows. */
export const rebuildMissing = (ports: MenuPorts): void => {
  const view = ports.workbook.read();
  const { repaired, written, trouble } = rebuildMissingRows(ports, view, ports.person || 'staff');
  const told = [
    written === 0 && repaired === 0 ? 'No order is without a row.' : '',
    written > 0 ? `${written === 1 ? '1 row' : `${written} rows`} written again.` : '',
    repaired > 0 ? `${repaired === 1 ? '1 row' : `${repaired} rows`} got the own Order ID back.` : '',
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
    ports.prompts.toast('No order stands in more than one row.');
    return;
  }
  const lines = found.doubles
    .slice(0, MOST_SHOWN)
    .map(({ number, kept, copies }) => `${number}: take out row ${rowsOf(copies)}, keep row ${kept}.`);
  const question = [
    ...lines,
    ...found.troubles,
    '',
    'What stands in your own columns of a row that is taken out is lost. Go on?',
  ];
  if (!ports.prompts.confirm('Repair double rows', question.join('\n'))) return;
  const ids = new Set(found.doubles.slice(0, MOST_SHOWN).map(({ id }) => id));
  const { removed, repaired, troubles } = repairDoubles(ports, view, ids, ports.person || 'staff');
  const text = [`${removed} copies taken out, ${repaired} rows got their own Order ID back.`, ...troubles].join('\n');
  if (troubles.length > 0) ports.prompts.tell('Repair double rows', text);
  else ports.prompts.toast(text);
};
