import { postToHost } from 'local-apps-script/page';

/** What the web app answered to a post. */
export interface PostAnswer {
  readonly ok: boolean;
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly duplicate?: boolean;
  readonly total?: string;
  readonly error?: string;
  readonly code?: string;
  readonly retry?: boolean;
  readonly details?: readonly { readonly field: string; readonly message: string }[];
}

/** Posts an order to the web app, proved as the sheet asks. Throws as the calls of the page do. */
export const postOrder = async (order: object): Promise<PostAnswer> =>
  ((await postToHost('/local/order', { body: order })) as { answer: PostAnswer }).answer;
