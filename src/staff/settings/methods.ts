import { recordOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import type { SavePorts } from '../../rpc/save-tab';
import { saveSettings, settingLines } from './settings-form';

/** The dialog Settings. */
export const SETTINGS_FORM = dialog(
  { page: 'settings', title: 'Settings', size: [640, 620] },
  inLive<SavePorts>({
    'settings.read': method([], settingLines),
    'settings.write': method([recordOf(text(1_000))], saveSettings),
  }),
);
