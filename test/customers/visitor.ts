import type { Shop } from '../support/shop';

/** A customer with a browser: opens links and sends forms. */
export interface Visitor {
  /** The HTML behind an address. */
  open(url: string): Promise<string>;
  /** Sends a form of `?page=...` with its fields. */
  send(page: string, fields: Readonly<Record<string, string>>): Promise<string>;
}

const html = (response: { status: number; body: string }): string => {
  if (response.status !== 200) throw new Error(`the page answered ${response.status}: ${response.body.slice(0, 200)}`);
  return response.body;
};

export const visitorOf = ({ office }: Shop): Visitor => ({
  open: async (url) => html(await office.request({ method: 'GET', query: new URL(url).search.slice(1) })),
  send: async (page, fields) =>
    html(
      await office.request({
        method: 'POST',
        query: `page=${page}`,
        body: new URLSearchParams(fields).toString(),
        contentType: 'application/x-www-form-urlencoded',
      }),
    ),
});
