/** The matrix of Google's services: read from its types, asked of an office, written as a page. */
export { DIFFERENCES } from './differences';
export { type Overload, readGoogleTypes } from './google-types';
export { OBJECTS, SURFACE_SCRIPT } from './objects';
export { matrixPage } from './page';
export { asked, surfaceOf } from './surface';
