/**
 * One question that Google's documentation leaves open (what docs/google.md calls believed), and what the program assumes.
 */
export interface Question {
  readonly key: string;
  readonly question: string;
  /** What the program relies on; null when it works either way. */
  readonly assumed: string | null;
  /** What it means if the answer differs from the assumption, or why it doesn't matter. */
  readonly matter: string;
}

/** What a script can test automatically. */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'service',
    question: 'Is the Google Sheets API turned on for this script?',
    assumed: 'on',
    matter:
      "In the script editor: Services +, Google Sheets API, Add. If it's already listed, remove it first. Nothing works without it.",
  },
  {
    key: 'ownRangeId',
    question: 'Does a named range keep the id that a batch gives it?',
    assumed: null,
    matter: 'If not, each change looks up the ids first, which takes longer.',
  },
  {
    key: 'unknownRange',
    question: 'Does deleting an unknown named range make the whole batch fail?',
    assumed: 'nothing is written',
    matter: "Without it, a late commit could overwrite a newer one. Don't accept orders; contact the developer.",
  },
  {
    key: 'rawContent',
    question: 'Can a script read and evaluate its other bundles?',
    assumed: 'whole',
    matter: 'Push the single-script build instead: see docs/install.md.',
  },
  {
    key: 'methodTrigger',
    question: 'May a trigger name a method (App.sweep)?',
    assumed: 'runs',
    matter:
      "Google may be late: run this test again. If it still doesn't run, push the flat build (npm run push -- --flat), then choose Set up this sheet.",
  },
  {
    key: 'activeSheet',
    question: 'Does a time trigger know its own spreadsheet?',
    assumed: null,
    matter: "If not, it's opened by its stored ID.",
  },
  {
    key: 'textFormat',
    question: 'What happens to =1+1 typed into a cell with the text format?',
    assumed: null,
    matter: 'The program writes text with an apostrophe or through the Sheets service; neither is read as a formula.',
  },
  {
    key: 'apostrophe',
    question: 'What happens to an apostrophe before text in a cell with the text format?',
    assumed: null,
    matter: "The program doesn't write any into such cells.",
  },
  {
    key: 'brokenName',
    question: 'Can the name of a named range be used again after its cells are deleted?',
    assumed: null,
    matter: 'The program never uses a name twice. This test leaves one such name behind, which is invisible.',
  },
  {
    key: 'copied',
    question: 'What does a batch read back from a cell that it copied itself?',
    assumed: null,
    matter: "If it's the old value, the program reads again.",
  },
  {
    key: 'copiedText',
    question: 'Is text that consists of digits still text after copying?',
    assumed: null,
    matter: 'The program copies into cells with the text format, where it stays text.',
  },
  {
    key: 'readBack',
    question: 'How much data does a change read back?',
    assumed: null,
    matter: "The program expects about a kilobyte per cell. Please report it if it's much more.",
  },
  {
    key: 'speed',
    question: 'How long do one read and one write take?',
    assumed: null,
    matter: 'Slow responses delay edits and orders. Please report more than two seconds.',
  },
  {
    key: 'language',
    question: "What language are Google's error messages in?",
    assumed: null,
    matter: 'The program uses codes and states, never the words.',
  },
  {
    key: 'handlerName',
    question: 'What does Google call the method that a trigger runs?',
    assumed: null,
    matter: 'Triggers are also known by their IDs, so they never multiply.',
  },
  {
    key: 'apiValidation',
    question: 'Does a rejecting dropdown stop the Sheets service?',
    assumed: null,
    matter:
      "The program's own dropdowns only warn. If it does, don't add rules that reject input to columns of Orders.",
  },
  {
    key: 'apiSeen',
    question: 'Does the same run see right away what the Sheets service wrote?',
    assumed: null,
    matter: 'If not, emails use what was just decided, and their rows are read through the service that wrote them.',
  },
  {
    key: 'flush',
    question: 'Does the Sheets service see what was just written another way?',
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
    question: 'Which web app address does a menu see?',
    assumed: null,
    matter: 'The address in Settings counts.',
  },
  {
    key: 'documentLock',
    question: "Does a time trigger have its document's lock?",
    assumed: null,
    matter: "The program uses the script's lock.",
  },
  {
    key: 'handMadeCall',
    question: 'Can a hand-made call from a page reach a method (App.x)?',
    assumed: null,
    matter: 'Menu methods refuse to run outside the sheet, and trigger methods enforce a pause.',
  },
];

/** What only shows in a copy of the sheet. */
export const IN_A_COPY: Question = {
  key: 'copyProperties',
  question: 'Are script properties copied along with the sheet?',
  assumed: null,
  matter: 'A copy compares its own ID with the stored one and does nothing either way.',
};

/** What has to be tested by hand. */
export const FOR_A_PERSON: readonly Question[] = [
  {
    key: 'customerPage',
    question: "Does the Send button on a customer's page work?",
    assumed: null,
    matter:
      'Open the link in the feedback email of a test order, choose a rating and click Send: a new tab should say Thank you.',
  },
  {
    key: 'table',
    question: 'Does everything work after Convert to table?',
    assumed: null,
    matter:
      "In a practice copy, convert the Orders tab to a table, then choose Set up this sheet: it says what it couldn't format. Orders are stored either way.",
  },
  { ...IN_A_COPY, matter: 'Open the newest backup and choose Self-test there.' },
  {
    key: 'undo',
    question: 'Does undo (Ctrl+Z) count as an edit?',
    assumed: null,
    matter: 'Mark a test order paid, undo it, and check the Activity tab. If not, the 5-minute check flags the cell.',
  },
  {
    key: 'clearedCell',
    question: "Does the program learn a cleared cell's old value?",
    assumed: null,
    matter: 'Clear the status of a test order. It comes back right away, or with the 5-minute check.',
  },
  {
    key: 'framePrint',
    question: 'Does printing from a dialog keep the size of the page?',
    assumed: null,
    matter: 'Try CPS Orders > Print > Alignment page. If not, download the page and print it from its own browser tab.',
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

/** Compares an answer with what the program assumes, and says what it means. */
export const judge = ({ key, question, assumed, matter }: Question, answer: string): Result => {
  const isOpen = answer === '' || answer.startsWith('not tried');
  const isFailed = answer.startsWith('failed');
  const isOther = assumed !== null && answer !== assumed;
  const state = isOpen ? 'open' : isFailed || isOther ? 'bad' : 'good';
  const verdict = state === 'good' ? (assumed === null ? `Works either way. ${matter}` : 'As expected.') : matter;
  return { key, question, answer: answer || 'test by hand', assumed: assumed ?? 'either', state, verdict };
};
