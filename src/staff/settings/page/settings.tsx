import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Form, TextField, useFirstError } from '../../../ui-kit/form';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded, useMethod } from '../../../ui-kit/parts';
import { byField } from '../../../ui-kit/problems';
import { closeDialog } from '../../../ui-kit/rpc';
import { count } from '../../../ui-kit/words';
import type { SettingsAnswer as Answer, SettingLine as Line } from '../settings-form';
import { ReturnAddressPreview } from './return-address-preview';

/** Longer texts get several lines. */
const LONG = 60;

const SettingsForm = ({ lines: opened }: { readonly lines: readonly Line[] }) => {
  const [lines, setLines] = useState(opened);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [isSaved, setSaved] = useState(false);
  const write = useMethod<Answer>('settings.write');
  const { ref, showFirst } = useFirstError();
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([name, text]) => lines.find((line) => line.name === name)?.value !== text.trim()),
  );
  const changes = Object.keys(changed).length;
  const broken = lines.filter((line) => line.wrong !== '' && typed[line.name] === undefined).length;
  const save = async () => {
    if (changes === 0) return;
    const answer = await write.run(changed);
    if (!answer) return;
    if ('problems' in answer) {
      setWrong(byField(answer.problems));
      return showFirst();
    }
    setLines(answer.lines);
    setTyped({});
    setWrong({});
    setSaved(true);
  };
  const textIn = (line: Line): string => typed[line.name] ?? line.value;
  const studio = lines.find(({ key }) => key === 'studioName');
  const said = (
    <>
      {write.error && <Failure message={write.error} />}
      {Object.values(wrong).some(Boolean) && <Notice kind="error">Not saved yet. Please fix the marked fields.</Notice>}
      {isSaved && changes === 0 && <Notice kind="good">Saved.</Notice>}
      {changes > 0 && !write.error && <p class="small soft">{count(changes, 'unsaved change')}.</p>}
    </>
  );
  return (
    <Form label="Settings" busy={write.busy} onSubmit={() => void save()}>
      <div ref={ref}>
        {broken > 0 && (
          <Notice kind="error">
            {count(broken, 'value')} in the Settings tab {broken === 1 ? "isn't" : "aren't"} valid. Until you correct{' '}
            {broken === 1 ? 'it, the last valid value is used' : 'them, the last valid values are used'}.
          </Notice>
        )}
        {lines.map((line) => (
          <Fragment key={line.name}>
            <TextField
              label={line.name}
              value={textIn(line)}
              rows={line.key === 'studioAddress' || line.value.length > LONG ? 3 : 1}
              help={`${line.meaning} (${line.allowed})`}
              wrong={wrong[line.name] || (typed[line.name] === undefined ? line.wrong : '')}
              onInput={(text) => {
                setTyped({ ...typed, [line.name]: text });
                setWrong({ ...wrong, [line.name]: '' });
              }}
            />
            {line.key === 'studioAddress' && (
              <ReturnAddressPreview studio={studio ? textIn(studio) : ''} address={textIn(line)} />
            )}
          </Fragment>
        ))}
        <Footer sticky said={said}>
          <Action onClick={closeDialog}>Close</Action>
          <Action primary busy={write.busy} disabled={changes === 0}>
            Save
          </Action>
        </Footer>
      </div>
    </Form>
  );
};

const Settings = () => {
  const read = useLoaded<readonly Line[]>('settings.read');
  return (
    <>
      <h1>Settings</h1>
      <p class="soft">Changes take effect as soon as you save. Every setting has a default that works.</p>
      {read.error && <Failure message={read.error} retry={() => void read.run()} />}
      {!read.value && !read.error && <Loading>Loading settings …</Loading>}
      {read.value && <SettingsForm lines={read.value} />}
    </>
  );
};

show(<Settings />);
