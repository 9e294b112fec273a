import { type Mail, type Mailer, MailRefused } from '../core/ports';

/** Answers by which Google says that it will not send this message, whatever is done: nothing has left. */
const REFUSED = /^(?:Invalid email|Failed to send email: no recipient|Argument too large|Limit Exceeded: Email)/;

/** MailApp: from the effective user's address, on that user's quota (docs/google.md G95). */
export class MailAppMailer implements Mailer {
  send(mail: Mail): void {
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
      const message = error instanceof Error ? error.message : String(error);
      if (message.includes('Service invoked too many times for one day')) throw new MailRefused('quota', message);
      if (REFUSED.test(message)) throw new MailRefused('address', message);
      throw error;
    }
  }

  remaining(): number {
    return MailApp.getRemainingDailyQuota();
  }
}
