/** What a page may use of the rest, by value, beside its own feature: it runs in the browser. */
const FOR_PAGES = ['domain', 'ui-kit'];

/** The feature whose page a file belongs to, `staff/today` of `staff/today/page/today.tsx`; null for other files. */
const featureOf = (file) => /^(.*)\/page\//.exec(file)?.[1] ?? null;

const isBelow = (file, folder) => file.startsWith(`${folder}/`);

/** Whether a file and all that it imports by value stay in one feature and the rooms for pages. */
const pureIn = (imports) => {
  const next = new Map();
  for (const { from, to, isType } of imports) if (!isType) next.set(from, [...(next.get(from) ?? []), to]);
  const isPure = (file, feature, seen = new Set()) => {
    if (seen.has(file)) return true;
    seen.add(file);
    const isNear = isBelow(file, feature) || FOR_PAGES.some((room) => isBelow(file, room));
    return isNear && (next.get(file) ?? []).every((to) => isPure(to, feature, seen));
  };
  return isPure;
};

/**
 * Pages run in the browser: they may import types, pure files of their own feature, ui-kit and domain; and nothing but
 * a page imports one.
 * @returns {string[]}
 */
export const pageProblems = (imports) => {
  const isPure = pureIn(imports);
  return imports.flatMap(({ from, to, isType }) => {
    const [page, target] = [featureOf(from), featureOf(to)];
    if (target !== null && page !== target) return [`${from} imports ${to}, which is a page's`];
    if (page === null || isType || isPure(to, page)) return [];
    return [`${from} imports ${to}: a page may use types, pure files of ${page}, ${FOR_PAGES.join(' and ')}`];
  });
};
