import type { WebApp } from '../core/ports';

/** The address that Apps Script reports for the deployed web app. */
export class DeployedWebApp implements WebApp {
  url(): string {
    return ScriptApp.getService().getUrl() ?? '';
  }
}
