/** What `today.read` answers. */
export type { TodayItem as Item } from '../../workspace/today/items';
export type { TodayAnswer as Today } from '../../workspace/today/read-today';
export type { Told } from '../../workspace/today/told';
