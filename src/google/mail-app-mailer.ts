import { type Mail, type Mailer, MailRefused } from '../core/ports';

/** Characters of a subject that MailApp takes at most. */
const LONGEST_SUBJECT = 250;

/**
 * MailApp: from the effective user's address, on that user's quota (docs/google.md G95). What it throws is in the language of
 * the account (G100), so no words decide: where nothing is left of the day's quota, that is why. Of anything else nobody
 * knows whether the email has left.
 */
export class MailAppMailer implements Mailer {
  send(mail: Mail): void {
    if (mail.subject.length > LONGEST_SUBJECT)
      throw new MailRefused('address', `The subject is longer than ${LONGEST_SUBJECT} characters.`);
    try {
      MailApp.sendEmail({
        to: mail.to,
        subject: mail.subject,
        body: mail.text,
        htmlBody: mail.html,
        name: mail.senderName,
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
      });
    } catch (error) {
      if (this.isUsedUp()) throw new MailRefused('quota', error instanceof Error ? error.message : String(error));
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
