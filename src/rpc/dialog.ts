import type { RpcMethod } from './rpc';

/** How a page of ours is shown to staff. */
export interface DialogLook<Page extends string = string> {
  /** The page's file is `<page>.tsx`, with its own styles in `<page>.css` if it needs any. */
  readonly page: Page;
  readonly title: string;
  /** Pixels; `sidebar` beside the sheet. */
  readonly size: readonly [width: number, height: number] | 'sidebar';
}

/** A page of ours together with the methods that are written for it. Other pages may call them, too. */
export interface Dialog<Backstage, Page extends string = string> extends DialogLook<Page> {
  readonly methods: Readonly<Record<string, RpcMethod<Backstage>>>;
}

/** A dialog whose page is known by name to the compiler. */
export const dialog = <Backstage, const Page extends string>(
  look: DialogLook<Page>,
  methods: Readonly<Record<string, RpcMethod<Backstage>>>,
): Dialog<Backstage, Page> => ({ ...look, methods });
