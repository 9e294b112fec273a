import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The help of a tool: the comment that its file begins with.
 * @param {string} text the file's
 * @returns {string}
 */
const helpIn = (text) => {
  const lines = text.replace(/^#!.*\r?\n/, '').split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^\/\/ ?/, ''))
    .join('\n');
};

/**
 * Prints the help of a tool and ends it, when its command line asks for that.
 * @param {string} url the tool's `import.meta.url`
 */
export const helpOf = (url) => {
  if (!process.argv.slice(2).some((argument) => ['--help', '-h'].includes(argument))) return;
  console.log(helpIn(readFileSync(fileURLToPath(url), 'utf8')));
  process.exit(0);
};
