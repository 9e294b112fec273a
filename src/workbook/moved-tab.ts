/** A tab in a retired sheet. It shows staff where the business is now, and the two scripts how far the move is. */
export const NOTE_TAB = 'Moved';
