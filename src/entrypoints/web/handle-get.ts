import { authenticate, authSettings } from '../../core/authentication';
import { cachedRead } from '../../core/read-cache';
import { type Refusal, refusal } from '../../core/refusal';
import { GET_ROUTES } from './get-routes';
import { countStranger } from './limits';
import { type GetPorts, routeOf } from './route';
import { isRepeated, parameterNames, single, type WebEvent } from './web-request';

/**
 * The text that a GET signs: its other parameters sorted by name as `name=value`, joined by `&`, both parts through
 * encodeURIComponent (docs/design.md 4.2).
 */
const signedQuery = (event: WebEvent | null | undefined): string =>
  parameterNames(event)
    .filter((name) => !OWN_PARAMETERS.includes(name))
    .sort()
    .map((name) => `${encoded(name)}=${encoded(single(event, name))}`)
    .join('&');

/** Text that isn't valid Unicode can't have been signed. */
const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '';
  }
};

/** What carries the signature is not signed itself. */
const OWN_PARAMETERS: readonly string[] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];

const isRefusal = (answer: object): answer is Refusal => 'ok' in answer && answer.ok === false;

const doubledParameters = (event: WebEvent | null | undefined): Refusal | null => {
  const doubled = parameterNames(event).filter((name) => isRepeated(event, name));
  const details = doubled
    .slice(0, 20)
    .map((name) => ({ field: name.slice(0, 60), message: 'was sent more than once' }));
  return details.length === 0 ? null : refusal('VALIDATION_FAILED', 'Each parameter may be sent only once.', details);
};

/** A read through the web app: JSON text (docs/design.md 4.6). Lists and figures come from the 30-second cache. */
export const handleGet = (ports: GetPorts, event: WebEvent | null | undefined): string => {
  const doubled = doubledParameters(event);
  if (doubled) return JSON.stringify(doubled);
  const path = single(event, 'route');
  const route = routeOf(GET_ROUTES, path);
  // Who does not prove itself does not learn either which routes there are.
  if (route?.auth !== 'none') {
    const refused = refusedGet(ports, event);
    if (refused) {
      countStranger(ports);
      return JSON.stringify(refused);
    }
  }
  if (!route) return JSON.stringify(unknownRoute(path));
  const given = (name: string): string => single(event, name);
  const answered = (): object =>
    route.answer(ports, { given, proves: () => proves(ports, event), asOf: ports.clock.now().toISOString() });
  if (!route.keptBy) return JSON.stringify(answered());
  return cachedRead(ports.cache, ports.crypto, JSON.stringify([path, ...route.keptBy.map(given)]), () => {
    const made = answered();
    return { text: JSON.stringify(made), keep: !isRefusal(made) };
  });
};

const unknownRoute = (path: string): Refusal =>
  refusal('UNKNOWN_ROUTE', path ? `Unknown route "${path.slice(0, 60)}".` : 'The parameter route is missing.');

const proves = (ports: GetPorts, event: WebEvent | null | undefined): boolean => {
  const carries = single(event, 'webhook-signature') !== '' || single(event, 'key') !== '';
  return carries && !refusedGet(ports, event);
};

const refusedGet = (ports: GetPorts, event: WebEvent | null | undefined): Refusal | null => {
  const credentials = {
    id: single(event, 'webhook-id'),
    timestamp: single(event, 'webhook-timestamp'),
    signature: single(event, 'webhook-signature'),
    key: single(event, 'key'),
    signedBody: signedQuery(event),
  };
  return authenticate(ports.crypto, authSettings(ports.properties.all()), credentials, ports.clock.now());
};
