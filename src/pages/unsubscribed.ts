import type { Crypto, Properties } from '../ports';

/** Who does not want to be asked is kept by a hash of the address, one Script Property each. */
const PREFIX = 'NO_FEEDBACK_';

interface UnsubscribePorts {
  readonly crypto: Crypto;
  readonly properties: Properties;
}

const nameOf = ({ crypto }: UnsubscribePorts, email: string): string =>
  `${PREFIX}${crypto.sha256(email.trim().toLowerCase()).slice(0, 24)}`;

/** Whether a customer does not want to be asked for feedback. */
export const isUnsubscribed = (ports: UnsubscribePorts, email: string): boolean =>
  ports.properties.all()[nameOf(ports, email)] !== undefined;

/** From now on this customer is not asked any more. */
export const unsubscribe = (ports: UnsubscribePorts, email: string): void => {
  if (!isUnsubscribed(ports, email)) ports.properties.set({ [nameOf(ports, email)]: '1' });
};
