/**
 * The email bundle: how emails are written. Anything that sends an email loads it on demand (core/email-writer.ts). The
 * build makes this file a separate bundle (dist/email-bundle.html), so that reads, repeats, most edits and quiet sweeps
 * don't load it. No logic here.
 */
import type { EmailWriter } from './core/email-writer';
import { alertEmail } from './email/alert-email';
import { writeOrderEmail } from './email/order-email';
import { chooseTemplate } from './email/templates';

export const emails: EmailWriter = { templateOf: chooseTemplate, orderEmail: writeOrderEmail, alertEmail };
