import { useState } from 'preact/hooks';
import type { EventForm as EventLine } from '../../../core/event-form';
import { SelectField } from '../../../ui-kit/form';
import { Action, Failure, Notice, useMethod } from '../../../ui-kit/parts';
import { count } from '../../../ui-kit/words';
import type { EventsList } from '../edit-events';
import type { UnknownCode as Unknown } from '../unknown-codes';

/** An unknown event code: it's a new event, or a typo of one. */
export const WhatIs = ({
  unknown: { code, ids, likely },
  events,
  onEvent,
  onSettled,
}: {
  readonly unknown: Unknown;
  readonly events: readonly EventLine[];
  readonly onEvent: () => void;
  readonly onSettled: (list: EventsList) => void;
}) => {
  const [event, setEvent] = useState(likely);
  const typo = useMethod<EventsList>('events.typo');
  const settle = async () => {
    const list = await typo.run(code, event);
    if (list) onSettled(list);
  };
  const choices = events.filter((each) => each.code !== '').map((each) => ({ value: each.code, label: each.code }));
  return (
    <Notice kind="warning">
      <h2>Unknown event code {code}</h2>
      <p>
        {count(ids.length, 'order')} {ids.length === 1 ? 'has' : 'have'} this code, but there is no such event.{' '}
        {ids.length === 1 ? "This customer isn't" : "These customers aren't"} getting pickup or payment details.
      </p>
      <div class="row">
        <Action onClick={onEvent}>Add as an event</Action>
      </div>
      {choices.length > 0 && (
        <div class="row what-is">
          <SelectField
            label={`${code} is a typo of`}
            value={event}
            onInput={setEvent}
            choices={[...(likely ? [] : [{ value: '', label: 'Choose an event' }]), ...choices]}
          />
          <Action busy={typo.busy} disabled={event === ''} onClick={() => void settle()}>
            It's a typo
          </Action>
        </div>
      )}
      <p class="small">
        If it's a typo, these orders count toward that event from now on. Their order numbers stay the same.
      </p>
      {typo.error && <Failure message={typo.error} />}
    </Notice>
  );
};
