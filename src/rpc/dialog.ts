import type { DialogLook } from '../core/keyboard-ports';
import type { RpcMethod } from './rpc';

/** A page of ours together with the methods that are written for it. Other pages may call them, too. */
export interface Dialog<Backstage, Page extends string = string> extends DialogLook<Page> {
  readonly methods: Readonly<Record<string, RpcMethod<Backstage>>>;
}

/** A dialog whose page is known by name to the compiler. */
export const dialog = <Backstage, const Page extends string>(
  look: DialogLook<Page>,
  methods: Readonly<Record<string, RpcMethod<Backstage>>>,
): Dialog<Backstage, Page> => ({ ...look, methods });

/** Methods that work in the live sheet: each call begins with its ports, which are refused in a copy with a sentence. */
export const inLive = <Ports>(
  methods: Readonly<Record<string, RpcMethod<Ports>>>,
): Readonly<Record<string, RpcMethod<{ readonly live: () => Ports }>>> =>
  Object.fromEntries(
    Object.entries(methods).map(([name, { args, run }]) => [
      name,
      { args, run: ({ live }, given) => run(live(), given) },
    ]),
  );
