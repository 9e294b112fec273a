/** A call to a host and what it answered. */
export interface Called {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the JSON of any call.
  readonly json: any;
}

/** GET a control call. */
export const get = async (address: string, path: string): Promise<Called> => answered(await fetch(`${address}${path}`));

/** POST a control call with a JSON body (or any text as it is). */
export const post = async (
  address: string,
  path: string,
  body: unknown = {},
  headers: Record<string, string> = {},
): Promise<Called> =>
  answered(
    await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

const answered = async (response: Response): Promise<Called> => ({
  status: response.status,
  json: await response.json(),
});
