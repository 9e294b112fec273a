import { configErrors } from '../core/check-config';
import type { Config } from '../workbook/config';
import { layoutProblem } from '../workbook/layout';
import { TAB_KEYS, TABS } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';

/** A sentence for each tab, column or line of staff's that cannot be used as it is. */
export const sheetProblems = (view: WorkbookView, config: Config): string[] => {
  const layouts = TAB_KEYS.filter((key) => TABS[key].columns.length > 0).map((key) => {
    const place = view.places[key];
    return place ? layoutProblem(place.layout) : `The tab ${TABS[key].name} is missing.`;
  });
  return [...layouts, ...configErrors(view, config).map(({ message }) => message)].filter(Boolean);
};
