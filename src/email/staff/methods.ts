import { listOf, oneOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { ForPeople, method } from '../../rpc/rpc';
import { allMails } from '../read-mails';
import { settingNow } from './chosen';
import { holdThese, releaseThese } from './hold-these';
import type { MailMenuPorts } from './menu-ports';
import { settleAsSent, settleBySending } from './settle';
import { whatWaits } from './what-waits';

const keys = listOf(text(200), 500);

/** The dialog What waits, and what other dialogs may do with mails that have not left. */
export const WAITS = dialog(
  { page: 'waits', title: 'What waits', size: [700, 600] },
  inLive<MailMenuPorts>({
    'mails.waiting': method([], whatWaits),
    'mails.hold': method([keys], (ports, chosen) => {
      return holdThese(ports, settingNow(ports), ({ key }) => chosen.includes(key), ports.person);
    }),
    'mails.release': method([keys], (ports, chosen) => {
      return releaseThese(ports, settingNow(ports), ({ key }) => chosen.includes(key), ports.person);
    }),
    'mails.settle': method([text(200), oneOf('sent', 'again')], (ports, key, what) => {
      const setting = settingNow(ports);
      if (what === 'sent') return settleAsSent(ports, setting, key, ports.person);
      const mail = allMails(ports.outbox, setting.view).find((each) => each.key === key);
      if (!mail) throw new ForPeople('This mail is not in the Outbox any more. Nothing was sent.');
      return settleBySending(ports, setting, mail, ports.person);
    }),
  }),
);
