/** Sentences that several menu actions and notes share. */
export const OTHERS_WRITE = 'Others are writing at this moment: nothing was done. Please try again.';
export const NOT_STORED = 'It could not be stored for now. Please try again.';
export const SET_UP_FIRST = 'CPS Orders > Set up this sheet brings it back.';
export const RESTORE = 'use CPS Orders > Data > Restore selected rows';
export const REBUILD = 'CPS Orders > Data > Rebuild missing rows';
export const RECORD_ROAD = "CPS Orders > Data > Backups sets it right from the program's own record.";
export const STEP_BACK = 'use CPS Orders > Step back';
