/** What the figures mean, as the report itself explains it. */
export const definitions = (timeZone: string): readonly string[] => [
  `Days, weeks (Monday to Sunday) and months are in the spreadsheet's time zone (${timeZone}), including daylight saving time.`,
  "An order counts as a sale on the day it was placed, with that day's prices, discounts and shipping (from the Ledger), not with today's Price List.",
  'Orders canceled before they were paid are left out of all sales; "Left out of everything above" shows their number and total.',
  'Orders canceled after they were paid remain a sale on the day they were placed and count as a return on the day they were canceled. So the figures for a past month change only when its orders are paid, shipped or canceled, and a return never changes the sales of an earlier month.',
  'Gross sales are the price of the prints before discounts. Gross sales minus discounts plus shipping equal the total. Taxes are neither added nor deducted.',
  '"Paid or shipped", "Pending" and "Canceled after payment" show the current status of the orders in the period; together they cover all of them.',
  'Payments count on the day an order was marked paid, no matter when it was placed; returns on the day it was canceled after that; shipped orders on the day they were marked shipped or picked up.',
  'The average order value is the total of the paid and shipped orders divided by their number.',
  'The median hours from paid to shipped covers the orders shipped or picked up in the period: half of them took less time, half took more. Orders with an unknown payment or shipping time aren\'t included; "Shipped in the period, not in the median" counts them.',
  'Ratings count on the day they first came in; feedback requests, and whether they were answered, on the day the request was sent.',
  'Sales by print size and by photo are before discounts, which apply to whole orders. Photo numbers are counted per event.',
  'Pending orders by age are all orders that are pending now, regardless of the period. Orders are never canceled automatically.',
  'Imported orders count on the day in their Created At cell. An order without a date there isn’t in any period; the report for all time lists it as "No day", and every report counts it under "Without a day". So the months and that line add up to the total.',
  'It isn\'t known when imported orders were paid and shipped, so they don\'t count in any day\'s payments or shipped orders; "Payments without a day" and "Shipped or picked up without a day" count them.',
  "If an imported order cost more than today's price of its prints, the difference is shown in its own row.",
];
