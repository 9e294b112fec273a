/** Script Properties that belong to a sheet or an account rather than to the business. They stay behind. */
const STAY =
  /^(?:SPREADSHEET_ID|PRACTICE_ID|OPERATOR|TRIGGER_IDS|LOOKED|LAST_(?:SWEEP|CHECK)|SWEEP_TOLD|READS_SHORT_UNTIL|POSTS_TURNED_AWAY|MAIL_DAY|BACKUP_(?:ASKED|TRIED|TROUBLE)|SELF_TEST(?:_RANG|_CHANGED)?|MOVED|TAKING|TAKEN_FROM)$/;

/** Whether a Script Property moves with the business: secrets, who doesn't want feedback requests, what's remembered about orders. */
export const goesAlong = (name: string): boolean => !STAY.test(name);
