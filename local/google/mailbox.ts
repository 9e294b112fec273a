/** A sent mail as `GET /local/mail` shows it. `to` is the first bare address; `time` is ISO. */
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

/** The recipients that one user has mailed since `start` (epoch milliseconds). */
interface Use {
  readonly start: number;
  readonly count: number;
}

const DAY = 86_400_000;

/** Every mail that was sent, and how much of the daily quota each user has used (platform-facts 1). */
export class Mailbox {
  private mails: Mail[] = [];
  private uses = new Map<string, Use>();

  /** Recipients that a user has mailed in the 24 hours that began with the first of them. */
  used(user: string, now: number): number {
    const use = this.uses.get(user);
    return use && now < use.start + DAY ? use.count : 0;
  }

  /** Counts recipients against a user's day. */
  use(user: string, count: number, now: number): void {
    const use = this.uses.get(user);
    const running = use && now < use.start + DAY ? use : { start: now, count: 0 };
    this.uses.set(user, { start: running.start, count: running.count + count });
  }

  add(mail: Omit<Mail, 'id'>): void {
    this.mails.push({ id: this.mails.length + 1, ...mail });
  }

  /** Mails with a greater id, oldest first. */
  after(id: number): readonly Mail[] {
    return this.mails.slice(Math.max(0, id));
  }

  toJSON(): { mails: readonly Mail[]; uses: readonly (readonly [string, Use])[] } {
    return { mails: this.mails, uses: [...this.uses] };
  }

  restore(state: ReturnType<Mailbox['toJSON']>): void {
    this.mails = [...state.mails];
    this.uses = new Map(state.uses);
  }
}
