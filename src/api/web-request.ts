/** What Apps Script hands to doGet and doPost, as far as it is used (platform-facts 2). */
export interface WebEvent {
  readonly parameter?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, readonly string[]>>;
  readonly queryString?: string;
  readonly postData?: { readonly contents?: string; readonly type?: string };
}

/** A query parameter that came exactly once; blank otherwise. */
export const single = (event: WebEvent | undefined, name: string): string => {
  const values = event?.parameters?.[name];
  return values?.length === 1 ? (values[0] ?? '') : '';
};
