import { useCallback, useEffect, useState } from 'preact/hooks';
import { useLoaded } from '../../../ui-kit/parts';
import { call } from '../../../ui-kit/rpc';
import type { TodayAnswer as Today } from '../read-today';

/** The program caches the overview for as long. */
const REFRESH = 30_000;
/** The last look is stored again after this many refreshes. */
const REMEMBER = 10;

/** The overview, refreshed as long as it's visible, and when this user last looked. */
export const useToday = () => {
  const today = useLoaded<Today>('today.read');
  const [since, setSince] = useState<string | null>(null);
  const { run } = today;
  const refresh = useCallback(() => {
    if (document.visibilityState === 'visible') void run();
  }, [run]);
  useEffect(() => {
    // If this fails, the sidebar just doesn't say what is new.
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
