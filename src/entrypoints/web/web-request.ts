/**
 * The parts we use of what Apps Script passes to doGet and doPost (docs/google.md G19, G21 and G22). A stranger who
 * calls these through google.script.run can pass anything, so nothing here can be trusted unchecked.
 */
export interface WebEvent {
  /** Query and form body merged: a form can forge it, so it is not used. */
  readonly parameter?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, readonly string[]>>;
  /** The query as it came. */
  readonly queryString?: string;
  readonly postData?: { readonly contents?: string };
}

/** A query parameter that came exactly once; blank otherwise. */
export const single = (event: WebEvent | null | undefined, name: string): string => {
  const parameters = event?.parameters;
  if (typeof parameters !== 'object' || parameters === null || !Object.keys(parameters).includes(name)) return '';
  const values: unknown = parameters[name];
  return Array.isArray(values) && values.length === 1 && typeof values[0] === 'string' ? values[0] : '';
};

/** The names of the query parameters. */
export const parameterNames = (event: WebEvent | null | undefined): readonly string[] =>
  typeof event?.parameters === 'object' && event.parameters !== null ? Object.keys(event.parameters) : [];

/** Whether a query parameter came more than once: which of them counts would be anybody's guess. */
export const isRepeated = (event: WebEvent | null | undefined, name: string): boolean => {
  const values: unknown = event?.parameters?.[name];
  return Array.isArray(values) && values.length > 1;
};

/** The posted text, blank when there is none. */
export const postedText = (event: WebEvent | null | undefined): string => {
  const contents: unknown = event?.postData?.contents;
  return typeof contents === 'string' ? contents : '';
};
