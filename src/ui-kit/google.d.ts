/** What Google provides in an HtmlService page, as far as our pages use it. */
interface ScriptRun {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: Error) => void): ScriptRun;
  rpc(token: string, method: string, ...args: readonly unknown[]): void;
}

declare const google:
  | { readonly script: { readonly run: ScriptRun; readonly host: { close(): void; setHeight(pixels: number): void } } }
  | undefined;
