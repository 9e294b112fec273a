import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circlesIn } from './circles.mjs';
import { importsOf } from './imports.mjs';
import { pageProblems } from './pages.mjs';

/**
 * What src/layers.json says: the rooms, lowest first; those of one line may not import each other.
 * @typedef {{ rooms: readonly string[], what: string, only?: readonly string[] }} Layer
 * @typedef {{ mostFiles: number, layers: readonly Layer[], reserved: Readonly<Record<string, readonly string[]>> }} Layers
 */

/** @param {string} root the folder `src`. @returns {Layers} */
export const readLayers = (root) => JSON.parse(readFileSync(join(root, 'layers.json'), 'utf8'));

/** The room in which a file lies: the longest that fits. */
const roomFinder = (layers) => {
  const rooms = layers.flatMap(({ rooms }) => rooms).sort((a, b) => b.length - a.length);
  return (file) => rooms.find((room) => file === room || file.startsWith(`${room}/`)) ?? null;
};

const upward = (imports, levels, roomOf) =>
  imports.flatMap(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)];
    if (here === null || there === null || here === there) return [];
    const [low, high] = [levels.get(here), levels.get(there)];
    if (high.level < low.level) {
      return low.only && !low.only.includes(there)
        ? [`${from} imports ${to}: ${here} may import ${low.only.join(', ')} only`]
        : [];
    }
    return [`${from} imports ${to}: ${there} is ${high.level === low.level ? 'beside' : 'above'} ${here}`];
  });

/** Names that only some rooms may import, wherever they come from. */
const reservedNames = (imports, reserved, roomOf) =>
  imports.flatMap(({ from, names }) =>
    names
      .filter((name) => reserved[name] && !reserved[name].includes(roomOf(from)))
      .map((name) => `${from} imports ${name}, which only ${reserved[name].join(', ')} may use`),
  );

/**
 * Whether the imports of a source tree go the way that its layers.json says.
 * @param {string} root the folder `src`.
 * @returns {{ problems: readonly string[], summary: string }} a sentence for each import that goes up, file that lies in
 * no listed room, room that is not there or has grown too large, circle of files, and page that reaches too far.
 */
export const checkLayers = (root) => {
  const { layers, mostFiles, reserved } = readLayers(root);
  const { files, imports } = importsOf(root);
  const roomOf = roomFinder(layers);
  const levels = new Map(layers.flatMap(({ rooms, only }, level) => rooms.map((room) => [room, { level, only }])));
  const sizes = new Map([...levels.keys()].map((room) => [room, 0]));
  for (const file of files) sizes.set(roomOf(file), (sizes.get(roomOf(file)) ?? 0) + 1);
  const lost = files.filter((file) => roomOf(file) === null);
  sizes.delete(null);
  const ups = upward(imports, levels, roomOf);
  const circles = circlesIn(imports);
  const problems = [
    ...ups,
    ...lost.map((file) => `${file} lies in no room that src/layers.json lists`),
    ...[...sizes].flatMap(([room, size]) => {
      if (size === 0) return [`the room ${room} of src/layers.json is empty`];
      return size > mostFiles ? [`the room ${room} has ${size} files: ${mostFiles} at most`] : [];
    }),
    ...circles.map((circle) => `a circle of files: ${circle.join(' -> ')}`),
    ...reservedNames(imports, reserved, roomOf),
    ...pageProblems(imports),
  ];
  const [largest = '', most = 0] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
  const summary = `layers: ${sizes.size} rooms, ${files.length} files, ${imports.length} imports; ${ups.length} upward imports, ${circles.length} circles; the largest room is ${largest} with ${most} files`;
  return { problems, summary };
};
