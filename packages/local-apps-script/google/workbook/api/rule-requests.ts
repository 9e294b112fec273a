import { applyFilter } from '../filter';
import { mayEditUnder, PROTECTED } from '../protection';
import type { Tab } from '../tab';
import type { BasicFilter, ConditionalRule, ProtectedRange } from '../tab-meta';
import { RequestError } from './api-error';
import { areaOf, type BatchContext, type Body, type RequestHandler, tabOfId } from './batch-context';
import { readFormat } from './cell-data';
import { mergeMasked, parseMask } from './field-mask';

const addConditionalFormatRule: RequestHandler = (context, body) => {
  const { ranges = [], booleanRule, ...rest } = (body.rule ?? {}) as ConditionalRule;
  const [first] = ranges.map((range) => areaOf(context, range));
  if (!first) throw new RequestError('No ranges specified.');
  const format = readFormat(booleanRule?.format);
  const rule = {
    ...rest,
    ranges,
    ...(booleanRule ? { booleanRule: { ...booleanRule, ...(format ? { format } : {}) } } : {}),
  };
  const rules = [...first.tab.meta.conditionalRules];
  rules.splice(body.index ?? 0, 0, rule);
  first.tab.configure({ conditionalRules: rules });
  return {};
};

const deleteConditionalFormatRule: RequestHandler = (context, body) => {
  const tab = tabOfId(context, body.sheetId);
  const rules = [...tab.meta.conditionalRules];
  const index = body.index ?? 0;
  const [rule] = rules.splice(index, 1);
  if (!rule) throw new RequestError(`No conditional format on sheet: ${tab.id} at index: ${index}`);
  tab.configure({ conditionalRules: rules });
  return { deleteConditionalFormatRule: { rule } };
};

const setBasicFilter: RequestHandler = (context, body) => {
  const filter = (body.filter ?? {}) as BasicFilter & { filterSpecs?: readonly Body[] };
  const { tab } = areaOf(context, filter.range ?? { sheetId: 0 });
  const { filterSpecs, ...kept } = filter;
  const specs = filterSpecs?.map(({ columnIndex = 0, filterCriteria = {} }) => [columnIndex, filterCriteria]);
  applyFilter(tab, { ...kept, ...(specs ? { criteria: Object.fromEntries(specs) } : {}) });
  return {};
};

const clearBasicFilter: RequestHandler = (context, body) => {
  applyFilter(tabOfId(context, body.sheetId), null);
  return {};
};

const addFilterView: RequestHandler = (context, body) => {
  const { tab } = areaOf(context, body.filter?.range ?? { sheetId: 0 });
  const filterViewId: number = body.filter.filterViewId ?? context.workbook.nextId();
  if (context.workbook.tabs.some((each) => each.meta.filterViews.some((view) => view.filterViewId === filterViewId))) {
    throw new RequestError(`Filter view with id ${filterViewId} already exists.`);
  }
  const filter = { ...body.filter, filterViewId };
  tab.configure({ filterViews: [...tab.meta.filterViews, filter] });
  return { addFilterView: { filter } };
};

const tabOfView = ({ workbook }: BatchContext, id: number): Tab => {
  const tab = workbook.tabs.find(({ meta }) => meta.filterViews.some((view) => view.filterViewId === id));
  if (!tab) throw new RequestError(`No filter view with id: ${id}`);
  return tab;
};

const updateFilterView: RequestHandler = (context, body) => {
  const id = body.filter?.filterViewId;
  const tab = tabOfView(context, id);
  const mask = parseMask(body.fields);
  const filterViews = tab.meta.filterViews.map((view) =>
    view.filterViewId === id ? { ...(mergeMasked(view, body.filter, mask) as typeof view), filterViewId: id } : view,
  );
  tab.configure({ filterViews });
  return {};
};

const deleteFilterView: RequestHandler = (context, body) => {
  const tab = tabOfView(context, body.filterId);
  tab.configure({ filterViews: tab.meta.filterViews.filter(({ filterViewId }) => filterViewId !== body.filterId) });
  return {};
};

const findProtection = ({ workbook, user }: BatchContext, id: number): { tab: Tab; protection: ProtectedRange } => {
  for (const tab of workbook.tabs) {
    const protection = tab.meta.protections.find(({ protectedRangeId }) => protectedRangeId === id);
    if (!protection) continue;
    if (!mayEditUnder(protection, workbook, user)) throw new RequestError(PROTECTED);
    return { tab, protection };
  }
  throw new RequestError(`No protected range with ID: ${id}`);
};

const checked = ({ user }: BatchContext, protection: ProtectedRange): ProtectedRange => {
  if (!protection.warningOnly) {
    const users = protection.editors?.users ?? [];
    return { ...protection, editors: { users: users.includes(user) ? users : [user, ...users] } };
  }
  if (protection.editors?.users?.length)
    throw new RequestError("You can't set editors on a warning-only protected range.");
  const { editors: _none, ...rest } = protection;
  return rest;
};

const addProtectedRange: RequestHandler = (context, body) => {
  const sent: ProtectedRange = body.protectedRange ?? {};
  const { tab } = areaOf(context, sent.range ?? { sheetId: 0 });
  const protectedRangeId = sent.protectedRangeId ?? context.workbook.nextId();
  if (
    context.workbook.tabs.some((each) => each.meta.protections.some((one) => one.protectedRangeId === protectedRangeId))
  ) {
    throw new RequestError(`Protected range with ID: ${protectedRangeId} already exists.`);
  }
  const protectedRange = checked(context, { ...sent, range: sent.range ?? { sheetId: tab.id }, protectedRangeId });
  tab.configure({ protections: [...tab.meta.protections, protectedRange] });
  return { addProtectedRange: { protectedRange } };
};

const updateProtectedRange: RequestHandler = (context, body) => {
  const { tab, protection } = findProtection(context, body.protectedRange?.protectedRangeId);
  const merged = mergeMasked(protection, body.protectedRange, parseMask(body.fields)) as ProtectedRange;
  const changed = checked(context, { ...merged, protectedRangeId: protection.protectedRangeId });
  tab.configure({ protections: tab.meta.protections.map((one) => (one === protection ? changed : one)) });
  return {};
};

const deleteProtectedRange: RequestHandler = (context, body) => {
  const { tab, protection } = findProtection(context, body.protectedRangeId);
  tab.configure({ protections: tab.meta.protections.filter((one) => one !== protection) });
  return {};
};

/** Requests about formats that depend on values, filters and protections. */
export const ruleRequests: Readonly<Record<string, RequestHandler>> = {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  setBasicFilter,
  clearBasicFilter,
  addFilterView,
  updateFilterView,
  deleteFilterView,
  addProtectedRange,
  updateProtectedRange,
  deleteProtectedRange,
};
