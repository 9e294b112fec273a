import { spawnSync } from 'node:child_process';
import { type ConfigData, HtmlValidate } from 'html-validate';

/**
 * HTML by the standard and accessible to screen readers, except for what email programs require: no style sheets (so
 * styles are inline), tables with attributes that are obsolete elsewhere, and Outlook's conditional comments.
 */
const RULES: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'no-conditional-comment': 'off',
    'attribute-allowed-values': 'error',
    'close-order': 'error',
    'no-raw-characters': 'error',
    'no-dup-attr': 'error',
    'no-unknown-elements': 'error',
    'element-permitted-content': 'error',
    'doctype-style': ['error', { style: 'uppercase' }],
    'wcag/h63': 'error',
  },
};
const validator = new HtmlValidate(RULES);

/** The errors in an email's HTML, as `rule: message`. */
export const complaints = async (html: string): Promise<string[]> => {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
};

/** The email programs that customers of a US studio read with. */
const CLIENTS = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'aol.*', 'samsung-email.*'];

/** What some of these programs don't support at all, and why the emails use it anyway. */
const ACCEPTED: Readonly<Record<string, string>> = {
  '<body> element': 'They put their own page around the email, so its color is repeated on the outermost table.',
  'word-break': 'Only a word longer than the line needs it; without it the email grows wider, and nothing gets lost.',
  'border-radius': 'Buttons have square corners there.',
  'height property': 'It is line-height that caniemail takes for it: no email sets a height.',
  '<style> element': 'It only holds the dark colors: without it the light ones stay, or are inverted.',
  '@media': 'The same: it asks for dark mode.',
  'display:none': 'The preheader has no height and no overflow there, and the letters of one pixel.',
  overflow: 'The preheader is not displayed there anyway.',
  'white-space': 'Amounts have no place to break at; an order number may break at its hyphen there.',
  'role attribute': 'A screen reader there reads layout tables as tables; their order is the order of the text.',
};

/** What some of these programs support only partly: each use was checked, and a new one must be. */
const IN_PART: readonly string[] = [
  ...['<body> element', 'word-break', 'border-radius', 'role attribute', 'dir attribute', 'lang attribute'],
  ...['align attribute', 'width attribute', 'height attribute', 'margin', 'padding', 'background', 'border'],
  ...['max-width', 'width property', 'height property', 'text-align', 'text-decoration', 'display'],
  ...['font-size', 'font-weight', 'line-height'],
  // It only opens the email program; the text part has the address.
  'mailto: links',
  ...['<style> element', '@media', 'display:none', 'overflow', 'white-space'],
];

/** Features that an email program doesn't fully support, with those programs; known exceptions are left out. */
export const notShown = (emails: readonly string[]): Readonly<Record<string, string>> => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [require.resolve('./can-i-email.mjs')], {
    input: JSON.stringify({ clients: CLIENTS, emails }),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`caniemail failed: ${stderr}`);
  const issues = (JSON.parse(stdout) as { type: 'errors' | 'warnings'; client: string; title: string }[][]).flat();
  const unknown = issues.filter(
    ({ type, title }) => !(type === 'errors' ? title in ACCEPTED : IN_PART.includes(title)),
  );
  return Object.fromEntries(unknown.map(({ type, client, title }) => [`${title} (${type})`, client]));
};
