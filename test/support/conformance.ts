/**
 * The test files of the product that load it by gas-local, as other people's tests of Apps Script do. All others load it
 * compiled; test/host/load.test.ts proves that both come to the same.
 */
export const CONFORMANCE: readonly string[] = [
  'test/entrypoints/web/documents.test.ts',
  'test/intake/first-order.test.ts',
  'test/entrypoints/menu.test.ts',
  'test/set-up/set-up.test.ts',
];
