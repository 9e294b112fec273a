import type { Office } from 'local-apps-script';

/** What a dialog's call answers. */
export interface RpcAnswer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: string;
}

/** The token of the page that was opened last, and what the page was opened with. */
export const openedPage = (
  office: Office,
): { readonly token: string; readonly options: Record<string, string> } | null => {
  const { dialogs } = office.world.ui;
  const html = dialogs[dialogs.length - 1]?.html ?? '';
  const [, token = '', options = '{}'] = /data-token="([0-9a-f]{64})" data-options="([^"]*)"/.exec(html) ?? [];
  return token ? { token, options: JSON.parse(options.replace(/&quot;/g, '"')) } : null;
};

/** Calls a method as a page does. */
export const callRpc = async (
  office: Office,
  user: string,
  token: string,
  ...call: readonly unknown[]
): Promise<RpcAnswer> => {
  const answer = await office.run({ function: 'rpc', args: [token, ...call] as never, as: user });
  const { result } = answer as unknown as { result?: RpcAnswer };
  if (!result) throw new Error(`rpc gave no answer: ${JSON.stringify(answer)}`);
  return result;
};

/** Presses the button of an open bulk dialog: every order of its dry run is marked, portion by portion. */
export const pressMark = async (office: Office, user: string, portion = 25): Promise<void> => {
  const page = openedPage(office);
  const mark = page?.options.mark;
  if (!page || !mark) return;
  const { value } = await callRpc(office, user, page.token, 'bulk.plan', mark);
  const ids = ((value as { orders?: { id: string }[] } | undefined)?.orders ?? []).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += portion)
    await callRpc(office, user, page.token, 'bulk.run', mark, ids.slice(from, from + portion), '');
  office.world.ui.dialogs.pop();
};
