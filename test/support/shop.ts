import type { Json, Office } from 'local-apps-script';
import { NOW, type OfficeChoices, openOffice } from './office';
import { restoreSetUp, setUp } from './set-up-shop';

/** An order as the platform's client sends it: three 4x6 and one 8x10, to Orlando. */
export const PAUL = {
  customerName: 'Paul Smith',
  email: 'paul@example.com',
  phone: '407-555-0134',
  fulfillmentType: 'ship',
  street: '123 Main St',
  apartment: 'Apt 4',
  city: 'Orlando',
  state: 'FL',
  zipCode: '32801',
  eventCode: 'ASDAR26',
  items: [
    { photoNumber: '1234', qty4x6: 3, qty5x7: 0, qty8x10: 0 },
    { photoNumber: '1235', qty4x6: 0, qty5x7: 0, qty8x10: 1 },
  ],
};

/** An answer of the web app; every field may be missing. */
export interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly error?: string;
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly duplicate?: boolean;
  readonly details?: readonly { readonly field: string; readonly message: string }[];
  readonly [field: string]: unknown;
}

export interface ShopEmail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface SheetAnswer {
  readonly values: readonly (readonly Json[])[];
  readonly notes: readonly (readonly string[])[];
  readonly formulas: readonly (readonly string[])[];
}

/** The product, set up on the local Apps Script, as its users meet it. */
export interface Shop {
  readonly office: Office;
  /** Posts a body (an object as JSON, a text as it is) and follows the redirect. */
  post(body: unknown, query?: string): Promise<Answer>;
  get(query: string): Promise<Answer>;
  /** Rows below the header that hold anything, by header. */
  rows(tab: string): Record<string, Json>[];
  /** The notes of a tab's cells below the header, by A1. */
  notes(tab: string): Record<string, string>;
  formulas(tab: string): string[];
  emails(): ShopEmail[];
  /** Types one value or pastes a column of values from a cell on. */
  type(range: string, value: Json | readonly (readonly Json[])[], user?: string): Promise<void>;
}

const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/**
 * The product, set up on a fresh sheet; posts need no signature unless told. The built product comes from a saved shop,
 * whose set-up had the seed 1; any other script is set up on the spot.
 */
export const openShop = async (
  choices: OfficeChoices & { readonly auth?: 'open' | 'key' | 'signature' } = {},
): Promise<Shop> => {
  const office = openOffice(choices);
  if ((choices.script ?? 'dist') === 'dist') await restoreSetUp(office, choices.now ?? NOW);
  else await setUp(office);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', choices.auth ?? 'open'], host);
  return shopOn(office);
};

/** The same for an existing office. */
export const shopOn = (office: Office): Shop => {
  const web = async (method: 'GET' | 'POST', query: string, body?: string): Promise<Answer> => {
    const response = await office.request({
      method,
      query,
      ...(body === undefined ? {} : { body, contentType: 'application/json' }),
    });
    const key = (response.location ?? '').split('/').pop() ?? '';
    const text = response.status === 302 ? office.echo(key).body : response.body;
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw new Error(`the web app answered no JSON but ${response.status}: ${text.slice(0, 300)}`);
    }
  };
  const sheet = (tab: string) => office.sheet(tab, 1, 100_000) as unknown as SheetAnswer;
  return {
    office,
    post: (body, query = '') => web('POST', query, typeof body === 'string' ? body : JSON.stringify(body)),
    get: (query) => web('GET', query),
    rows(tab) {
      const [header = [], ...rows] = office.values(tab);
      const columns = header.map(String);
      return rows
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) =>
          Object.fromEntries(columns.flatMap((name, index) => (name ? [[name, row[index] ?? ''] as const] : []))),
        );
    },
    notes(tab) {
      const found: Record<string, string> = {};
      sheet(tab).notes.forEach((row, rowIndex) => {
        row.forEach((note, column) => {
          if (note && rowIndex > 0) found[`${letters(column)}${rowIndex + 1}`] = note;
        });
      });
      return found;
    },
    formulas: (tab) =>
      sheet(tab)
        .formulas.flat()
        .filter((formula) => formula !== ''),
    emails: () => (office.mail() as unknown as { mails: ShopEmail[] }).mails,
    async type(range, value, user = 'operator') {
      const values = Array.isArray(value) ? (value as readonly (readonly Json[])[]) : [[value as Json]];
      await office.edit({ sheet: 'Orders', range, values, user });
    },
  };
};
