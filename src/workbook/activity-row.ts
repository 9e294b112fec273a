import type { Row } from './layout';

/** One line of the Activity tab: what happened, to which order, by whom. `when` is a serial number. */
export interface Activity {
  readonly when: number;
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly event: string;
  readonly from?: string;
  readonly to?: string;
  /** Who or what: someone's address, `ordering platform`, `sweep`. */
  readonly by: string;
  /** A readable sentence. */
  readonly detail: string;
}

export const activityRow = (line: Activity): Row => ({
  When: line.when,
  'Order ID': line.orderId ?? '',
  'Order Number': line.orderNumber ?? '',
  Event: line.event,
  From: line.from ?? '',
  To: line.to ?? '',
  By: line.by,
  Detail: line.detail,
});
