import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSwitches } from '../../packages/local-apps-script/google/switches';
import { workbookSwitches } from '../../packages/local-apps-script/google/workbook/switches';
import * as selfTest from '../../src/staff/self-test/questions';
import { readFacts } from '../../tools/docs/targets.mjs';
import type { World } from './check';

const isQuestion = (value: unknown): value is selfTest.Question =>
  typeof value === 'object' && value !== null && 'key' in value && 'question' in value;

/** What the register is held against, as the repository has it. @param root its folder. */
export const worldOf = (root: string): World & { readonly page: string } => {
  const read = (file: string): string | null =>
    existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null;
  const page = read('docs/google.md') ?? '';
  const questions = Object.values(selfTest as Readonly<Record<string, unknown>>)
    .flat()
    .filter(isQuestion);
  return {
    page,
    facts: readFacts(page).facts,
    switches: { ...defaultSwitches(), ...workbookSwitches() },
    questions: Object.fromEntries(questions.map(({ key, question }) => [key, question])),
    scenes: [...(read('test/ledger/scenes.ts') ?? '').matchAll(/\bname: '([^']+)'/g)].map(([, name = '']) => name),
    read,
  };
};
