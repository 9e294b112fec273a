import { TABS } from '../workbook/tabs';
import { type ErasePorts, findCustomer } from './find-customer';
import { propertiesElsewhere } from './kept-properties';
import { wholeLines } from './lines';
import { elsewhereOf } from './named-cells';
import { OUTSIDE } from './register';

/**
 * Everything that is held about a customer, as plain data: for one who asks for a copy, or before erasing. It goes through
 * the same places as erasing does.
 * @param chosen keys of what staff have said is theirs besides.
 * @throws ForPeople while it is open whose order a row is.
 */
export const heldAbout = (ports: ErasePorts, email: string, chosen: readonly string[]) => {
  const { orders, person, traces } = findCustomer(ports, email, new Set(chosen));
  const emails = ports.outbox
    .all(ports.workbook.read())
    .filter(({ cells }) => person.keys.has(String(cells['Order ID'] ?? '')))
    .map(({ cells }) => cells);
  return {
    email,
    addresses: [...person.emails],
    orders: orders.map(({ entry: { order, status, shipping, progress }, row }) => ({
      ...{ order, status, shipping, progress },
      row: row?.cells ?? null,
    })),
    lines: { ...wholeLines(ports.texts, person), [TABS.outbox.name]: emails },
    mayBeTheirs: traces.map(({ where, why, text, key }) => ({ where, why, text, isTheirs: chosen.includes(key) })),
    elsewhere: [...elsewhereOf(ports.texts, person), ...propertiesElsewhere(ports, person)],
    notInThisFile: Object.values(OUTSIDE),
  };
};
