/** What the figures mean, as it stands on the report itself. */
export const definitions = (timeZone: string): readonly string[] => [
  `Days, weeks (Monday to Sunday) and months are those of the spreadsheet's time zone (${timeZone}), daylight saving included.`,
  'An order counts as a sale on the day on which it was placed, with the prices, discounts and shipping of that day as the program accepted them (the Ledger), not with today’s Price List.',
  'Orders cancelled before they were paid are left out of all sales; their number and sum are stated under "Left out of everything above".',
  'Orders cancelled after they were paid stay a sale on the day they were placed and are a return on the day of the cancellation. So the figures of a past month change only when its orders are paid, shipped or cancelled, and a return never changes the sales of an earlier month.',
  'Gross sales are what the prints cost before discounts. Gross sales less discounts plus shipping make the total. No tax is computed or taken off.',
  'Paid or shipped, pending and cancelled after payment say where the orders of the period stand now; together they are all its orders.',
  'Payments count on the day an order was marked paid, whatever day it was placed; returns on the day it was cancelled after that; shipped orders on the day they were marked shipped or picked up.',
  'The average order value is the amount of the paid and shipped orders divided by their number.',
  'The median of the hours from paid to shipped is of the orders shipped or picked up in the period: half of them took less, half more. Those of which one of the two moments is not known are not in it; "Shipped in the period, not in the median" counts them.',
  'Ratings count on the day they came first, feedback requests and whether they were answered on the day the request was sent.',
  'Sales by print size and by photo are before discounts, which belong to whole orders. A photo number counts per event.',
  'Pending orders by age are all that are pending now, whatever the period. Nothing is ever cancelled automatically.',
  'Orders that were in the sheet before the program count on the day in their Created At cell. One whose cell has no day counts on no day: it is in no period, in the report over everything on a line of its own ("No day"), and "Without a day" counts it in each report. So the months and that line together make the total.',
  'When an order from before the program was paid and shipped is not known: it is in no day’s payments and shipped orders, and "Payments without a day" and "Shipped or picked up without a day" count it.',
  'Of orders from before the program, what they cost beyond today’s price of their prints is named in its own row.',
];
