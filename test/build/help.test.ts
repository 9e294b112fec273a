import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const TOOLS = [
  'build.mjs',
  ...readdirSync('tools').flatMap((name) => (name.endsWith('.mjs') ? [`tools/${name}`] : [])),
];

const helpOf = (tool: string): Promise<{ code: number | null; said: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [tool, '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.on('close', (code) => done({ code, said }));
  });

test('every tool answers --help with what it does and every option that it knows', async () => {
  expect(TOOLS.length).toBeGreaterThan(12);
  const answers = await Promise.all(TOOLS.map(async (tool) => ({ tool, ...(await helpOf(tool)) })));
  for (const { tool, code, said } of answers) {
    const text = readFileSync(tool, 'utf8');
    expect([tool, code]).toEqual([tool, 0]);
    expect([tool, said.length > 60]).toEqual([tool, true]);
    const read = [...text.matchAll(/includes\('(--[a-z]+)'\)|^ {2,6}\{? ?(\w+): \{ type: '(?:string|boolean)'/gm)];
    for (const [, flag, option] of read)
      if (option !== 'force') expect([tool, said]).toEqual([tool, expect.stringContaining(flag ?? `--${option}`)]);
  }
});
