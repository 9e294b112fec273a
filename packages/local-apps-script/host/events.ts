import type { ServerResponse } from 'node:http';

/** Changes within this many milliseconds of the last report are reported as one. */
const GATHER = 25;
/** While changes go on and on (a week passes in seconds), they are reported less and less often, down to this. */
const LONGEST_GATHER = 400;
const HEARTBEAT = 15_000;

/** Tells every open page, by server-sent events, that something has changed. What has, the page asks for. */
export class Events {
  private readonly listeners = new Set<ServerResponse>();
  private changes = 0;
  private told = 0;
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

  /** Something has changed: it is reported right away, unless something else was a moment ago. */
  tick(): void {
    this.changes += 1;
    if (!this.timer) this.tell(GATHER);
  }

  close(): void {
    clearInterval(this.heartbeat);
    if (this.timer) clearTimeout(this.timer);
    for (const listener of this.listeners) listener.end();
  }

  private tell(gather: number): void {
    this.told = this.changes;
    this.write(`data: ${this.changes}\n\n`);
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.changes > this.told) this.tell(Math.min(gather * 1.5, LONGEST_GATHER));
    }, gather);
  }

  private write(text: string): void {
    for (const listener of this.listeners) listener.write(text);
  }
}
