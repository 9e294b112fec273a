import { recordOf, text } from '../../rpc/argument-checks';
import { dialog } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import type { SavePorts } from '../../rpc/save-tab';
import { saveSettings, settingLines } from './settings-form';

interface SettingsBackstage {
  readonly live: () => SavePorts;
}

/** The dialog Settings. */
export const SETTINGS_FORM = dialog(
  { page: 'settings', title: 'Settings', size: [640, 620] },
  {
    'settings.read': method([], ({ live }: SettingsBackstage) => settingLines(live())),
    'settings.write': method([recordOf(text(1_000))], ({ live }: SettingsBackstage, values) =>
      saveSettings(live(), values),
    ),
  },
);
