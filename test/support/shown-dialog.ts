import { callRpc, openedPage } from './rpc';
import type { Shop } from './shop';

/** Opens a page by its menu item and calls its methods as it does; a refused call throws its sentence. */
export const openPage = async ({ office }: Shop, item: string, user = 'operator') => {
  await office.menu({ item, user });
  const token = openedPage(office)?.token ?? '';
  return async <T>(...call: readonly unknown[]): Promise<T> => {
    const answer = await callRpc(office, user, token, ...call);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value as T;
  };
};
