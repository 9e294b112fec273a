import { useState } from 'preact/hooks';
import type { EventForm as EventLine, TypedEvent } from '../../../core/event-form';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded } from '../../../ui-kit/parts';
import type { Problem } from '../../../ui-kit/problems';
import { closeDialog } from '../../../ui-kit/rpc';
import { Table } from '../../../ui-kit/table';
import type { EventsList } from '../edit-events';
import { EventForm } from './event-form';
import { NEW_EVENT } from './typed-event';
import { WhatIs } from './what-is';

/** What is being edited: an event of the tab (`was`), or a new one. */
interface Editing {
  readonly was: TypedEvent | null;
  readonly start: TypedEvent;
  readonly problems: readonly Problem[];
}

const shownDay = (day: string): string => {
  const at = new Date(`${day}T12:00:00`);
  return Number.isNaN(at.getTime()) ? day : at.toLocaleDateString('en-US', { dateStyle: 'medium' });
};

const days = ({ starts, ends }: EventLine): string =>
  starts === ends ? shownDay(starts) : [starts, ends].filter(Boolean).map(shownDay).join(' – ');

const place = ({ city, state }: EventLine): string => [city, state].filter(Boolean).join(', ');

const Events = () => {
  const read = useLoaded<EventsList>('events.read');
  const [saved, setSaved] = useState<EventsList | null>(null);
  const [said, setSaid] = useState('');
  const [editing, edit] = useState<Editing | null>(null);
  const list = saved ?? read.value;
  const keep = (news: EventsList, sentence: string) => {
    setSaved(news);
    setSaid(sentence);
    edit(null);
  };
  if (editing)
    return (
      <>
        <h1>Events</h1>
        <EventForm {...editing} onSaved={(news, code) => keep(news, `${code} saved.`)} onBack={() => edit(null)} />
      </>
    );
  return (
    <>
      <h1>Events</h1>
      {read.error && <Failure message={read.error} retry={() => void read.run()} />}
      {!list && !read.error && <Loading>Loading events …</Loading>}
      {said && <Notice kind="good">{said}</Notice>}
      {list?.unknown.map((unknown) => (
        <WhatIs
          key={unknown.code}
          unknown={unknown}
          events={list.events}
          onEvent={() => edit({ was: null, start: { ...NEW_EVENT, code: unknown.code }, problems: [] })}
          onSettled={(news) => keep(news, `${unknown.code} now counts toward that event.`)}
        />
      ))}
      {list && (
        <Table
          caption="Events"
          rows={list.events}
          keyOf={({ row }) => String(row)}
          empty="No events yet. Orders without an event are numbered CPS-0001, CPS-0002 and so on."
          columns={[
            {
              header: 'Code',
              cell: ({ code, problems }) => (
                <>
                  <b>{code || '–'}</b>
                  {problems.map(({ field, message }) => (
                    <div class="wrong small" key={field}>
                      {message}
                    </div>
                  ))}
                </>
              ),
            },
            { header: 'Name', cell: ({ name }) => name },
            { header: 'Days', cell: days },
            { header: 'Place', cell: place },
            {
              header: 'Change',
              cell: (event) => (
                <button
                  type="button"
                  class="link"
                  aria-label={`Change ${event.code || event.name}`}
                  onClick={() => edit({ was: event, start: event, problems: event.problems })}
                >
                  Change
                </button>
              ),
            },
          ]}
        />
      )}
      {list && (
        <Footer>
          <Action onClick={closeDialog}>Close</Action>
          <Action primary onClick={() => edit({ was: null, start: NEW_EVENT, problems: [] })}>
            Add event
          </Action>
        </Footer>
      )}
    </>
  );
};

show(<Events />);
