/** The host: the program that serves a sheet in the browser, its web app and the control API. */
export type { Call } from './control-routes';
export { HostError } from './host-error';
export { BadInput } from './input';
export { type Options, type OwnOption, type OwnOptions, parseOptions, wholeNumber } from './options';
export type { Preparation, Project } from './project';
export { runHost } from './run-host';
export { Storage } from './storage';
export { columnOf, shownText, tabOf } from './tab-cells';
