import { postToHost } from 'local-apps-script/page';

/** The web app's answer to an order. */
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

/** Sends an order to the web app, with the proof the sheet asks for. Throws as the page's calls do. */
export const postOrder = async (order: object): Promise<PostAnswer> =>
  ((await postToHost('/local/order', { body: order })) as { answer: PostAnswer }).answer;
