import type { Office } from 'local-apps-script';

/** Two years, by month, compared with the two before. */
export const REPORT = { period: 'custom', event: '', from: '2024-10-01', to: '2026-09-30', grain: 'month' };

/** Opens the report's dialog as a user does; gives what its page calls. */
export const openReport = async (office: Office): Promise<(method: string, choice: object) => Promise<unknown>> => {
  await office.menu({ item: 'Reports > Sales report' });
  const html = office.world.ui.dialogs.at(-1)?.html ?? '';
  const token = /data-token="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
  return async (method, choice) => {
    const answer = await office.run({ function: 'rpc', args: [token, method, choice] as never });
    const { result } = answer as unknown as { result?: { ok: boolean; error?: string } };
    if (!result?.ok) throw new Error(`the report of the bench was refused: ${JSON.stringify(answer)}`);
    return result;
  };
};
