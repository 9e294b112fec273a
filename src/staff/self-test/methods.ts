import type { Ports } from '../../core/all-ports';
import type { Properties } from '../../core/ports';
import { oneOf } from '../../rpc/argument-checks';
import { dialog } from '../../rpc/dialog';
import { ForPeople, method } from '../../rpc/rpc';
import { finishSelfTest, hasRung, type SelfTestPorts, startSelfTest, testInCopy } from './self-test';

interface SelfTestBackstage {
  /** Null in a copy of the sheet; `sends`: whether this is the operator. */
  readonly selfTest: () => (SelfTestPorts & Pick<Ports, 'sends'>) | null;
  readonly copyProperties: () => Properties;
}

const byOperator = (ports: ReturnType<SelfTestBackstage['selfTest']>): SelfTestPorts => {
  if (!ports?.sends) throw new ForPeople('Only the operator can run the self-test, and only in the live sheet.');
  return ports;
};

const handMade = oneOf('reached', 'not reached', 'not tried');

/** The dialog Self-test. */
export const SELF_TEST = dialog(
  { page: 'self-test', title: 'Self-test', size: [680, 640] },
  {
    'selfTest.start': method([], ({ selfTest, copyProperties }: SelfTestBackstage) => {
      const ports = selfTest();
      if (!ports) return testInCopy(copyProperties());
      startSelfTest(byOperator(ports));
      return null;
    }),
    'selfTest.hasRung': method([], ({ selfTest }: SelfTestBackstage) => hasRung(byOperator(selfTest()))),
    'selfTest.finish': method([handMade], ({ selfTest }: SelfTestBackstage, answer) =>
      finishSelfTest(byOperator(selfTest()), answer),
    ),
  },
);
