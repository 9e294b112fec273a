/** Time zones by their names in the United States, with a city if the name alone isn't clear. */
const NAMES: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern Time',
  'America/Detroit': 'Eastern Time',
  'America/Indiana/Indianapolis': 'Eastern Time',
  'America/Kentucky/Louisville': 'Eastern Time',
  'America/Chicago': 'Central Time',
  'America/Denver': 'Mountain Time',
  'America/Boise': 'Mountain Time',
  'America/Phoenix': 'Arizona time',
  'America/Los_Angeles': 'Pacific Time',
  'America/Anchorage': 'Alaska Time',
  'America/Juneau': 'Alaska Time',
  'Pacific/Honolulu': 'Hawaii time',
  'America/Puerto_Rico': 'Puerto Rico time',
  'Etc/UTC': 'UTC',
  'Etc/GMT': 'UTC',
  GMT: 'UTC',
};

/** A time zone in words: `America/New_York` as `Eastern Time`, `Europe/Paris` as `Paris time`. */
export const zoneInWords = (timeZone: string): string => {
  const known = NAMES[timeZone];
  if (known) return known;
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replace(/_/g, ' ');
  return timeZone.includes('/') && !timeZone.startsWith('Etc/') ? `${city} time` : timeZone;
};
