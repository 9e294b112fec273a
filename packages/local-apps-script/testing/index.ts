/** What a test needs: offices on a clock that stands still, hosts as programs of their own, races in new processes. */
export { loadScript } from '../script/load';
export { type Called, get, post } from './calls';
export { type HostHere, serveHere } from './host-here';
export { cleanUp, type HostProcess, hostProgram, newFolder, scriptFolder } from './host-process';
export { closeOffices, evaluate, loadScriptsBy, NOW, type OfficeChoices, openOffice } from './office';
export { openRaces, type Race, type Races } from './own-process';
