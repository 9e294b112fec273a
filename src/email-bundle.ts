/**
 * The email bundle: how emails are written. Whatever sends one reads it when it comes to that (core/email-writer.ts); the build
 * makes this file a bundle of its own (dist/email-bundle.html), so that reads, repeats, most edits and quiet sweeps do not carry
 * it. No logic here.
 */
import type { EmailWriter } from './core/email-writer';
import { alertEmail } from './email/alert-email';
import { writeOrderEmail } from './email/order-email';
import { chooseTemplate } from './email/templates';

export const emails: EmailWriter = { templateOf: chooseTemplate, orderEmail: writeOrderEmail, alertEmail };
