import { method, type RpcMethod } from '../workspace/rpc';
import { COPY_LINES, type HealthLine, healthLines } from './health-lines';
import { type HealthPorts, readHealth } from './read-health';

interface HealthBackstage {
  /** Null in a copy of the sheet. */
  readonly health: () => HealthPorts | null;
}

/** All lines of the check. */
const check = (ports: HealthPorts | null): readonly HealthLine[] =>
  ports ? healthLines(readHealth(ports)) : COPY_LINES;

/** What is not in order, each as one text: for the platform, which has proved itself and is told of columns and settings anyway. */
export const healthTroubles = (ports: HealthPorts): readonly string[] =>
  check(ports)
    .filter(({ key, state }) => key !== 'config' && (state === 'warning' || state === 'bad'))
    .map(({ label, text, todo }) => `${label}: ${text} ${todo}`.trim());

/** What the dialog Health calls. */
export const HEALTH_METHODS: Readonly<Record<string, RpcMethod<HealthBackstage>>> = {
  'health.read': method([], ({ health }: HealthBackstage) => check(health())),
};
