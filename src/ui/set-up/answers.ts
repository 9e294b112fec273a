/** What the methods of the dialog answer. */
export type { Checklist } from '../../setup/checklist';
export type { HeaderQuestion as Question } from '../../setup/header-repair';
