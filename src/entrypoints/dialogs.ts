import type { Dialog } from '../rpc/dialog';
import type { RpcMethod } from '../rpc/rpc';
import { BULK } from '../staff/bulk/methods';
import { MENU } from './menu';
import { itemsOf } from './menu-item';

type ItemOf<Entry> = Entry extends { readonly items: readonly (infer Below)[] } ? ItemOf<Below> : Entry;
type AnyDialog = Extract<ItemOf<(typeof MENU)[number]>, { readonly opens: unknown }>['opens'] | typeof BULK;

/** The names of all dialogs' pages. */
export type PageName = AnyDialog['page'];

type Works<Each> = Each extends Dialog<infer Backstage> ? (backstage: Backstage) => void : never;

/** What the methods of all dialogs together work with. */
export type Backstage = Works<AnyDialog> extends (backstage: infer All) => void ? All : never;

/** Every dialog: those that the menu opens, and the one that marks several orders. */
export const DIALOGS: readonly Dialog<Backstage, PageName>[] = [
  ...new Set(itemsOf(MENU).flatMap((item) => ('opens' in item ? (item.opens as Dialog<Backstage, PageName>) : []))),
  BULK,
];

/** Everything that dialogs may call, by name. */
export const METHODS: Readonly<Record<string, RpcMethod<Backstage>>> = Object.assign(
  {},
  ...DIALOGS.map(({ methods }) => methods),
);
