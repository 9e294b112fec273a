/** The tab of a sheet that has ended: people read there where its business is, and the two scripts of a move how far it is. */
export const NOTE_TAB = 'Moved';
