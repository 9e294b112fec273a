import { readdirSync } from 'node:fs';

const PASSED_OVER = /^(node_modules|build|dist|coverage|\.git|\.data)$|^packages\/[^/]+\/build$/;

/** Every file of the repository below a folder, by its path from the root. */
export const filesIn = (folder = '', found: string[] = []): string[] => {
  for (const entry of readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (PASSED_OVER.test(path) || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) filesIn(path, found);
    else found.push(path);
  }
  return found;
};

/** Every page of the repository. */
export const pagesOf = (): string[] => filesIn().filter((path) => path.endsWith('.md'));
