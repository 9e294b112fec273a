import { useState } from 'preact/hooks';
import type { EventField, TypedEvent } from '../../../core/event-form';
import { DateField, Form, TextField, useFirstError } from '../../../ui-kit/form';
import { Action, Failure, Footer, useMethod } from '../../../ui-kit/parts';
import { byField, type Problem } from '../../../ui-kit/problems';
import type { EventsAnswer, EventsList } from '../edit-events';
import { typedOf } from './typed-event';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** One event: a new one, or one of the tab. */
export const EventForm = ({
  was,
  start,
  problems,
  onSaved,
  onBack,
}: {
  /** As it is in the tab; null for a new one. */
  readonly was: TypedEvent | null;
  readonly start: TypedEvent;
  /** What was wrong with it when it was opened. */
  readonly problems: readonly Problem[];
  readonly onSaved: (list: EventsList, code: string) => void;
  readonly onBack: () => void;
}) => {
  const [typed, setTyped] = useState<TypedEvent>(start);
  const [wrong, setWrong] = useState(byField(problems));
  const save = useMethod<EventsAnswer>('events.save');
  const { ref, showFirst } = useFirstError();
  const field = (name: EventField) => ({
    value: typed[name],
    wrong: wrong[name] ?? '',
    onInput: (text: string) => {
      setTyped({ ...typed, [name]: text });
      setWrong({ ...wrong, [name]: '' });
    },
  });
  // A date that was typed as words has no day to show, so it's in a text field with its error.
  const date = (name: 'starts' | 'ends', label: string) =>
    typed[name] === '' || DATE.test(typed[name]) ? (
      <DateField label={label} {...field(name)} />
    ) : (
      <TextField label={label} {...field(name)} />
    );
  const submit = async () => {
    const answer = await save.run(was && typedOf(was), typedOf(typed));
    if (!answer) return;
    if (!('problems' in answer)) return onSaved(answer, typed.code.trim());
    setWrong(byField(answer.problems));
    showFirst();
  };
  return (
    <Form label="Event" busy={save.busy} onSubmit={() => void submit()}>
      <div ref={ref}>
        <button type="button" class="link" onClick={onBack}>
          ← Back to the list
        </button>
        <h2>{was ? `Event ${was.code || was.name}` : 'New event'}</h2>
        <div class="fields two">
          <TextField
            label="Code"
            help="Order numbers start with it, such as ASDAR26."
            longest={20}
            {...field('code')}
          />
          <TextField label="Name" {...field('name')} />
          {date('starts', 'First day')}
          {date('ends', 'Last day')}
          <TextField label="City" {...field('city')} />
          <TextField label="State" help="Two letters, such as FL" {...field('state')} />
        </div>
        <TextField label="Pickup location" {...field('pickupPlace')} />
        <TextField label="Pickup hours" {...field('pickupHours')} />
        <TextField
          label="How to pay"
          help="Shown to customers who haven't paid. Leave blank to use the text in Settings."
          rows={2}
          {...field('howToPay')}
        />
        <TextField
          label="Also written as"
          help="Other codes for this event, separated by commas. Order numbers stay the same."
          {...field('alsoWritten')}
        />
        <Footer sticky said={save.error && <Failure message={save.error} />}>
          <Action onClick={onBack}>Back</Action>
          <Action primary busy={save.busy}>
            {was ? 'Save' : 'Add event'}
          </Action>
        </Footer>
      </div>
    </Form>
  );
};
