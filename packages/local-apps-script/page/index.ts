/** The sheet in the browser: what a project starts, and what its own pages of the panel are made with. */
export { api, postToHost } from './api';
export type { FoundRow, Mail, Menu, State } from './contract';
export { button, make } from './dom';
export type { PanelPage } from './panel';
export type { OwnPanel, PageProject, Surroundings } from './project';
export { startPage } from './start-page';
