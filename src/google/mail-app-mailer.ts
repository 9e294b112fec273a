import { type Email, EmailRefused, type Mailer } from '../core/outbox-ports';

/** Characters of a subject that MailApp takes at most. */
const LONGEST_SUBJECT = 250;

/**
 * MailApp: from the effective user's address, on that user's quota (docs/google.md G95). What it throws is in the language of
 * the account (G100), so no words decide: where nothing is left of the day's quota, that is why. Of anything else nobody
 * knows whether the email has left.
 */
export class MailAppMailer implements Mailer {
  send(email: Email): void {
    if (email.subject.length > LONGEST_SUBJECT)
      throw new EmailRefused('address', `The subject is longer than ${LONGEST_SUBJECT} characters.`);
    try {
      MailApp.sendEmail({
        to: email.to,
        subject: email.subject,
        body: email.text,
        htmlBody: email.html,
        name: email.senderName,
        ...(email.replyTo ? { replyTo: email.replyTo } : {}),
      });
    } catch (error) {
      if (this.isUsedUp()) throw new EmailRefused('quota', error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  remaining(): number {
    return MailApp.getRemainingDailyQuota();
  }

  private isUsedUp(): boolean {
    try {
      return this.remaining() <= 0;
    } catch {
      return false;
    }
  }
}
