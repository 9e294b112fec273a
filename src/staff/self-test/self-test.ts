import type { Ports } from '../../core/all-ports';
import type { Properties } from '../../core/ports';
import type { PlatformProbe } from '../../core/set-up-ports';
import { shownTime } from '../../core/shown-time';
import { FOR_A_PERSON, IN_A_COPY, judge, QUESTIONS, type Result } from './questions';

export interface SelfTestPorts extends Pick<Ports, 'clock' | 'properties'> {
  readonly probe: PlatformProbe;
}

/** The Script Property with the answers of a running self-test, as JSON. */
const ANSWERS = 'SELF_TEST';
/** What the triggers of the self-test found out. */
const RANG = 'SELF_TEST_RANG';
const CHANGED = 'SELF_TEST_CHANGED';

const NOT_RUNG = 'not tried: the trigger did not run';

/** Tests what shows right away, and starts what takes a while. */
export const startSelfTest = ({ properties, probe }: SelfTestPorts): void => {
  properties.set({ [ANSWERS]: '', [RANG]: '', [CHANGED]: '' });
  const answers = probe.tryNow();
  properties.set({ [ANSWERS]: JSON.stringify(answers) });
  const handlerName = probe.begin();
  properties.set({ [ANSWERS]: JSON.stringify({ ...answers, handlerName }) });
};

/** Called by the triggers of the self-test; a call when none is running changes nothing. */
export const noteTrigger = (
  { properties }: Pick<SelfTestPorts, 'properties'>,
  which: 'rang' | 'changed',
  answers: readonly [activeSheet: string, documentLock: string],
): void => {
  if (properties.all()[ANSWERS]) properties.set({ [which === 'rang' ? RANG : CHANGED]: answers.join('; ') });
};

/** Whether the time trigger has run. */
export const hasRung = ({ properties }: Pick<SelfTestPorts, 'properties'>): boolean => properties.fresh(RANG) !== '';

/**
 * Collects all answers, writes them to the Self-test tab with what they mean, and cleans up everything else.
 * @param handMade what the page found out about a hand-made call.
 */
export const finishSelfTest = (ports: SelfTestPorts, handMade: string): readonly Result[] => {
  const { properties, probe, clock } = ports;
  probe.end();
  const rang = properties.fresh(RANG);
  const [activeSheet, documentLock] = rang ? rang.split('; ') : [NOT_RUNG, NOT_RUNG];
  const answers: Readonly<Record<string, string>> = {
    ...(JSON.parse(properties.fresh(ANSWERS) || '{}') as Record<string, string>),
    methodTrigger: rang ? 'runs' : 'does not run',
    activeSheet: activeSheet ?? '',
    documentLock: documentLock ?? '',
    onChange: properties.fresh(CHANGED) ? 'fires' : 'does not fire',
    handMadeCall: handMade,
  };
  properties.set({ [ANSWERS]: '', [RANG]: '', [CHANGED]: '' });
  const results = [
    ...QUESTIONS.map((question) => judge(question, answers[question.key] ?? 'failed: no answer')),
    ...FOR_A_PERSON.map((question) => judge(question, '')),
  ];
  const when = shownTime(clock, clock.now().getTime());
  probe.report([
    [`Self-test, ${when}`, '', '', ''],
    ['Question', 'Answer', 'Expected', 'What it means'],
    ...results.map(({ question, answer, assumed, verdict }) => [question, answer, assumed, verdict]),
  ]);
  return results;
};

/** What a copy of the sheet can find out; it changes nothing. */
export const testInCopy = (properties: Properties): readonly Result[] => [
  judge(IN_A_COPY, properties.all().SPREADSHEET_ID ? 'come along' : 'do not come along'),
];
