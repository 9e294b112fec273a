import type { Office } from 'local-apps-script';
import { openOffice } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { setUp } from '../support/set-up-shop';
import { type Answer, type Shop, shopOn } from '../support/shop';

export const OLD_APP = 'http://localhost:8787/old/exec';
export const NEW_APP = 'http://localhost:8787/new/exec';

/** Two sheets of one account, each with a script, a web app, properties and triggers of its own. */
export interface House {
  readonly office: Office;
  readonly old: string;
  readonly new: string;
  readonly shop: Shop;
  /** Goes to a sheet: what follows happens there. */
  at(sheet: string): Shop;
  /** Calls a method of set-up's dialog in a sheet; a refusal throws its sentence. */
  call<T>(sheet: string, method: string, ...args: readonly unknown[]): Promise<T>;
  properties(sheet: string): Record<string, string>;
  set(sheet: string, name: string, value: string): void;
  address(sheet: string): string;
  /** Ends the old sheet; gives the code. */
  end(): Promise<string>;
  /** Takes everything over with a code, to its end. */
  take(code: string, address?: string): Promise<void>;
  /** A request to the old address, as the platform sends it. */
  post(body: object): Promise<Answer>;
}

/** An old sheet in use, and a new one that is set up. Both have their web apps. */
export const openHouse = async (): Promise<House> => {
  const office = openOffice();
  const { world, bound: old } = office;
  const { copy } = office.copy();
  const apps: Readonly<Record<string, string>> = { [old]: OLD_APP, [copy]: NEW_APP };
  const at = (sheet: string): Shop => {
    office.open(sheet === old ? undefined : sheet);
    world.webAppUrl = apps[sheet] ?? null;
    return shop;
  };
  const shop = shopOn(office);
  const fetch = world.fetch;
  // A call of the other sheet's web app runs there.
  world.fetch = (request) => {
    const [caller, address] = [office.bound, request.url.split('?')[0]];
    const sheet = Object.keys(apps).find((id) => apps[id] === address) ?? caller;
    at(sheet);
    try {
      return fetch(request);
    } finally {
      at(caller);
    }
  };
  const set = (sheet: string, name: string, value: string): void => {
    const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: sheet };
    world.perform('Properties.setProperty', ['script', name, value], host);
  };
  const call = async <T>(sheet: string, method: string, ...args: readonly unknown[]): Promise<T> => {
    at(sheet);
    await office.menu({ item: 'Set up this sheet' });
    const answer = await callRpc(office, 'operator', openedPage(office)?.token ?? '', method, ...args);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value as T;
  };
  for (const sheet of [old, copy]) {
    at(sheet);
    await setUp(office);
    await call(sheet, 'setUp.webApp', apps[sheet]);
  }
  set(old, 'AUTH_MODE', 'open');
  const address = (sheet: string): string => `https://docs.google.com/spreadsheets/d/${sheet}/edit#gid=0`;
  const house: House = {
    ...{ office, old, new: copy, shop, at, call, set, address },
    properties: (sheet) => ({ ...world.properties.read(`script:${sheet}`) }),
    end: async () => (await call<{ code: string }>(old, 'moving.end')).code,
    take: async (code, from = address(old)) => {
      let now = await call<{ isDone: boolean }>(copy, 'moving.take', from, code);
      for (let steps = 0; !now.isDone; steps++) {
        if (steps > 40) throw new Error('the take-over does not end');
        now = await call(copy, 'moving.goOn');
      }
    },
    post: (body) => at(old).post(body),
  };
  return house;
};
