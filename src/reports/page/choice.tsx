import { DateField, SelectField } from '../../ui-kit/form';
import type { ReportStart as Start } from '../methods';
import type { ReportChoice } from './file-name';

const GRAINS = [
  { value: 'auto', label: 'Automatic' },
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
];

/** Which period, event and days, and in which steps. */
export const ChoiceFields = ({
  start,
  chosen,
  withGrain,
  wrong,
  onChange,
}: {
  readonly start: Start;
  readonly chosen: ReportChoice;
  readonly withGrain: boolean;
  readonly wrong: string;
  readonly onChange: (change: Partial<ReportChoice>) => void;
}) => (
  <div class="choice">
    <SelectField
      label="Period"
      value={chosen.period}
      choices={start.periods}
      help={`Times are ${start.timeZone}.`}
      onInput={(period) => onChange({ period })}
    />
    {withGrain && (
      <SelectField label="Group by" value={chosen.grain} choices={GRAINS} onInput={(grain) => onChange({ grain })} />
    )}
    {chosen.period === 'event' && (
      <div class="wide">
        <SelectField
          label="Event"
          value={chosen.event}
          choices={[{ value: '', label: 'Choose an event' }, ...start.events]}
          wrong={wrong}
          onInput={(event) => onChange({ event })}
        />
      </div>
    )}
    {chosen.period === 'custom' && (
      <div class="wide days">
        <DateField label="From" value={chosen.from} wrong={wrong} onInput={(from) => onChange({ from })} />
        <DateField label="To" value={chosen.to} onInput={(to) => onChange({ to })} />
      </div>
    )}
  </div>
);

/** What is missing in a choice, as a sentence; blank if nothing is. */
export const missingIn = ({ period, event, from, to }: ReportChoice): string => {
  if (period === 'event' && event === '') return 'Choose an event.';
  if (period !== 'custom') return '';
  if (!from || !to) return 'Choose the first and last day.';
  return from > to ? 'The first day is after the last day.' : '';
};
