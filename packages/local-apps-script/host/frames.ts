import { AROUND_SCRIPT, FRAME_SCRIPT } from './frame-script';
import { escapeHtml } from './http';

/** What Google's sandbox allows a page of HtmlService (docs/google.md G34 and G35). */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** A page as HtmlService made it, to be shown in its frame. */
export interface Framed {
  readonly html: string;
  readonly title: string;
  /** Names that google.script.run offers: the top-level functions. */
  readonly functions: readonly string[];
  /** The address that the visitor sees, for `google.script.url.getLocation`. */
  readonly url: URL;
}

const BANNER = '<p class="banner">This page was made by a script that runs in the local Apps Script.</p>';

/**
 * A web-app page as a visitor gets it: the script's page in a sandboxed frame, below Google's gray line.
 * @param topNavigation whether it may navigate the top window.
 */
export const webPage = (page: Framed, topNavigation: boolean): string =>
  around(page, topNavigation ? `${SANDBOX} allow-top-navigation-by-user-activation` : SANDBOX, BANNER, {
    as: 'anonymous',
    dialog: null,
  });

/** A dialog or sidebar: the script's page in a sandboxed frame, run by the person who opened it. */
export const dialogPage = (page: Framed, dialog: string, as: string): string =>
  around(page, SANDBOX, '', { as, dialog });

const around = (
  page: Framed,
  sandbox: string,
  banner: string,
  { as, dialog }: { as: string; dialog: string | null },
): string => {
  const script = fill(AROUND_SCRIPT, { __AS__: as, __DIALOG__: dialog });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style>
html, body { margin: 0; height: 100%; }
body { display: flex; flex-direction: column; }
.banner { margin: 0; padding: 6px 12px; background: #eee; color: #555; font: 12px/1.3 sans-serif; }
iframe { flex: 1; width: 100%; border: 0; }
</style>
</head>
<body>
${banner}
<iframe title="${escapeHtml(page.title || 'Page')}" sandbox="${sandbox}" srcdoc="${withScript(page).replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></iframe>
<script>${script}</script>
</body>
</html>
`;
};

/** The page with google.script in front of everything that could call it. */
const withScript = ({ html, functions, url }: Framed): string => {
  const script = fill(FRAME_SCRIPT, {
    __FUNCTIONS__: functions.filter((name) => !name.endsWith('_')),
    __ORIGIN__: url.origin,
    __LOCATION__: locationOf(url),
  });
  const opening = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(html)?.[0] ?? '';
  const doctype = /<!doctype/i.test(opening) ? '' : '<!DOCTYPE html>';
  return `${doctype}${opening}<script>${script}</script>${html.slice(opening.length)}`;
};

const locationOf = (url: URL): unknown => {
  const parameters: Record<string, string[]> = {};
  for (const name of url.searchParams.keys()) parameters[name] = url.searchParams.getAll(name);
  const parameter = Object.fromEntries(Object.entries(parameters).map(([name, [first]]) => [name, first]));
  return { hash: '', parameter, parameters };
};

/** Puts values into a script, as JSON that cannot end the script element. A quoted place takes the bare text. */
const fill = (script: string, values: Readonly<Record<string, unknown>>): string => {
  let filled = script;
  for (const [place, value] of Object.entries(values)) {
    const literal = JSON.stringify(value).replace(/</g, '\\u003c');
    filled = filled.replaceAll(`'${place}'`, () => literal).replaceAll(place, () => literal);
  }
  return filled;
};
