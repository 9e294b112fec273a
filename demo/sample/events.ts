/** An event that the sample orders come from, as staff would write it into the Events tab. */
export interface SampleEvent {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly pickupPlace: string;
  readonly pickupHours: string;
  readonly howToPay: string;
  /** Where in the sample's period it began: 0 = at its start, 1 = now. */
  readonly start: number;
}

/** Three events in two months. */
export const SAMPLE_EVENTS: readonly SampleEvent[] = [
  {
    code: 'ASDAR26',
    name: 'All Star Dance Regionals 2026',
    city: 'Orlando',
    state: 'FL',
    pickupPlace: 'CPS table in the main lobby',
    pickupHours: '9 am to 6 pm on all days of the event',
    howToPay: '',
    start: 0,
  },
  {
    code: 'FLCHR26',
    name: 'Florida Cheer Classic 2026',
    city: 'Tampa',
    state: 'FL',
    pickupPlace: 'Hall B, next to registration',
    pickupHours: '10 am to 7 pm',
    howToPay:
      'Please pay by card at our table in Hall B, or reply to any of our emails and we send you a payment link.',
    start: 0.4,
  },
  {
    code: 'MWGYM26',
    name: 'Midwest Gymnastics Open 2026',
    city: 'Chicago',
    state: 'IL',
    pickupPlace: 'Photo desk by the north entrance',
    pickupHours: '8 am to 5 pm',
    howToPay: '',
    start: 0.75,
  },
];
