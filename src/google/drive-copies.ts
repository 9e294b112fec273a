import type { CopyStore, StoredCopy } from '../core/file-ports';
import type { Properties } from '../core/ports';

/** The Script Property with the id of the folder that holds the backups. */
const FOLDER = 'BACKUP_FOLDER';
const FOLDER_NAME = 'CPS Orders backups';

/** The operator's Drive folder of backups; it is made when it is first needed, and made again when someone threw it away. */
export class DriveCopies implements CopyStore {
  constructor(
    private readonly properties: Properties,
    private readonly spreadsheetId: string,
  ) {}

  list(): readonly StoredCopy[] {
    const files = this.known()?.getFiles();
    const found: StoredCopy[] = [];
    while (files?.hasNext()) {
      const file = files.next();
      found.push({ id: file.getId(), name: file.getName() });
    }
    return found;
  }

  make(name: string): string {
    return DriveApp.getFileById(this.spreadsheetId).makeCopy(name, this.folder()).getId();
  }

  rename(id: string, name: string): void {
    DriveApp.getFileById(id).setName(name);
  }

  trash(id: string): void {
    DriveApp.getFileById(id).setTrashed(true);
  }

  private folder(): GoogleAppsScript.Drive.Folder {
    const known = this.known();
    if (known) return known;
    const made = DriveApp.createFolder(FOLDER_NAME);
    this.properties.set({ [FOLDER]: made.getId() });
    return made;
  }

  private known(): GoogleAppsScript.Drive.Folder | null {
    const id = this.properties.all()[FOLDER];
    if (!id) return null;
    try {
      const folder = DriveApp.getFolderById(id);
      return folder.isTrashed() ? null : folder;
    } catch {
      // Deleted for good.
      return null;
    }
  }
}
