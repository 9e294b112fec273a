/** What the host prints when it is ready, with the project's own lines at its end. */
export const greeting = (program: string, page: string, webApp: string, more: readonly string[]): string =>
  [
    `${program} is ready. It runs on this machine only; stop it with Ctrl+C.`,
    '',
    `  The sheet    ${page}`,
    `  The web app  ${webApp}`,
    ...more,
    '',
  ].join('\n');
