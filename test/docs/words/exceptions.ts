interface Exception {
  /** Where it may be: a pattern of a path, or of a place of the shop. */
  readonly where: RegExp;
  /** Rules that it breaks. */
  readonly rules: RegExp;
  /** What the text is like. */
  readonly text: RegExp;
  readonly why: string;
}

/** What may break a rule, as narrow as it can be, and why. */
const EXCEPTIONS: readonly Exception[] = [
  {
    where: /^src\//,
    rules: /^(postcode|mail|centre)$/,
    text: /^(?:[\w.']+ )+[\w.']+$/,
    why: 'Words that others write, to be recognized',
  },
  {
    where: /^src\/workbook\/settings\.ts$/,
    rules: /^mails?$/,
    text: /^Mails \w+|^Morning list by mail$|^Minutes before status mails$/,
    why: 'Former names of settings, under which older sheets have them',
  },
  {
    where: /^(tools|demo\/bench|packages)\//,
    rules: /^a number and a plural$/,
    text: /./,
    why: 'Lines of figures for developers',
  },
  { where: /^CONTRIBUTING\.md$/, rules: /^faults$/, text: /test\/email\/faults/, why: 'The name of a test file' },
  {
    where: /^docs\/local-services\.md$/,
    rules: /^mail$/,
    text: /Mail MailApp/,
    why: 'The name of a service of Google’s',
  },
];

export const isExcepted = (where: string, rule: string, text: string): boolean =>
  EXCEPTIONS.some((one) => one.where.test(where) && one.rules.test(rule) && one.text.test(text));

/** What is still to be rewritten. */
const LEFT =
  /^(src|examples|email|page|answer|tab|message|menu|dialog|docs\/(?!words|README|architecture|design|local|public)|test\/(?!build|docs|host|layers|security|beliefs|slow|systems|sheet|support|bench))/;

export const isLeft = (where: string): boolean => LEFT.test(where);
