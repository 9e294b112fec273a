import type { ServerResponse } from 'node:http';

/** A change is told at once; those that follow within this many milliseconds are told as one. */
const GATHER = 25;
const HEARTBEAT = 15_000;

/** Tells every open page, by server-sent events, that something has changed. What has, the page asks for. */
export class Events {
  private readonly listeners = new Set<ServerResponse>();
  private changes = 0;
  private timer: NodeJS.Timeout | null = null;
  private readonly heartbeat = setInterval(() => this.write(': still here\n\n'), HEARTBEAT);

  constructor() {
    this.heartbeat.unref();
  }

  /** Keeps the response open and sends it every tick from now on. */
  subscribe(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    response.write(`retry: 1000\ndata: ${this.changes}\n\n`);
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  /** Something has changed. */
  tick(): void {
    this.changes += 1;
    if (this.timer) return;
    const told = this.changes;
    this.tell();
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.changes > told) this.tick();
    }, GATHER);
  }

  private tell(): void {
    this.write(`data: ${this.changes}\n\n`);
  }

  close(): void {
    clearInterval(this.heartbeat);
    if (this.timer) clearTimeout(this.timer);
    for (const listener of this.listeners) listener.end();
  }

  private write(text: string): void {
    for (const listener of this.listeners) listener.write(text);
  }
}
