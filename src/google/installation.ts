import { ARCHIVE_NAME } from '../core/bounds';
import type { Installation } from '../core/set-up-ports';
import { sheetsApi } from './sheets-api';
import { HANDLERS } from './triggers';

/** Triggers, consent and size of the live sheet, as Google tells them to the person who asks. */
export class ScriptInstallation implements Installation {
  constructor(private readonly spreadsheetId: string) {}

  missingTriggers(): readonly string[] {
    const installed = new Set(ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()));
    return HANDLERS.filter((handler) => !installed.has(handler));
  }

  consent(): { readonly given: boolean; readonly url: string } {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    const given = info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED;
    return { given, url: given ? '' : (info.getAuthorizationUrl() ?? '') };
  }

  size(): ReturnType<Installation['size']> {
    const { properties, sheets = [] } = sheetsApi().get(this.spreadsheetId, {
      fields: 'properties.locale,sheets.properties(title,gridProperties)',
    });
    const cells = sheets.reduce((sum, sheet) => {
      const { rowCount = 0, columnCount = 0 } = sheet.properties?.gridProperties ?? {};
      return sum + rowCount * columnCount;
    }, 0);
    const archives = sheets.filter((sheet) => sheet.properties?.title?.startsWith(ARCHIVE_NAME)).length;
    return { cells, archives, locale: properties?.locale ?? '' };
  }
}
