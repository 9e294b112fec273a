/** Offices for tests: a script on a sheet of its own, on a clock that stands still. */
export { closeOffices, evaluate, NOW, type OfficeChoices, openOffice } from './office';
export { openRaces, type Race, type Races, type RaceWanted } from './own-process';
