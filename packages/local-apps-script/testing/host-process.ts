import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A host that runs as a program of its own, as `npm start` runs it. */
export interface HostProcess {
  /** `http://localhost:<port>` */
  readonly address: string;
  readonly output: () => string;
  /** What it has written about what went wrong. */
  readonly errors: () => string;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and waits for the end. Gives the exit code (null when the signal ended it). */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** What a host said that ended on its own. */
export interface Ended {
  readonly code: number | null;
  readonly errors: string;
  readonly output: string;
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** A new empty folder, removed by {@link cleanUp}. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  folders.add(folder);
  return folder;
};

/** A folder with a script of one file. */
export const scriptFolder = (code: string, pages: Readonly<Record<string, string>> = {}): string => {
  const folder = newFolder();
  writeFileSync(join(folder, 'Code.js'), code);
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
  return folder;
};

const startHost = async (program: string, args: readonly string[]): Promise<HostProcess> => {
  const { child, said } = spawnHost(program, ['--port', '0', ...args]);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const address = await new Promise<string>((found, failed) => {
    child.stdout?.on('data', () => {
      const [, page] = /The sheet\s+(http:\S+)\//.exec(said.output) ?? [];
      if (page) found(page);
    });
    void ended.then((code) => failed(new Error(`The host ended with ${code}: ${said.errors}`)));
  });
  return {
    address,
    output: () => said.output,
    errors: () => said.errors,
    ended,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

const startPreparing = (program: string, args: readonly string[]): Promise<string> => {
  const { child, said } = spawnHost(program, ['--port', '0', ...args]);
  return new Promise((found, failed) => {
    child.stdout?.on('data', () => {
      const [, page] = /Watch them arrive at (http:\S+)\//.exec(said.output) ?? [];
      if (page) found(page);
    });
    child.on('close', (code) => failed(new Error(`The host ended with ${code}: ${said.errors}`)));
  });
};

const runHost = (program: string, args: readonly string[]): Promise<Ended> => {
  const { child, said } = spawnHost(program, args);
  return new Promise((done) => child.on('close', (code) => done({ code, ...said })));
};

/** How a built host is run as a program of its own. */
export interface HostProgram {
  /** Starts it on a free port and waits until it says that it is ready. @throws Error with what it said when it ends instead. */
  startHost(...args: string[]): Promise<HostProcess>;
  /** Starts one that takes a while to prepare its sheet; gives its address before it's ready. */
  startPreparing(...args: string[]): Promise<string>;
  /** Runs one that is expected to end on its own. */
  runHost(...args: string[]): Promise<Ended>;
}

/** The host that was built into this file. */
export const hostProgram = (program: string): HostProgram => ({
  startHost: (...args) => startHost(program, args),
  startPreparing: (...args) => startPreparing(program, args),
  runHost: (...args) => runHost(program, args),
});

/** Ends every host that still runs and removes the folders. */
export const cleanUp = async (): Promise<void> => {
  await Promise.all(
    [...running].map((child) => {
      const closed = new Promise((done) => child.on('close', done));
      child.kill('SIGKILL');
      return closed;
    }),
  );
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
};

const spawnHost = (
  program: string,
  args: readonly string[],
): { child: ChildProcess; said: { output: string; errors: string } } => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (text) => {
    said.output += text;
  });
  child.stderr?.on('data', (text) => {
    said.errors += text;
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  return { child, said };
};
