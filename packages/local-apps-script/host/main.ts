import { runHost } from './run-host';

// The host alone, for any folder of Apps Script files, named by --script.
await runHost({ name: 'Local Apps Script', options: {} }, process.argv.slice(2));
