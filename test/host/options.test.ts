import { expect, test } from '@jest/globals';
import { parseOptions } from 'local-apps-script/host';
import { CPS_OPTIONS } from '../../demo/options';

test('nothing asked for gives the defaults', () => {
  expect(parseOptions([], CPS_OPTIONS)).toEqual({
    port: 8787,
    data: '.data',
    fresh: false,
    sample: 0,
    auth: 'open',
    script: null,
    help: false,
    strict: false,
  });
});

test('a value may follow its option or be joined by an equals sign', () => {
  const options = parseOptions(
    ['--port', '0', '--data=/tmp/x', '--fresh', '--sample', '12', '--auth=key', '--script', 'lib'],
    CPS_OPTIONS,
  );
  expect(options).toEqual({
    port: 0,
    data: '/tmp/x',
    fresh: true,
    sample: 12,
    auth: 'key',
    script: 'lib',
    help: false,
    strict: false,
  });
});

test.each([
  [['--prot', '1'], 'There is no option "--prot". See --help.'],
  [['8787'], 'There is no option "8787". See --help.'],
  [['--fresh=yes'], 'There is no option "--fresh=yes". See --help.'],
  [['--constructor'], 'There is no option "--constructor". See --help.'],
  [['--port'], '--port needs a value. See --help.'],
  [['--data', '--fresh'], '--data needs a value. See --help.'],
  [['--port', '80x'], '--port must be a whole number from 0 to 65535, not "80x".'],
  [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536".'],
  [['--sample', '-1'], '--sample must be a whole number from 0 to 50000, not "-1".'],
  [['--auth', 'none'], '--auth must be signature, key or open, not "none".'],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => parseOptions(args, CPS_OPTIONS)).toThrow(sentence);
});
