import { type DriveItem, SPREADSHEET } from '../drive-store';
import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';

const NOT_FOUND =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

/** A spreadsheet that Drive has no entry of yet (the first one) shows with what its workbook knows. */
const itemOf = ({ world, actor }: OperationContext, id: string): DriveItem => {
  const user = actor.effectiveUser;
  const workbook = world.workbooks.get(id);
  const known = world.drive.get(id);
  if (workbook) {
    const { owner, editors, name } = workbook.meta;
    if (user !== owner && !editors.includes(user)) throw new ServiceError(NOT_FOUND);
    const parent = `root-${owner}`;
    const base = {
      id,
      kind: 'file',
      type: SPREADSHEET,
      content: null,
      parent,
      trashed: false,
      created: 0,
      updated: 0,
    } as const;
    return { ...base, ...known, name, owner };
  }
  if (!known || known.owner !== user) throw new ServiceError(NOT_FOUND);
  return known;
};

const plain = ({ id, kind, name, type, trashed, created, updated, owner }: DriveItem): Json => ({
  id,
  name,
  type,
  trashed,
  created,
  updated,
  owner,
  url:
    kind === 'folder' ? `https://drive.google.com/drive/folders/${id}` : `https://drive.google.com/file/d/${id}/view`,
});

/** A read of one item, under the name of the getter. */
const reads = (kind: 'File' | 'Folder', ...getters: readonly string[]): Operations =>
  Object.fromEntries(
    getters.map((getter) => [`${kind}.${getter}`, looks('drive', (context, id: string) => plain(itemOf(context, id)))]),
  );

const renameWorkbook = ({ world }: OperationContext, id: string, name: string): void => {
  const workbook = world.workbooks.get(id);
  workbook?.atomic(() => workbook.setMeta({ name }));
};

/** A change of one item. A spreadsheet without an entry gets one. */
const edits = (kind: 'File' | 'Folder', method: string, change: (value: Json) => Partial<DriveItem>): Operations => ({
  [`${kind}.${method}`]: changes('drive', (context, id: string, value: Json) => {
    const item = itemOf(context, id);
    const { world, now } = context;
    if (!world.drive.get(id)) world.drive.add(item);
    world.drive.change(id, { ...change(value), updated: now });
    if (method === 'setName') renameWorkbook(context, id, String(value));
    return null;
  }),
});

const GETTERS = ['getName', 'getUrl', 'isTrashed', 'getDateCreated', 'getLastUpdated', 'getOwner', 'getMimeType'];

const ids = (items: readonly DriveItem[]): string[] => items.map(({ id }) => id);

const make = (
  context: OperationContext,
  item: Pick<DriveItem, 'kind' | 'name' | 'type' | 'content'>,
  parent: string | null,
) => {
  const { world, actor, now } = context;
  const owner = actor.effectiveUser;
  return world.drive.add({ ...item, parent: parent ?? world.drive.root(owner).id, created: now, owner }).id;
};

/** The script comes along with a copy of a spreadsheet; triggers and deployments do not, nor (a switch) do properties. */
const copy = (context: OperationContext, id: string, name: string | null, folder: string | null): string => {
  const { world, actor, now } = context;
  const item = itemOf(context, id);
  const owner = actor.effectiveUser;
  const named = name ?? `Copy of ${item.name}`;
  const workbook = world.workbooks.get(id);
  const { kind, type, content } = item;
  if (!workbook) return make(context, { kind, name: named, type, content }, folder ?? item.parent);
  const made = world.workbooks.copy(workbook, named, owner);
  if (world.switches.copyKeepsProperties) world.properties.copy(`script:${id}`, `script:${made.id}`);
  const parent = folder ?? world.drive.root(owner).id;
  world.drive.add({
    id: made.id,
    kind: 'file',
    name: named,
    type: SPREADSHEET,
    content: null,
    parent,
    created: now,
    owner,
  });
  return made.id;
};

const mine =
  ({ actor }: OperationContext, kind: DriveItem['kind'], name: string | null, parent: string | null) =>
  (item: DriveItem) =>
    item.owner === actor.effectiveUser &&
    item.kind === kind &&
    (name === null || item.name === name) &&
    (parent === null || item.parent === parent);

/** DriveApp: a user sees what is theirs, and the spreadsheets shared with them. */
export const drive: Operations = {
  ...reads('File', ...GETTERS),
  ...reads('Folder', ...GETTERS),
  ...edits('File', 'setName', (name) => ({ name: String(name) })),
  ...edits('Folder', 'setName', (name) => ({ name: String(name) })),
  ...edits('File', 'setTrashed', (trashed) => ({ trashed: trashed === true })),
  ...edits('Folder', 'setTrashed', (trashed) => ({ trashed: trashed === true })),
  ...edits('File', 'moveTo', (parent) => ({ parent: String(parent) })),
  ...edits('Folder', 'moveTo', (parent) => ({ parent: String(parent) })),
  ...edits('File', 'setContent', (content) => ({ content: String(content) })),
  'File.getBlob': looks('drive', (context, id: string) => {
    const { name, type, content } = itemOf(context, id);
    if (content === null)
      throw new ServiceError('not available in the local Apps Script: File.getBlob of a spreadsheet');
    return { name, type, content };
  }),
  'File.getParents': looks('drive', (context, id: string) =>
    [itemOf(context, id).parent].filter((parent) => parent !== null),
  ),
  'Folder.getParents': looks('drive', (context, id: string) =>
    [itemOf(context, id).parent].filter((parent) => parent !== null),
  ),
  'File.makeCopy': changes('drive', copy),
  'Folder.createFolder': changes('drive', (context, parent: string | null, name: string) =>
    make(context, { kind: 'folder', name, type: 'application/vnd.google-apps.folder', content: null }, parent),
  ),
  'Folder.getFiles': looks('drive', (context, id: string, name: string | null) =>
    ids(context.world.drive.find(mine(context, 'file', name, id))),
  ),
  'Folder.getFolders': looks('drive', (context, id: string, name: string | null) =>
    ids(context.world.drive.find(mine(context, 'folder', name, id))),
  ),
  'DriveApp.getFileById': looks('drive', (context, id: string) => plain(itemOf(context, id))),
  'DriveApp.getFolderById': looks('drive', (context, id: string) => plain(itemOf(context, id))),
  'DriveApp.getRootFolder': looks('drive', ({ world, actor }) => world.drive.root(actor.effectiveUser).id),
  'DriveApp.getFilesByName': looks('drive', (context, name: string) =>
    ids(context.world.drive.find(mine(context, 'file', name, null))),
  ),
  'DriveApp.getFoldersByName': looks('drive', (context, name: string) =>
    ids(context.world.drive.find(mine(context, 'folder', name, null))),
  ),
  'DriveApp.createFile': changes(
    'drive',
    (context, folder: string | null, name: string, content: string, type: string | null) =>
      make(context, { kind: 'file', name, type, content }, folder),
  ),
};
