import { useState } from 'preact/hooks';
import type { Told } from '../rpc/outcome';
import { call } from './rpc';

/** What the last action came to, and which one is under way. */
export interface Acting {
  /** The name of the action that runs; blank for none. */
  readonly busy: string;
  readonly told: Told | null;
  /** Calls a method that answers with a sentence; then reads what it changed. */
  readonly act: (name: string, method: string, ...args: readonly unknown[]) => Promise<boolean>;
  readonly forget: () => void;
}

/** Actions of a page, one at a time: each says what it did. */
export const useActing = (after: () => Promise<unknown>): Acting => {
  const [{ busy, told }, set] = useState<{ busy: string; told: Told | null }>({ busy: '', told: null });
  const act = async (name: string, method: string, ...args: readonly unknown[]): Promise<boolean> => {
    set({ busy: name, told: null });
    let came: Told;
    try {
      came = await call<Told>(method, ...args);
    } catch (error) {
      came = { isDone: false, text: (error as Error).message };
    }
    await after();
    set({ busy: '', told: came });
    return came.isDone;
  };
  return { busy, told, act, forget: () => set({ busy: '', told: null }) };
};
