import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLayers } from './check.mjs';

const PAGE = 'docs/architecture.md';
const [BEGIN, END] = ['<!-- layers: made by `node tools/layers.mjs --write` -->', '<!-- end of layers -->'];

/** The layers as a page shows them: what imports most at the top, what everything rests on at the bottom. */
const pictureOf = (layers) => {
  const names = layers.map(({ rooms }) => rooms.map((room) => (room.includes('.') ? room : `${room}/`)).join('  '));
  const width = Math.max(...names.map((name) => name.length)) + 3;
  const lines = layers.map(({ what }, level) => `${(names[level] ?? '').padEnd(width)}${what}`);
  return [BEGIN, '', '```', ...lines.reverse(), '```', '', END].join('\n');
};

/**
 * The picture of the layers in docs/architecture.md, as it should be.
 * @param {string} root the repository.
 * @param {boolean} writes whether to put it there.
 * @returns {string[]} a sentence when the page shows other layers.
 */
export const picture = (root, writes) => {
  const path = join(root, PAGE);
  const page = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) return [`${PAGE} has no place for the layers: ${BEGIN} ... ${END}`];
  const wanted = `${before}${pictureOf(readLayers(join(root, 'src')).layers)}${after}`;
  if (wanted === page) return [];
  if (writes) writeFileSync(path, wanted);
  return writes ? [] : [`${PAGE} shows other layers than src/layers.json: node tools/layers.mjs --write`];
};
