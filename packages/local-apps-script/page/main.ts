import { startPage } from './start-page';

// The page alone, for any script.
startPage({});
