import { DailyUse } from './daily-use';

/** A sent email as `GET /local/mail` shows it. `to` is the first bare address; `time` is ISO. */
export interface Mail {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly recipients: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly name: string | null;
  readonly replyTo: string | null;
  readonly attachments: readonly { readonly name: string; readonly type: string | null; readonly size: number }[];
  readonly time: string;
}

/** Every email that was sent, and how much of the daily quota each user has used (docs/google.md G1). */
export class Mailbox {
  private mails: Mail[] = [];
  private readonly uses = new DailyUse();

  /** Recipients that a user has emailed in the 24 hours that began with the first of them. */
  used(user: string, now: number): number {
    return this.uses.used(user, now);
  }

  /** Counts recipients against a user's day. */
  use(user: string, count: number, now: number): void {
    this.uses.add(user, count, now);
  }

  add(mail: Omit<Mail, 'id'>): void {
    this.mails.push({ id: this.mails.length + 1, ...mail });
  }

  /** Emails with a greater id, oldest first. */
  after(id: number): readonly Mail[] {
    return this.mails.slice(Math.max(0, id));
  }

  toJSON(): { mails: readonly Mail[]; uses: ReturnType<DailyUse['toJSON']> } {
    return { mails: this.mails, uses: this.uses.toJSON() };
  }

  restore(state: ReturnType<Mailbox['toJSON']>): void {
    this.mails = [...state.mails];
    this.uses.restore(state.uses);
  }
}
