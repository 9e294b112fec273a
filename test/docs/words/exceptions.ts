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
    where: /^src\/domain\/name\/words\.ts$/,
    rules: /^centre$/,
    text: /\bcenter centre studio\b/,
    why: 'A word in names of companies',
  },
  {
    where: /^demo\/old-menu\.ts$/,
    rules: /^mails?$/,
    text: /^Emails > /,
    why: 'Former names of menu items, which the local host still accepts',
  },
  {
    where: /^docs\/settings\.md$/,
    rules: /^mails?$/,
    text: /^(?:Mails [\w ]+|Morning list by mail|Minutes before status mails) \|$/,
    why: 'Former names of settings, under which older sheets have them',
  },
  {
    where: /^CHANGELOG\.md$/,
    rules: /^mails$/,
    text: /\(was \*Mails signed by\*\)/,
    why: 'The former name of a setting, for staff who look for it',
  },
  {
    where: /^docs\/emails\.md$/,
    rules: /^mail$/,
    text: /\(Apple Mail, iOS/,
    why: 'The name of an email program',
  },
  {
    where: /^src\/privacy\/lines\.ts$/,
    rules: /^put back$/,
    text: /^put back$/,
    why: 'An event in the Activity tab, as older versions called it',
  },
  {
    where: /^src\/statuses\/odd-rows\.ts$/,
    rules: /^taken over$/,
    text: /not taken over, since/,
    why: 'A note that older versions wrote, to be recognized',
  },
  {
    where: /^src\/statuses\/odd-rows\.ts$/,
    rules: /^is no$/,
    text: /there is no order with this ID/,
    why: '"There is no", after the beginning that all such notes share',
  },
  {
    where: /^src\/print\/(print-order|page\/sheets\/alignment-sheet)\.ts$/,
    rules: /^a number and a plural$/,
    text: /^… (prints don't fit into a … envelope\.|envelopes)$/,
    why: 'The name of a size, as in "8x10 prints" and "#10 envelopes"',
  },
  {
    where: /^src\/reports\/(aged|order-list)\.ts$/,
    rules: /^a number and a plural$/,
    text: /^(… to … days|… orders: …)$/,
    why: 'A range, which never ends at 1, and the studio’s name',
  },
  {
    where: /^(answer of the web app|tab (Orders|Activity)|message in the sheet|dialog orders\.card)$/,
    rules: /^cancelled$/,
    text: /\b(?:paid|shipped) or cancelled\b|\b(?:pending|paid) to cancelled\b|: cancelled back to /,
    why: 'The value in the Status column and in the API, in a sentence about values',
  },
  {
    where: /^tab Ledger$/,
    rules: /^mails$/,
    text: /^\{.*"mails":/,
    why: 'A key of stored JSON',
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
