/**
 * One thing that Google's reference leaves open (what docs/google.md calls believed), and how the program stands to it.
 */
export interface Question {
  readonly key: string;
  readonly question: string;
  /** What the program relies on; null when it works either way. */
  readonly assumed: string | null;
  /** What it means when the answer is another than assumed; or why it does not matter. */
  readonly matter: string;
}

/** What a script can try by itself. */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'service',
    question: 'Is the Google Sheets API switched on for this script?',
    assumed: 'on',
    matter:
      'In the script editor: Services +, Google Sheets API, Add. Remove it first if it is listed. Nothing works without it.',
  },
  {
    key: 'ownRangeId',
    question: 'Does a named range keep the id that a batch gives it?',
    assumed: null,
    matter: 'If not, each change looks the ids up first, which takes longer.',
  },
  {
    key: 'unknownRange',
    question: 'Does taking away an unknown named range fail the whole batch?',
    assumed: 'nothing is written',
    matter:
      'Without it a commit that arrives late could land on a newer one: do not take orders in, and tell the developer.',
  },
  {
    key: 'rawContent',
    question: 'Can a script read and evaluate its other bundles?',
    assumed: 'whole',
    matter: 'Push the build of one script instead: docs/install.md says how.',
  },
  {
    key: 'methodTrigger',
    question: 'May a trigger name a method (App.sweep)?',
    assumed: 'runs',
    matter:
      'Google may be late: run this test once more. If it still does not run, push the flat build (npm run push -- --flat), then choose Set up this sheet.',
  },
  {
    key: 'activeSheet',
    question: 'Does a time trigger know its own spreadsheet?',
    assumed: null,
    matter: 'If not, it is opened by the stored id.',
  },
  {
    key: 'textFormat',
    question: 'What becomes of a typed =1+1 in a cell with the text format?',
    assumed: null,
    matter: 'The program writes texts with an apostrophe or by the Sheets service, which reads neither as a formula.',
  },
  {
    key: 'apostrophe',
    question: 'What becomes of an apostrophe in front of a text in a cell with the text format?',
    assumed: null,
    matter: 'The program writes none into such cells.',
  },
  {
    key: 'brokenName',
    question: 'Can the name of a named range be used again once its cells were deleted?',
    assumed: null,
    matter: 'The program never uses a name twice. This test leaves one such name behind, which nobody sees.',
  },
  {
    key: 'copied',
    question: 'What does a batch read back of a cell that it has copied itself?',
    assumed: null,
    matter: 'If it is the cell as it was before, the program reads once more.',
  },
  {
    key: 'copiedText',
    question: 'Is a copied text of digits still a text?',
    assumed: null,
    matter: 'The program copies into cells with the text format, where it stays one.',
  },
  {
    key: 'readBack',
    question: 'How much does a change read back?',
    assumed: null,
    matter: 'About a kilobyte a cell is reckoned with. Please report it if it is much more.',
  },
  {
    key: 'speed',
    question: 'How long do one read and one write take?',
    assumed: null,
    matter: 'Slow answers make edits and orders wait. Please report more than two seconds.',
  },
  {
    key: 'language',
    question: 'In which language does Google word its errors here?',
    assumed: null,
    matter: 'The program goes by codes and states, never by words.',
  },
  {
    key: 'handlerName',
    question: 'How does Google name the method that a trigger calls?',
    assumed: null,
    matter: 'Triggers are known by their ids, too, so they never multiply.',
  },
  {
    key: 'apiValidation',
    question: 'Does a rejecting dropdown stop the Sheets service?',
    assumed: null,
    matter: 'The program\u2019s own dropdowns only warn. If it does: do not put rejecting rules on columns of Orders.',
  },
  {
    key: 'apiSeen',
    question: 'Is what the Sheets service wrote seen at once by the same run?',
    assumed: null,
    matter: 'If not, emails go by what was just decided, and their rows are read by the service that wrote them.',
  },
  {
    key: 'flush',
    question: 'Does the Sheets service see what was just written otherwise?',
    assumed: null,
    matter: 'The program flushes before it asks.',
  },
  {
    key: 'onChange',
    question: 'Does the Sheets service fire a change trigger?',
    assumed: null,
    matter: 'The program has no change trigger.',
  },
  {
    key: 'devUrl',
    question: 'Which address of the web app does a menu see?',
    assumed: null,
    matter: 'The address in Settings counts.',
  },
  {
    key: 'documentLock',
    question: 'Does a time trigger have the lock of its document?',
    assumed: null,
    matter: 'The program uses the lock of the script.',
  },
  {
    key: 'handMadeCall',
    question: 'Does a hand-made call of a page reach a method (App.x)?',
    assumed: null,
    matter: 'Every menu method refuses outside the sheet, and trigger methods keep a pause.',
  },
];

/** What only shows in a copy of the sheet. */
export const IN_A_COPY: Question = {
  key: 'copyProperties',
  question: 'Do script properties come along with a copy?',
  assumed: null,
  matter: 'A copy compares its own id with the stored one and does nothing either way.',
};

/** What a person has to try. */
export const FOR_A_PERSON: readonly Question[] = [
  {
    key: 'customerPage',
    question: 'Does the Send button of a customer\u2019s page work?',
    assumed: null,
    matter: 'Open the link in a feedback email of a test order, choose stars and press Send: a new tab says Thank you.',
  },
  {
    key: 'table',
    question: 'Does everything work after Convert to table?',
    assumed: null,
    matter:
      'In a copy for practice, convert the Orders tab to a table, then choose Set up this sheet: it says what it could not dress. Orders are stored either way.',
  },
  { ...IN_A_COPY, matter: 'Open the newest backup and choose Self-test there: it tells.' },
  {
    key: 'undo',
    question: 'Is taking an edit back (Ctrl+Z) another edit?',
    assumed: null,
    matter: 'Type paid into a test order, take it back, look into Activity. If not, the 5-minute check flags the cell.',
  },
  {
    key: 'clearedCell',
    question: 'Does the program hear what stood in a cell that is cleared?',
    assumed: null,
    matter: 'Clear the status of a test order. It comes back at once, or with the 5-minute check.',
  },
  {
    key: 'framePrint',
    question: 'Does printing from a dialog keep the size of the page?',
    assumed: null,
    matter: 'CPS Orders > Print > Alignment page. If not, download the page and print it from a tab of its own.',
  },
];

/** One question with its answer, as the Self-test tab shows it. */
export interface Result {
  readonly key: string;
  readonly question: string;
  readonly answer: string;
  readonly assumed: string;
  readonly state: 'good' | 'bad' | 'open';
  readonly verdict: string;
}

/** Compares an answer with what the program assumes, and says what matters. */
export const judge = ({ key, question, assumed, matter }: Question, answer: string): Result => {
  const isOpen = answer === '' || answer.startsWith('not tried');
  const isFailed = answer.startsWith('failed');
  const isOther = assumed !== null && answer !== assumed;
  const state = isOpen ? 'open' : isFailed || isOther ? 'bad' : 'good';
  const verdict =
    state === 'good' ? (assumed === null ? `Works either way. ${matter}` : 'As the program assumes.') : matter;
  return { key, question, answer: answer || 'for a person to try', assumed: assumed ?? 'either', state, verdict };
};
