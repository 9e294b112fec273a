import { ServiceOff } from '../core/ports';

type Spreadsheets = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;

/**
 * The Sheets advanced service.
 * @throws ServiceOff when it is not switched on for the script: here, or when it is called.
 */
export const sheetsApi = (): Spreadsheets => {
  const spreadsheets = typeof Sheets === 'undefined' ? undefined : Sheets?.Spreadsheets;
  if (!spreadsheets) throw new ServiceOff();
  return watched(spreadsheets);
};

/** What the Sheets service throws: `details.code` is the HTTP status (docs/google.md G88). */
export interface ApiError {
  readonly message?: string;
  readonly details?: {
    readonly code?: number;
    readonly errors?: readonly { readonly reason?: string }[];
    readonly details?: readonly { readonly reason?: string }[];
  };
}

/** What Google calls a service that is not switched on, in its older and its newer way. */
const OFF: readonly unknown[] = ['accessNotConfigured', 'SERVICE_DISABLED'];

/** Whether an error says so by its codes: its words are in the language of the account (docs/google.md G100). */
const isOff = ({ details: { code, errors = [], details = [] } = {} }: ApiError): boolean => {
  const reasons = [...errors, ...details].flatMap(({ reason = '' }) => (reason ? [reason] : []));
  // Whoever calls has the spreadsheet open, so a refusal without a reason has hardly another one.
  return code === 403 && (reasons.length === 0 || reasons.some((reason) => OFF.includes(reason)));
};

/** The same service, whose methods throw ServiceOff where that is why they fail. */
const watched = <Service extends object>(service: Service): Service =>
  new Proxy({} as Service, {
    get: (_, name) => {
      const member: unknown = Reflect.get(service, name);
      if (typeof member === 'object' && member !== null) return watched(member);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        try {
          return Reflect.apply(member, service, args);
        } catch (thrown) {
          throw isOff(thrown as ApiError) ? new ServiceOff() : thrown;
        }
      };
    },
  });
