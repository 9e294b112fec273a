import { startPage } from 'local-apps-script/page';
import './panel.css';
import { PlatformPage } from './platform';
import { TryThis } from './try-this';

/** The tabs the walk-through reads; they don't exist until set-up is done. */
const NEEDED = ['Orders', 'Ledger'];

startPage({
  noMail: 'No emails yet. Send an order and its receipt arrives here.',
  chips: {
    pending: 'amber',
    paid: 'blue',
    shipped: 'green',
    'picked up': 'green',
    cancelled: 'red',
    'to ship': 'violet',
    'to pick up': 'violet',
  },
  panel: (around) => {
    const tryThis = new TryThis(around);
    const platform = new PlatformPage((answer) => tryThis.posted(answer), around.failed);
    return {
      pages: [tryThis, platform],
      startsWithMail: tryThis.isOver,
      refreshed: async ({ tabs, menu }) => {
        if (NEEDED.every((needed) => tabs.some(({ name }) => name === needed))) await tryThis.refresh(menu);
      },
      mailOpened: (email) => tryThis.readEmail(email),
    };
  },
});
