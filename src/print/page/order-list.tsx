import type { PlannedPrint } from '../choose';
import { ENVELOPE_SIZES, type EnvelopeSize } from '../papers';

/** The orders that can be printed, each with its envelope and anything to check. */
export const OrderList = ({
  orders,
  chosen,
  onToggle,
  sizes,
  onSize,
}: {
  readonly orders: readonly PlannedPrint[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  /** The envelope of an order; null if no envelope is printed. */
  readonly sizes: ((order: PlannedPrint) => EnvelopeSize) | null;
  readonly onSize: (id: string, size: EnvelopeSize) => void;
}) => (
  <ul class="plain order-list" aria-label="Orders to print">
    {orders.map((order) => (
      <li key={order.id} class="order-line">
        <label class="tick">
          <input type="checkbox" checked={chosen.has(order.id)} onChange={() => onToggle(order.id)} />
          <span class="name">
            {order.number} {order.name}
          </span>
        </label>
        {order.fulfillment === 'pickup' ? (
          <span class="soft small">pickup</span>
        ) : (
          sizes && (
            <select
              aria-label={`Envelope for ${order.number}`}
              value={sizes(order)}
              onChange={({ currentTarget }) => onSize(order.id, currentTarget.value as EnvelopeSize)}
            >
              {ENVELOPE_SIZES.map((size) => (
                <option value={size} key={size}>
                  {size}
                </option>
              ))}
            </select>
          )
        )}
        {order.note && <p class="says soft">{order.note}</p>}
        {order.problems.map((problem) => (
          <p class="says problem" key={problem}>
            {problem}
          </p>
        ))}
      </li>
    ))}
  </ul>
);
