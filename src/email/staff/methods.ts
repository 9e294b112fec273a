import { listOf, oneOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { ForPeople, method } from '../../rpc/rpc';
import { allEmails } from '../read-emails';
import { holdThese, releaseThese } from './hold-these';
import { menuContext } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';
import { settleAsSent, settleBySending } from './settle';
import { whatWaits } from './what-waits';

const keys = listOf(text(200), 500);

/** The dialog Waiting emails, and what other dialogs may do with unsent emails. */
export const WHAT_WAITS = dialog(
  { page: 'what-waits', title: 'Waiting emails', size: [700, 600] },
  inLive<EmailMenuPorts>({
    'emails.waiting': method([], whatWaits),
    'emails.hold': method([keys], (ports, chosen) => {
      return holdThese(ports, menuContext(ports), ({ key }) => chosen.includes(key), ports.person);
    }),
    'emails.release': method([keys], (ports, chosen) => {
      return releaseThese(ports, menuContext(ports), ({ key }) => chosen.includes(key), ports.person);
    }),
    'emails.settle': method([text(200), oneOf('sent', 'again')], (ports, key, what) => {
      const context = menuContext(ports);
      if (what === 'sent') return settleAsSent(ports, context, key, ports.person);
      const email = allEmails(ports.outbox, context.view).find((each) => each.key === key);
      if (!email) throw new ForPeople('This email is no longer in the Outbox. Nothing was sent.');
      return settleBySending(ports, context, email, ports.person);
    }),
  }),
);
