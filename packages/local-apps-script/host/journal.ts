import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { HostError } from './host-error';

const NEWLINE = 0x0a;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A file of one JSON value a line. A line that was appended is in the hands of the operating system when
 * `append` returns, so it survives the end of this process, however sudden.
 */
export class Journal {
  private constructor(
    private readonly file: number,
    /** Bytes written so far. */
    public size: number,
    /** Bytes of a torn last line that were cut off. */
    readonly torn: number,
  ) {}

  /**
   * Opens a journal (creates it when absent), hands each line to `read` in order, and cuts off a last line that
   * was torn by a sudden end: one without a newline. Every line with one was written whole, and may have been answered.
   * @throws HostError when a line that was written whole cannot be read, or `read` throws.
   */
  static open(path: string, read: (line: unknown) => void): Journal {
    const file = openSync(path, 'a+', 0o600);
    const bytes = readFileSync(path);
    let start = 0;
    for (let number = 1; ; number += 1) {
      const end = bytes.indexOf(NEWLINE, start);
      if (end < 0) break;
      try {
        read(JSON.parse(UTF8.decode(bytes.subarray(start, end))));
      } catch {
        closeSync(file);
        throw new HostError(
          `The data folder is damaged: line ${number} of ${path} can't be read. Restore it, or start over with --fresh.`,
        );
      }
      start = end + 1;
    }
    ftruncateSync(file, start);
    return new Journal(file, start, bytes.length - start);
  }

  /** Appends one line. @throws a system error (disk full); part of the line may then be in the file. */
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
