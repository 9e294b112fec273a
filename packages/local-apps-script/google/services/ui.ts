import { looks, type OperationContext, type Operations, Wait } from '../operations';
import { ServiceError } from '../service-error';
import { answerJson, type Dialog, type Menu } from '../ui-store';

/** @throws ServiceError where no person is looking: web app, time trigger (docs/google.md G26). */
const needUi = (context: OperationContext, method = 'SpreadsheetApp.getUi()'): void => {
  if (!context.world.executionHasUi(context.actor.execution)) {
    throw new ServiceError(`Cannot call ${method} from this context.`);
  }
};

const described = ({ actor }: OperationContext) => ({
  user: actor.activeUser || actor.effectiveUser,
  bound: actor.bound,
  execution: actor.execution,
});

/** Suspends the script and drops its locks until the person answers (docs/google.md G93). */
const ask = (context: OperationContext, kind: 'alert' | 'prompt', title: string, text: string, buttons: string[]) => {
  needUi(context);
  const { world, actor } = context;
  const open = world.ui.waitingFor(actor.execution);
  if (open) {
    const answer = world.ui.takeAnswer(open.id);
    return answer ? answerJson(answer) : new Wait(Number.POSITIVE_INFINITY);
  }
  world.locks.releaseAll(actor.execution);
  const prepared = world.ui.prepared.shift();
  if (prepared) return answerJson(prepared);
  world.ui.open({ ...described(context), kind, title, text, buttons, html: null, width: null, height: null });
  return new Wait(Number.POSITIVE_INFINITY);
};

/** A page as the prelude's HtmlOutput describes it. */
interface Page {
  readonly content: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Neither a dialog nor a sidebar suspends the script. */
const show = (context: OperationContext, kind: Dialog['kind'], page: Page, title: string | null) => {
  needUi(context);
  const { ui } = context.world;
  if (kind === 'sidebar') for (const dialog of [...ui.dialogs]) if (dialog.kind === 'sidebar') ui.close(dialog.id);
  const { content, width, height } = page;
  const { id } = ui.open({
    ...described(context),
    kind,
    title: title ?? page.title,
    text: '',
    buttons: [],
    html: content,
    width,
    height,
  });
  return id;
};

/** SpreadsheetApp.getUi() and what it can do, and toasts. */
export const ui: Operations = {
  'SpreadsheetApp.getUi': looks('navigation', (context) => {
    needUi(context);
    return null;
  }),
  'Ui.alert': looks('ui', (context, title: string | null, text: string, buttons: string[]) =>
    ask(context, 'alert', title ?? '', text, buttons),
  ),
  'Ui.prompt': looks('ui', (context, title: string | null, text: string, buttons: string[]) =>
    ask(context, 'prompt', title ?? '', text, buttons),
  ),
  'Ui.showModalDialog': looks('ui', (context, page: Page, title: string) => show(context, 'modal', page, title)),
  'Ui.showModelessDialog': looks('ui', (context, page: Page, title: string) => show(context, 'modeless', page, title)),
  'Ui.showSidebar': looks('ui', (context, page: Page) => show(context, 'sidebar', page, null)),
  'Ui.addMenu': looks('ui', (context, menu: Menu) => {
    needUi(context);
    const { user, bound } = described(context);
    context.world.ui.addMenu(bound, user, menu);
    return null;
  }),
  'Spreadsheet.toast': looks('ui', (context, message: string, title: string | null) => {
    const { user } = described(context);
    context.world.ui.toast({ message, title: title ?? '', time: new Date(context.now).toISOString(), user });
    return null;
  }),
};
