import { PAGE_SECRET } from './page-token';
import type { Crypto, Properties } from './ports';
import { OPERATOR } from './roles';

/**
 * Makes what is missing: the id of the live sheet, the operator's address, and the webhook secret (`whsec_` and 32
 * bytes in base64) and the secret of the customers' pages. The operator is who sets the sheet up first.
 */
export const makeSecrets = (properties: Properties, crypto: Crypto, spreadsheetId: string, operator: string): void => {
  const { SPREADSHEET_ID, WEBHOOK_SECRETS, [OPERATOR]: known, [PAGE_SECRET]: pageSecret } = properties.all();
  const made: Record<string, string> = {};
  if (!known && operator) made[OPERATOR] = operator;
  if (!SPREADSHEET_ID) made.SPREADSHEET_ID = spreadsheetId;
  if (!WEBHOOK_SECRETS) made.WEBHOOK_SECRETS = newSecret(crypto);
  if (!pageSecret) made[PAGE_SECRET] = newSecret(crypto);
  if (Object.keys(made).length > 0) properties.set(made);
};

/** A new webhook secret: 32 unguessable bytes made from random identifiers. */
const newSecret = (crypto: Crypto): string =>
  `whsec_${crypto.hmacSha256(
    crypto.uuid() + crypto.uuid(),
    [...(crypto.uuid() + crypto.uuid())].map((c) => c.charCodeAt(0)),
  )}`;
