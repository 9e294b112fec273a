import { useState } from 'preact/hooks';
import type { Acting } from '../../../ui-kit/acting';
import { Form, TextField } from '../../../ui-kit/form';
import { Action } from '../../../ui-kit/parts';
import type { OrderCard as Card } from '../card';

const LONGEST = 1_000;

/** Staff's notes to each other about an order. */
export const Notes = ({ card, acting }: { readonly card: Card; readonly acting: Acting }) => {
  const [text, setText] = useState('');
  const { order, notes } = card;
  const add = async () => {
    if (await acting.act('note', 'orders.note', order.id, text)) setText('');
  };
  return (
    <>
      <ul class="plain story">
        {notes.map(({ at, moment, by, text: written }) => (
          <li key={`${at} ${written}`}>
            <span class="written" dir="auto">
              {written}
            </span>
            <div class="row">
              <span class="soft small grow">{`${moment}, ${by}`}</span>
              <button
                type="button"
                class="link small"
                disabled={acting.busy !== ''}
                onClick={() => void acting.act(at, 'orders.removeNote', order.id, at, written, by)}
              >
                Remove<span class="hidden"> the note from {moment}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      <Form label="New note" busy={acting.busy !== ''} onSubmit={() => void add()}>
        <TextField
          label="New note"
          help="Only staff can see this."
          rows={2}
          longest={LONGEST}
          value={text}
          onInput={setText}
        />
        <Action busy={acting.busy === 'note'} disabled={text.trim() === ''}>
          Save note
        </Action>
      </Form>
    </>
  );
};
