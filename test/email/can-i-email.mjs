// Reads {clients, emails} from standard input and answers what email programs do not show of each email's HTML, as caniemail
// knows it. A process of its own, since Jest cannot load this package.
import { readFileSync } from 'node:fs';
import { caniemail } from 'caniemail';

const { clients, emails } = JSON.parse(readFileSync(0, 'utf8'));
const answers = emails.map((html) => {
  const { issues } = caniemail({ clients, html });
  return Object.entries(issues).flatMap(([type, byClient]) =>
    [...byClient].flatMap(([client, found]) => found.map(({ title }) => ({ type, client, title }))),
  );
});
process.stdout.write(JSON.stringify(answers));
