import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HostError, systemCode } from './host-error';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The addresses of this machine that `localhost` may mean. Nobody else can reach them. */
const ADDRESSES = ['127.0.0.1', '::1'] as const;
const ATTEMPTS = 10;

/** A host's sockets: one for each address of this machine, on one port. */
export interface Listening {
  readonly port: number;
  /** Takes no more requests, and gives running ones a moment to end. */
  close(): Promise<void>;
}

/**
 * Listens on this machine only, on a port or (0) on any free one.
 * @throws HostError when the port is taken or may not be used.
 */
export const listen = async (port: number, listener: Listener): Promise<Listening> => {
  for (let attempt = 1; ; attempt += 1) {
    const first = await bind(port, ADDRESSES[0], listener);
    const chosen = (first.address() as AddressInfo).port;
    try {
      const second = await bind(chosen, ADDRESSES[1], listener).catch(noSuchAddress);
      const servers = second ? [first, second] : [first];
      return { port: chosen, close: () => Promise.all(servers.map(close)).then(() => {}) };
    } catch (error) {
      await close(first);
      if (port !== 0 || attempt === ATTEMPTS) throw error;
    }
  }
};

const bind = (port: number, address: string, listener: Listener): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', (error) => reject(portProblem(port, error)));
    server.listen({ port, host: address, ipv6Only: address.includes(':') }, () => resolve(server));
  });

class NoSuchAddress extends HostError {}

/** Not every machine has IPv6; then IPv4 does alone. */
const noSuchAddress = (error: unknown): null => {
  if (error instanceof NoSuchAddress) return null;
  throw error;
};

const portProblem = (port: number, error: unknown): HostError => {
  const code = systemCode(error);
  if (code === 'EADDRINUSE') {
    return new HostError(
      `Port ${port} is used by another program. Choose another one with --port, or use --port 0 for any free port.`,
    );
  }
  if (code === 'EACCES')
    return new HostError(`You're not allowed to use port ${port}. Choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')
    return new NoSuchAddress(`This machine doesn't have that address: ${String(error)}`);
  return new HostError(`Port ${port} can't be opened: ${String(error)}`);
};

const LAST_MOMENT = 5_000;

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_MOMENT);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
