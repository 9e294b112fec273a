/** Script Properties that belong to a sheet or an account, and not to the business: they stay where they are. */
const STAY =
  /^(?:SPREADSHEET_ID|PRACTICE_ID|OPERATOR|TRIGGER_IDS|LOOKED|LAST_(?:SWEEP|CHECK)|SWEEP_TOLD|READS_SHORT_UNTIL|POSTS_TURNED_AWAY|MAIL_DAY|BACKUP_(?:ASKED|TRIED|TROUBLE)|SELF_TEST(?:_RANG|_CHANGED)?|MOVED|TAKING|TAKEN_FROM)$/;

/** Whether a Script Property goes along when a business moves: secrets, who is not asked, what is remembered of orders. */
export const goesAlong = (name: string): boolean => !STAY.test(name);
