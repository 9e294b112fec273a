/** Menu paths and sentences that several actions, notes and emails share: a menu item's name is written here once. */
export const OTHERS_WRITE = 'Someone else is making changes right now, so nothing was done. Please try again.';
export const NOT_STORED = "Couldn't save this just now. Please try again.";
export const SET_UP_FIRST = 'To fix it, choose CPS Orders > Set up this sheet.';
export const RESTORE = 'use CPS Orders > Data > Restore selected rows';
export const RELEASE_EMAILS = 'CPS Orders > Emails > Release held emails';
export const RESEND_EMAIL = 'CPS Orders > Emails > Resend an email';
export const RESOLVE_EMAILS = 'CPS Orders > Emails > Resolve uncertain emails';
export const WAITING_EMAILS = 'CPS Orders > Emails > Waiting emails';
export const REPLAY = 'CPS Orders > Data > Replay rejected order';
export const REBUILD = 'CPS Orders > Data > Rebuild missing rows';
export const RECORD_ROAD = 'To fix it, choose CPS Orders > Data > Backups and restore from the built-in order log.';
export const STEP_BACK = 'use CPS Orders > Step back';
