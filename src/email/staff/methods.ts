import { listOf, oneOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { ForPeople, method } from '../../rpc/rpc';
import { allMails } from '../read-mails';
import { holdThese, releaseThese } from './hold-these';
import { menuContext } from './menu-context';
import type { MailMenuPorts } from './menu-ports';
import { settleAsSent, settleBySending } from './settle';
import { whatWaits } from './what-waits';

const keys = listOf(text(200), 500);

/** The dialog What waits, and what other dialogs may do with mails that have not left. */
export const WHAT_WAITS = dialog(
  { page: 'what-waits', title: 'What waits', size: [700, 600] },
  inLive<MailMenuPorts>({
    'mails.waiting': method([], whatWaits),
    'mails.hold': method([keys], (ports, chosen) => {
      return holdThese(ports, menuContext(ports), ({ key }) => chosen.includes(key), ports.person);
    }),
    'mails.release': method([keys], (ports, chosen) => {
      return releaseThese(ports, menuContext(ports), ({ key }) => chosen.includes(key), ports.person);
    }),
    'mails.settle': method([text(200), oneOf('sent', 'again')], (ports, key, what) => {
      const context = menuContext(ports);
      if (what === 'sent') return settleAsSent(ports, context, key, ports.person);
      const mail = allMails(ports.outbox, context.view).find((each) => each.key === key);
      if (!mail) throw new ForPeople('This mail is not in the Outbox any more. Nothing was sent.');
      return settleBySending(ports, context, mail, ports.person);
    }),
  }),
);
