import { useState } from 'preact/hooks';
import { Action, Failure, Loading, Notice, show, useLoaded, useMethod } from '../kit/parts';
import { closeDialog } from '../kit/rpc';

interface Line {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
  readonly allowed: string;
  readonly ok: boolean;
}

const idOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const Field = ({
  line,
  value,
  onInput,
}: {
  readonly line: Line;
  readonly value: string;
  readonly onInput: (text: string) => void;
}) => {
  const id = idOf(line.name);
  const isBroken = !line.ok && value === line.value;
  const described = isBroken ? `${id}-help ${id}-wrong` : `${id}-help`;
  const shared = { id, value, 'aria-describedby': described, 'aria-invalid': isBroken };
  return (
    <div class="field">
      <label for={id}>{line.name}</label>
      {line.value.length > 60 ? (
        <textarea rows={3} {...shared} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      ) : (
        <input {...shared} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      )}
      <p class="help" id={`${id}-help`}>
        {line.meaning} ({line.allowed})
      </p>
      {isBroken && (
        <p class="wrong" id={`${id}-wrong`}>
          This value cannot be used: the last good one is in force until it is corrected.
        </p>
      )}
    </div>
  );
};

const Settings = () => {
  const read = useLoaded<readonly Line[]>('settings.read');
  const write = useMethod<readonly Line[]>('settings.write');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const lines = write.value ?? read.value;
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([name, text]) => lines?.find((line) => line.name === name)?.value !== text.trim()),
  );
  const count = Object.keys(changed).length;
  const save = async () => {
    if (await write.run(changed)) setTyped({});
  };
  return (
    <>
      <h1>Settings</h1>
      {read.error && <Failure message={read.error} retry={() => void read.run()} />}
      {!lines && !read.error && <Loading>Reading the settings …</Loading>}
      {lines && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {lines.map((line) => (
            <Field
              key={line.name}
              line={line}
              value={typed[line.name] ?? line.value}
              onInput={(text) => setTyped({ ...typed, [line.name]: text })}
            />
          ))}
          <footer class="row">
            <div class="grow">
              {write.error && <Failure message={write.error} />}
              {write.value && count === 0 && <Notice kind="good">Saved. It is in force now.</Notice>}
            </div>
            <Action onClick={closeDialog}>Close</Action>
            <Action primary busy={write.busy} disabled={count === 0} onClick={() => void save()}>
              Save
            </Action>
          </footer>
        </form>
      )}
    </>
  );
};

show(<Settings />);
