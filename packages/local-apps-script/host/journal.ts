import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { HostError } from './host-error';

const NEWLINE = 0x0a;

/**
 * A file of one JSON value a line. A line that was appended is in the hands of the operating system when
 * `append` returns, so it survives the end of this process, however sudden.
 */
export class Journal {
  private constructor(
    private readonly file: number,
    /** Bytes written so far. */
    public size: number,
  ) {}

  /**
   * Opens a journal (creates it when absent), hands each line to `read` in order, and cuts off a last line that
   * was torn by a sudden end.
   * @throws HostError when a line that is not the last cannot be read.
   */
  static open(path: string, read: (line: unknown) => void): Journal {
    const file = openSync(path, 'a+', 0o600);
    const bytes = readFileSync(path);
    let start = 0;
    for (let number = 1; start < bytes.length; number += 1) {
      const end = bytes.indexOf(NEWLINE, start);
      const line = end < 0 ? undefined : parse(bytes.toString('utf8', start, end));
      if (line === undefined) {
        if (end >= 0 && end < bytes.length - 1) {
          throw new HostError(
            `The data folder is damaged: line ${number} of ${path} cannot be read; restore it, or begin again with --fresh.`,
          );
        }
        break;
      }
      read(line);
      start = end + 1;
    }
    ftruncateSync(file, start);
    return new Journal(file, start);
  }

  /** Appends one line. @throws a system error (disk full); part of the line may then stand in the file. */
  append(value: unknown): void {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
    for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
    this.size += bytes.length;
  }

  close(): void {
    fsyncSync(this.file);
    closeSync(this.file);
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
