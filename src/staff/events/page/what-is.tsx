import { useState } from 'preact/hooks';
import type { EventForm as EventLine } from '../../../core/event-form';
import { SelectField } from '../../../ui-kit/form';
import { Action, Failure, Notice, useMethod } from '../../../ui-kit/parts';
import { count } from '../../../ui-kit/words';
import type { EventsList } from '../edit-events';
import type { UnknownCode as Unknown } from '../unknown-codes';

/** "What is ASDRA26?" An event of its own, or a typo of one. */
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
      <h2>What is {code}?</h2>
      <p>
        {count(ids.length, 'order')} came with this event code, which no event has. The{' '}
        {ids.length === 1 ? 'customer is' : 'customers are'} told neither where to pick up nor how to pay there.
      </p>
      <div class="row">
        <Action onClick={onEvent}>It is an event: add it</Action>
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
            It is a typo
          </Action>
        </div>
      )}
      <p class="small">The orders keep their numbers: a typo counts as the event from now on, everywhere else.</p>
      {typo.error && <Failure message={typo.error} />}
    </Notice>
  );
};
