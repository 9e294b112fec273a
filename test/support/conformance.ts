/**
 * The test files that load every script by gas-local, as other people's tests of Apps Script do. All others load it
 * compiled; packages/local-apps-script/test/platform/load.test.ts proves that both come to the same.
 */
export const CONFORMANCE: readonly string[] = [
  'test/api/documents.test.ts',
  'test/intake/first-order.test.ts',
  'test/lifecycle/menu.test.ts',
  'packages/local-apps-script/test/platform/google-script-run.test.ts',
  'packages/local-apps-script/test/platform/html-service.test.ts',
  'packages/local-apps-script/test/platform/reference.test.ts',
  'packages/local-apps-script/test/platform/script-context.test.ts',
  'packages/local-apps-script/test/platform/web-app.test.ts',
  'test/setup/set-up.test.ts',
];
