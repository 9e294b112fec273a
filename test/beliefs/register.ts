import type { Line } from './check';

/**
 * The register of beliefs: what the product relies on at Google although nobody can be sure of it, one line for each switch of
 * the local Apps Script and for each fact that docs/google.md calls believed. `node tools/beliefs.mjs` holds it to the test;
 * its table in docs/google.md is written by `node tools/beliefs.mjs --write`.
 *
 * To add a line: the fact with its evidence in docs/google.md, the switch beside it, and here what settles and tests it.
 */

/** Scenes in which every part of the product is at work: the web app, edits, menus, dialogs, emails, set-up and repair. */
const ALL = [
  'an order comes in',
  'POST orders/shipping with a tracking number',
  'POST orders/feedback with a low rating',
  'a status is typed',
  'a paste over all statuses',
  'the menu marks several orders',
  'the card takes a tracking number away',
  'rows that were deleted or typed over',
  'a customer with a tracking number',
  'receipts that have waited for the quota',
  'settings',
];

const LIMIT = 'Google documents the limit, so nothing is in doubt';

const shownBy = (file: string, ...tests: string[]): NonNullable<Line['tests']> =>
  tests.map((test) => ({ file: `test/beliefs/${file}.test.ts`, test }));
const usedUp = (test: string): NonNullable<Line['tests']> => [{ file: 'test/ledger/quotas-used-up.test.ts', test }];
const takenBack = (test: string): NonNullable<Line['tests']> => [{ file: 'test/ledger/taken-back.test.ts', test }];

/** The lines, in the order of docs/google.md. */
export const BELIEFS: readonly Line[] = [
  // Limits.
  { fact: 'G1', switch: 'account', other: ['workspace'], flows: ALL, same: 'at once', without: { question: LIMIT } },
  {
    fact: 'G1',
    switch: 'mailQuota',
    other: [0, 4, 20],
    tests: [
      { file: 'test/email/quota.test.ts', test: 'if Google says the quota is used up, emails wait instead of failing' },
    ],
    without: { question: LIMIT },
  },
  {
    fact: 'G2',
    switch: 'propertyQuota',
    other: [0],
    tests: usedUp('with the day’s properties used up'),
    without: { question: LIMIT },
  },
  {
    fact: 'G3',
    switch: 'triggerTimeQuota',
    other: [0],
    tests: usedUp('with the day’s trigger time used up'),
    without: { question: LIMIT },
  },
  {
    fact: 'G4',
    switch: 'fetchQuota',
    other: [0],
    tests: usedUp('with the day’s fetches used up'),
    without: { question: LIMIT },
  },
  {
    fact: 'G5',
    switch: 'spreadsheetQuota',
    other: [0],
    tests: usedUp('with the day’s new spreadsheets used up'),
    without: { question: LIMIT },
  },
  { fact: 'G9', switch: 'apiQuota', other: [false], flows: ALL, same: 'at once', without: { question: LIMIT } },
  {
    fact: 'G14',
    switch: 'costsMoveClock',
    other: [true],
    flows: ALL,
    same: 'works',
    without: { question: 'How long calls take differs by the hour; no answer of one moment would hold' },
  },
  // Web app.
  { fact: 'G25', switch: 'documentEverywhere', other: [true], question: 'documentLock', flows: ALL, same: 'at once' },
  {
    fact: 'G27',
    switch: 'activeWithoutDocument',
    other: [false],
    question: 'activeSheet',
    flows: ALL,
    same: 'at once',
    tests: [
      {
        file: 'test/set-up/outdated.test.ts',
        test: 'when Google reports no open spreadsheet, the web app and the sweep use the stored ID',
      },
    ],
  },
  { fact: 'G29', switch: 'runReachesMethods', other: [true], question: 'handMadeCall', flows: ALL, same: 'at once' },
  {
    fact: 'G32',
    switch: 'devUrlInSheet',
    other: [true],
    question: 'devUrl',
    flows: ALL,
    same: 'works',
    tests: shownBy('dev-address', 'no email leads to an address that only editors can open'),
  },
  {
    fact: 'G35',
    switch: 'topNavigation',
    other: [true],
    question: 'customerPage',
    tests: [
      {
        file: 'test/host/web-app.test.ts',
        test: 'a form that goes to the top window does nothing, unless pages may navigate it: then it sends its fields',
      },
    ],
  },
  // Triggers and people.
  {
    fact: 'G42',
    switch: 'clearTellsOldValue',
    other: [false],
    question: 'clearedCell',
    flows: ALL,
    same: 'at once',
    tests: takenBack('a status that someone clears comes back'),
  },
  { fact: 'G44', switch: 'apiWritesFireOnChange', other: [true], question: 'onChange', flows: ALL, same: 'at once' },
  {
    fact: 'G46',
    switch: 'editEvents',
    other: ['lost', 'late'],
    flows: ['a status is typed', 'rows that were deleted or typed over', 'the menu marks several orders'],
    same: 'works',
    tests: [
      {
        file: 'test/statuses/fast-edits.test.ts',
        test: 'with both events lost the sweep flags what it did not see typed, and puts nothing back',
      },
    ],
    without: { question: 'It happens to fast edits now and then, so that one try would show nothing' },
  },
  {
    fact: 'G47',
    switch: 'undoFiresEdit',
    other: [false],
    question: 'undo',
    flows: ALL,
    same: 'at once',
    tests: takenBack('a status undone with Ctrl+Z'),
  },
  {
    fact: 'G48',
    switch: 'methodHandlers',
    other: [false],
    question: 'methodTrigger',
    tests: [
      {
        file: 'test/security/flat.test.ts',
        test: 'where Google reaches no methods, the flat build takes an order and settles a typed status',
      },
    ],
  },
  {
    fact: 'G121',
    switch: 'handlerNames',
    other: ['last part', 'none'],
    question: 'handlerName',
    tests: shownBy(
      'handler-names',
      'set-up and self-tests run again and again make each trigger once, and Health misses none',
    ),
  },
  {
    fact: 'G54',
    switch: 'withheldScope',
    other: ['https://www.googleapis.com/auth/drive'],
    tests: [
      {
        file: 'test/health/health.test.ts',
        test: 'each thing that is not in order has its own line that says what to do',
      },
    ],
    without: { question: 'Whether consent was given is shown by Health, each time that it is opened' },
  },
  // Values and cells.
  {
    fact: 'G61',
    switch: 'textFormatStopsFormulas',
    other: [false],
    question: 'textFormat',
    flows: ALL,
    same: 'at once',
  },
  {
    fact: 'G62',
    switch: 'keepsApostrophe',
    other: [true],
    question: 'apostrophe',
    flows: ALL,
    same: 'at once',
    tests: shownBy(
      'kept-apostrophe',
      'emails that wait for the quota leave, and states are right',
      'an email whose sending throws is unsure, and stays so',
      'a rejected request is kept as it arrived, once, and Replay reads it',
    ),
  },
  {
    fact: 'G70',
    switch: 'typedColumns',
    other: ['Orders'],
    question: 'table',
    tests: shownBy('typed-columns', 'in a tab that was made a table orders are stored, edited and emailed'),
  },
  // Sheets service.
  {
    fact: 'G74',
    without: {
      switch: 'The local Apps Script refuses two of them in one batch, so no test can rely on either answer',
      question: 'Nothing that the program does depends on the answer',
      flows: 'Every test of a commit shows it: a batch with two would fail',
    },
  },
  { fact: 'G82', switch: 'unknownRangeFails', other: [false], question: 'unknownRange', flows: ALL, same: 'at once' },
  {
    fact: 'G83',
    switch: 'ownRangeIds',
    other: [false],
    question: 'ownRangeId',
    flows: ALL,
    same: 'at once',
    tests: [
      {
        file: 'test/google/committer.test.ts',
        test: 'where Google gives a guard an id of its own, commits land all the same',
      },
    ],
  },
  {
    fact: 'G84',
    switch: 'brokenNamesStay',
    other: [false],
    question: 'brokenName',
    flows: ALL,
    same: 'at once',
    tests: shownBy('guards', 'set-up mends it and every order comes in'),
  },
  { fact: 'G85', switch: 'apiObeysValidation', other: [true], question: 'apiValidation', flows: ALL, same: 'at once' },
  {
    fact: 'G86',
    switch: 'apiWritesSeenLate',
    other: [true],
    question: 'apiSeen',
    flows: ALL,
    same: 'at once',
    tests: shownBy(
      'seen-late',
      'emails leave with their cause, once, and say what is true',
      'a paste of more rows than one commit takes is settled once',
      'a new order follows columns that were moved at its commit',
    ),
  },
  { fact: 'G87', switch: 'unflushedWritesHidden', other: [true], question: 'flush', flows: ALL, same: 'at once' },
  {
    fact: 'G89',
    switch: 'serviceOff',
    other: [true],
    question: 'service',
    tests: shownBy(
      'service-off',
      'set-up begins nothing and says what to do; after that it works',
      'an order, Health, an edit and a sweep of a sheet whose service was switched off say so, and nothing is lost',
    ),
  },
  {
    fact: 'G90',
    switch: 'appendsCollide',
    other: [true],
    flows: ALL,
    same: 'at once',
    tests: shownBy(
      'appended-at-once',
      'of orders, requests that are rejected and errors that are noted at the same moment no line',
    ),
    without: { question: 'It takes two executions at the same moment, which one try would not meet' },
  },
  {
    fact: 'G100',
    switch: 'otherLanguage',
    other: [true],
    question: 'language',
    flows: ALL,
    same: 'at once',
    tests: shownBy('other-language', 'emails beyond the quota leave on the next day'),
  },
  { fact: 'G117', switch: 'answersAfterBatch', other: [false], question: 'copied', flows: ALL, same: 'at once' },
  { fact: 'G118', switch: 'copiesKeepTexts', other: [false], question: 'copiedText', flows: ALL, same: 'at once' },
  {
    fact: 'G119',
    without: {
      switch: 'The program formats such cells as text before it writes and reads them as they are shown',
      question: 'Nothing that the program does depends on the answer',
      flows: 'There is no other answer that the local Apps Script could give',
    },
  },
  // Other services.
  {
    fact: 'G106',
    switch: 'dateLosesResult',
    other: [true],
    flows: ALL,
    same: 'at once',
    without: { question: 'What the program answers to a page is one JSON text, and never a Date' },
  },
  {
    fact: 'G109',
    question: 'framePrint',
    without: {
      switch: 'The browser prints, and no service of Google has a part in it',
      flows: 'test/print prints the pages of each kind in Chromium and measures them, from a tab of their own',
    },
  },
  {
    fact: 'G110',
    switch: 'copyKeepsProperties',
    other: [true],
    question: 'copyProperties',
    flows: ALL,
    same: 'at once',
    tests: [{ file: 'test/email/one-sender.test.ts', test: 'copyKeepsProperties' }],
  },
];
