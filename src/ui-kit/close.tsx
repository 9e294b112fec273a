import { Action } from './parts';
import { closeDialog } from './rpc';

/** The last button of a dialog that has done its work. */
export const Close = () => (
  <Action primary onClick={closeDialog}>
    Close
  </Action>
);
