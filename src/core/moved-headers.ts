import type { Properties } from './ports';

/**
 * The Script Property with problems of the Orders tab's headers even though each one exists once: JSON with `moved`,
 * the headers above another column's values; `added`, new headers whose cells aren't all filled yet; and `seen`, the
 * header row that was checked.
 */
export const HEADERS = 'HEADERS';

/** What {@link HEADERS} holds. */
export interface HeaderMemory {
  readonly moved: readonly string[];
  readonly added: readonly string[];
  readonly seen: string;
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];

/** What is remembered of the headers; nothing where nothing can be read. */
export const headerMemory = (properties: Pick<Properties, 'all'>): HeaderMemory => {
  try {
    const { moved, added, seen } = JSON.parse(properties.all()[HEADERS] ?? '{}') as Record<string, unknown>;
    return { moved: textsIn(moved), added: textsIn(added), seen: String(seen ?? '') };
  } catch {
    return { moved: [], added: [], seen: '' };
  }
};

/** Headers of the Orders tab that name no column for now. */
export const headersInDoubt = (properties: Pick<Properties, 'all'>): readonly string[] => {
  const { moved, added } = headerMemory(properties);
  return [...new Set([...moved, ...added])];
};

/** Remembers which headers don't identify a column right now; the header row will be checked again. */
export const rememberHeaders = (properties: Properties, doubts: Pick<HeaderMemory, 'moved' | 'added'>): void => {
  const { moved, added } = headerMemory(properties);
  if (JSON.stringify([moved, added]) !== JSON.stringify([doubts.moved, doubts.added]))
    properties.set({ [HEADERS]: JSON.stringify({ ...doubts, seen: '' }) });
};
