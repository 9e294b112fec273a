import { useCallback, useEffect, useState } from 'preact/hooks';
import { useLoaded } from '../../../ui-kit/parts';
import { call } from '../../../ui-kit/rpc';
import type { TodayAnswer as Today } from '../read-today';

/** The program keeps the overview for so long, too. */
const REFRESH = 30_000;
/** A person who goes on looking has looked: that is remembered so often. */
const REMEMBER = 10;

/** The overview, read again while somebody can see it, and when that person looked before. */
export const useToday = () => {
  const today = useLoaded<Today>('today.read');
  const [since, setSince] = useState<string | null>(null);
  const { run } = today;
  const refresh = useCallback(() => {
    if (document.visibilityState === 'visible') void run();
  }, [run]);
  useEffect(() => {
    // Without it the sidebar only does not say what is new.
    call<string>('today.look').then(setSince, () => setSince(''));
    let times = 0;
    const timer = setInterval(() => {
      refresh();
      times += 1;
      if (times % REMEMBER === 0 && document.visibilityState === 'visible') void call('today.look').catch(() => null);
    }, REFRESH);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [refresh]);
  return { ...today, since };
};
