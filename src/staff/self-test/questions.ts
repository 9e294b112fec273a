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
    matter: 'Push the flat build instead (build.mjs --flat), then choose Set up this sheet.',
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
    key: 'apiValidation',
    question: 'Does a rejecting dropdown stop the Sheets service?',
    assumed: null,
    matter: 'The program\u2019s own dropdowns only warn. If it does: do not put rejecting rules on columns of Orders.',
  },
  {
    key: 'apiSeen',
    question: 'Is what the Sheets service wrote seen at once by the same run?',
    assumed: null,
    matter: 'After a commit the program reads by the same service that wrote.',
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
  { ...IN_A_COPY, matter: 'Open the newest backup and choose Self-test there: it tells.' },
  {
    key: 'undo',
    question: 'Is taking an edit back (Ctrl+Z) another edit?',
    assumed: null,
    matter: 'Type paid into a test order, take it back, look into Activity. If not, the 5-minute check settles it.',
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
