import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Action, Failure } from './parts';

/** Downloads a file in the browser. */
const saveFile = (name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click event.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** A button that creates a file and downloads it. */
export const Download = ({
  name,
  type,
  make,
  primary = false,
  children,
}: {
  readonly name: string;
  /** Its media type: `text/csv`. */
  readonly type: string;
  /** The content; null if there is none, which the maker explains. */
  readonly make: () => Promise<string | Uint8Array<ArrayBuffer> | null> | string | Uint8Array<ArrayBuffer> | null;
  readonly primary?: boolean;
  readonly children: ComponentChildren;
}) => {
  const [state, setState] = useState({ busy: false, error: '', saved: false });
  const save = async () => {
    setState({ busy: true, error: '', saved: false });
    try {
      const content = await make();
      if (content !== null) saveFile(name, type, content);
      setState({ busy: false, error: '', saved: content !== null });
    } catch (error) {
      setState({ busy: false, error: (error as Error).message, saved: false });
    }
  };
  return (
    <>
      <Action primary={primary} busy={state.busy} onClick={() => void save()}>
        {children}
      </Action>
      <span role="status" class="small soft">
        {state.saved && `Downloaded ${name}.`}
      </span>
      {state.error && <Failure message={state.error} />}
    </>
  );
};
