/** Time zones of US states and territories by what Americans call them. */
const NAMES: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern',
  'America/Detroit': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Boise': 'Mountain',
  'America/Phoenix': 'Arizona',
  'America/Los_Angeles': 'Pacific',
  'America/Anchorage': 'Alaska',
  'Pacific/Honolulu': 'Hawaii',
  'America/Puerto_Rico': 'Atlantic',
  'Pacific/Guam': 'Chamorro',
};

/** Counties of Indiana, Kentucky and North Dakota have zones of their own, which go with their neighbors'. */
const NEIGHBORS: readonly (readonly [RegExp, string])[] = [
  [/^America\/(?:Indiana\/(?:Knox|Tell_City)|North_Dakota|Menominee)/, 'Central'],
  [/^America\/(?:Indiana|Kentucky|Indianapolis|Louisville)/, 'Eastern'],
];

/** A time zone as people say it: `Eastern time`; of a city that is none of ours, `Europe/Paris` is `Paris time`. */
export const zoneName = (id: string): string => {
  const known = NAMES[id] ?? NEIGHBORS.find(([form]) => form.test(id))?.[1];
  return `${known ?? id.replace(/^.*\//, '').replace(/_/g, ' ')} time`;
};
