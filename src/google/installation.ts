import { ARCHIVE_NAME } from '../core/bounds';
import type { Installation } from '../core/set-up-ports';
import { GUARD_FIELDS, guardsOf } from './guards';
import { sheetsApi } from './sheets-api';
import { missingTriggers } from './triggers';

/** Triggers, consent and size of the live sheet, as Google tells them to the person who asks. */
export class ScriptInstallation implements Installation {
  constructor(private readonly spreadsheetId: string) {}

  missingTriggers(): readonly string[] {
    return missingTriggers();
  }

  consent(): { readonly given: boolean; readonly url: string } {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    const given = info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED;
    return { given, url: given ? '' : (info.getAuthorizationUrl() ?? '') };
  }

  size(): ReturnType<Installation['size']> {
    const answer = sheetsApi().get(this.spreadsheetId, {
      fields: `properties.locale,sheets.properties(title,gridProperties),${GUARD_FIELDS}`,
    });
    const { properties, sheets = [] } = answer;
    const cells = sheets.reduce((sum, sheet) => {
      const { rowCount = 0, columnCount = 0 } = sheet.properties?.gridProperties ?? {};
      return sum + rowCount * columnCount;
    }, 0);
    const archives = sheets.filter((sheet) => sheet.properties?.title?.startsWith(ARCHIVE_NAME)).length;
    return {
      cells,
      archives,
      locale: properties?.locale ?? '',
      guards: guardsOf(answer).map(({ revision }) => revision),
    };
  }
}
