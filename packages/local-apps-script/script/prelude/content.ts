import { DESCRIBE } from './describe';
import { makeEnum } from './enum';
import { expectTypes } from './signature';
import { Guarded, strict, strictClass } from './strict';

const MimeType = makeEnum('ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML');

const MIME_TYPES: Record<string, string> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/vcard',
  XML: 'application/xml',
};

/** What `ContentService.createTextOutput` makes. */
export class TextOutput extends Guarded {
  #content: string;
  #mimeType: { toString(): string } = MimeType.TEXT;
  #fileName: string | null = null;

  constructor(content: string) {
    super();
    this.#content = content;
  }

  append(...args: [text: string]): this {
    expectTypes(args, 'ContentService.TextOutput.append', 'string');
    this.#content += String(args[0]);
    return this;
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  setContent(...args: [text: string]): this {
    expectTypes(args, 'ContentService.TextOutput.setContent', 'string');
    this.#content = String(args[0]);
    return this;
  }

  getContent(): string {
    return this.#content;
  }

  setMimeType(...args: [type: object]): this {
    expectTypes(args, 'ContentService.TextOutput.setMimeType', 'object');
    this.#mimeType = args[0];
    return this;
  }

  getMimeType(): unknown {
    return this.#mimeType;
  }

  downloadAsFile(...args: [name: string]): this {
    expectTypes(args, 'ContentService.TextOutput.downloadAsFile', 'string');
    this.#fileName = String(args[0]);
    return this;
  }

  getFileName(): string | null {
    return this.#fileName;
  }

  /** As it leaves the script. */
  [DESCRIBE](): { mimeType: string; content: string; fileName: string | null } {
    const mimeType = MIME_TYPES[this.#mimeType.toString()] ?? 'text/plain';
    return { mimeType, content: this.#content, fileName: this.#fileName };
  }
}

strictClass(TextOutput, 'TextOutput');

/** `ContentService`. */
export const ContentService = strict(
  {
    MimeType,
    createTextOutput(...args: [content?: string]) {
      expectTypes(args, 'ContentService.createTextOutput', 'string?');
      return new TextOutput(String(args[0] ?? ''));
    },
  },
  'ContentService',
);
