import { Blob, blobData } from './blob';
import { call, local, serviceError } from './bridge';
import { expectTypes, wrongParameters } from './signature';
import { Guarded, strict, strictClass } from './strict';

/** A file or folder as Google's side describes it. */
interface Item {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly type: string | null;
  readonly trashed: boolean;
  readonly created: number;
  readonly updated: number;
  readonly owner: string;
}

type Kind = 'File' | 'Folder';

const read = (kind: Kind, getter: string, id: string): Item => call(`${kind}.${getter}`, id) as Item;

const ask = (kind: Kind, method: string, id: string, ...args: unknown[]): unknown =>
  call(`${kind}.${method}`, id, ...args);

class DriveItem extends Guarded {
  readonly #id: string;
  readonly #kind: Kind;

  constructor(id: string, kind: Kind) {
    super();
    this.#id = id;
    this.#kind = kind;
  }

  getId(): string {
    return this.#id;
  }

  getName(): string {
    return read(this.#kind, 'getName', this.#id).name;
  }

  getUrl(): string {
    return read(this.#kind, 'getUrl', this.#id).url;
  }

  isTrashed(): boolean {
    return read(this.#kind, 'isTrashed', this.#id).trashed;
  }

  getDateCreated(): Date {
    return new Date(read(this.#kind, 'getDateCreated', this.#id).created);
  }

  getLastUpdated(): Date {
    return new Date(read(this.#kind, 'getLastUpdated', this.#id).updated);
  }

  getOwner(): { getEmail(): string } {
    const { owner } = read(this.#kind, 'getOwner', this.#id);
    return strict({ getEmail: () => owner }, 'User');
  }

  setName(...args: [name: string]): this {
    expectTypes(args, `DriveApp.${this.#kind}.setName`, 'string');
    ask(this.#kind, 'setName', this.#id, String(args[0]));
    return this;
  }

  setTrashed(...args: [trashed: boolean]): this {
    expectTypes(args, `DriveApp.${this.#kind}.setTrashed`, 'boolean');
    ask(this.#kind, 'setTrashed', this.#id, args[0]);
    return this;
  }

  moveTo(...args: [destination: DriveFolder]): this {
    if (args.length !== 1 || !(args[0] instanceof DriveFolder))
      throw wrongParameters(args, `DriveApp.${this.#kind}.moveTo`);
    ask(this.#kind, 'moveTo', this.#id, args[0].getId());
    return this;
  }

  getParents(): ItemIterator<DriveFolder> {
    return folders(ask(this.#kind, 'getParents', this.#id));
  }
}

class DriveFile extends DriveItem {
  constructor(id: string) {
    super(id, 'File');
  }

  getMimeType(): string | null {
    return read('File', 'getMimeType', this.getId()).type;
  }

  getSize(): number {
    return this.getBlob().getBytes().length;
  }

  getBlob(): Blob {
    const { name, type, content } = ask('File', 'getBlob', this.getId()) as {
      name: string;
      type: string | null;
      content: string;
    };
    return new Blob(local('Utilities.base64Decode', content, false) as number[], type, name);
  }

  getAs(...args: [contentType: string]): Blob {
    expectTypes(args, 'DriveApp.File.getAs', 'string');
    return this.getBlob().getAs(args[0]);
  }

  setContent(...args: [text: string]): this {
    expectTypes(args, 'DriveApp.File.setContent', 'string');
    ask(
      'File',
      'setContent',
      this.getId(),
      local('Utilities.base64Encode', { text: String(args[0]), charset: 'UTF_8' }, false),
    );
    return this;
  }

  makeCopy(...args: [nameOrFolder?: string | DriveFolder, folder?: DriveFolder]): DriveFile {
    const [first, second] = args;
    const isFolder = (value: unknown): boolean => value instanceof DriveFolder;
    const fits = [
      args.length === 0,
      args.length === 1 && (typeof first === 'string' || isFolder(first)),
      args.length === 2 && typeof first === 'string' && isFolder(second),
    ].includes(true);
    if (!fits) throw wrongParameters(args, 'DriveApp.File.makeCopy');
    const name = typeof first === 'string' ? first : null;
    const folder = typeof first === 'object' ? first : second;
    return new DriveFile(ask('File', 'makeCopy', this.getId(), name, folder?.getId() ?? null) as string);
  }
}

class DriveFolder extends DriveItem {
  constructor(id: string) {
    super(id, 'Folder');
  }

  createFile(...args: unknown[]): DriveFile {
    return createFile(this.getId(), args);
  }

  createFolder(...args: [name: string]): DriveFolder {
    expectTypes(args, 'DriveApp.Folder.createFolder', 'string');
    return new DriveFolder(ask('Folder', 'createFolder', this.getId(), String(args[0])) as string);
  }

  getFiles(): ItemIterator<DriveFile> {
    return files(ask('Folder', 'getFiles', this.getId(), null));
  }

  getFilesByName(...args: [name: string]): ItemIterator<DriveFile> {
    expectTypes(args, 'DriveApp.Folder.getFilesByName', 'string');
    return files(ask('Folder', 'getFiles', this.getId(), String(args[0])));
  }

  getFolders(): ItemIterator<DriveFolder> {
    return folders(ask('Folder', 'getFolders', this.getId(), null));
  }

  getFoldersByName(...args: [name: string]): ItemIterator<DriveFolder> {
    expectTypes(args, 'DriveApp.Folder.getFoldersByName', 'string');
    return folders(ask('Folder', 'getFolders', this.getId(), String(args[0])));
  }
}

class ItemIterator<T> extends Guarded {
  readonly #items: T[];

  constructor(items: T[]) {
    super();
    this.#items = items;
  }

  hasNext(): boolean {
    return this.#items.length > 0;
  }

  next(): T {
    const item = this.#items.shift();
    if (item === undefined) throw new Error('Cannot retrieve the next object: iterator has reached the end.');
    return item;
  }
}

class FileIterator extends ItemIterator<DriveFile> {}

class FolderIterator extends ItemIterator<DriveFolder> {}

strictClass(DriveFile, 'File');
strictClass(DriveFolder, 'Folder');
strictClass(FileIterator, 'FileIterator');
strictClass(FolderIterator, 'FolderIterator');

const files = (ids: unknown): ItemIterator<DriveFile> =>
  new FileIterator((ids as string[]).map((id) => new DriveFile(id)));
const folders = (ids: unknown): ItemIterator<DriveFolder> =>
  new FolderIterator((ids as string[]).map((id) => new DriveFolder(id)));

/** createFile(blob) or createFile(name, text, type?). */
const createFile = (folder: string | null, args: readonly unknown[]): DriveFile => {
  if (args.length === 1) {
    expectTypes(args, 'DriveApp.createFile', 'object');
    const { name, type, bytes } = blobData(args[0]);
    const content = local('Utilities.base64Encode', { bytes }, false);
    return new DriveFile(call('DriveApp.createFile', folder, name ?? 'Untitled', content, type) as string);
  }
  expectTypes(args, 'DriveApp.createFile', 'string', 'string', 'string?');
  const content = local('Utilities.base64Encode', { text: String(args[1]), charset: 'UTF_8' }, false);
  return new DriveFile(
    call('DriveApp.createFile', folder, String(args[0]), content, args[2] ?? 'text/plain') as string,
  );
};

/** @throws Exception with Google's words for an id that is none. */
const requireId = (args: readonly unknown[]): void => {
  if (args.length === 1 && (args[0] === null || args[0] === undefined || args[0] === ''))
    throw serviceError('Invalid argument: id');
};

/** `DriveApp`: files, folders, copies of the workbook, the trash. */
export const DriveApp = strict(
  {
    getFileById(...args: [id: string]) {
      requireId(args);
      expectTypes(args, 'DriveApp.getFileById', 'string');
      return new DriveFile((call('DriveApp.getFileById', args[0]) as Item).id);
    },
    getFolderById(...args: [id: string]) {
      requireId(args);
      expectTypes(args, 'DriveApp.getFolderById', 'string');
      return new DriveFolder((call('DriveApp.getFolderById', args[0]) as Item).id);
    },
    getRootFolder: () => new DriveFolder(call('DriveApp.getRootFolder') as string),
    createFile: (...args: unknown[]) => createFile(null, args),
    createFolder(...args: [name: string]) {
      expectTypes(args, 'DriveApp.createFolder', 'string');
      return new DriveFolder(call('Folder.createFolder', null, String(args[0])) as string);
    },
    getFilesByName(...args: [name: string]) {
      expectTypes(args, 'DriveApp.getFilesByName', 'string');
      return files(call('DriveApp.getFilesByName', String(args[0])));
    },
    getFoldersByName(...args: [name: string]) {
      expectTypes(args, 'DriveApp.getFoldersByName', 'string');
      return folders(call('DriveApp.getFoldersByName', String(args[0])));
    },
  },
  'DriveApp',
);
