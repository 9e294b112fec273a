import type { Guards } from '../core/set-up-ports';
import { type Batch, GUARD_FIELDS, type Guard, guardsOf, withoutGuard } from './guards';
import { sheetsApi } from './sheets-api';

/** The guards of commits, looked at and taken away. */
export class SheetGuards implements Guards {
  constructor(private readonly spreadsheetId: string) {}

  found(): readonly number[] {
    return this.all().map(({ revision }) => revision);
  }

  clear(): void {
    const requests = this.all().map(withoutGuard);
    if (requests.length > 0) sheetsApi().batchUpdate({ requests } as Batch, this.spreadsheetId);
  }

  private all(): readonly Guard[] {
    return guardsOf(sheetsApi().get(this.spreadsheetId, { fields: GUARD_FIELDS }));
  }
}
