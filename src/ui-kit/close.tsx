import { Action } from './parts';
import { closeDialog } from './rpc';

/** The last button of a dialog that is finished. */
export const Close = () => (
  <Action primary onClick={closeDialog}>
    Close
  </Action>
);
