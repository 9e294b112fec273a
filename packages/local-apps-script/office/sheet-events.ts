import type { ExecutionKind, ExecutionRequest } from '../google/execution';
import type { Json } from '../google/operations';
import type { Switches } from '../google/switches';
import type { Trigger, TriggerEvent } from '../google/trigger-store';

/** What happened in a spreadsheet, as its triggers hear of it. */
export interface SheetEvent {
  readonly type: 'edit' | 'change' | 'open';
  /** The spreadsheet. */
  readonly file: string;
  /** The address of the person who did it. */
  readonly user: string;
  /** What the event carries besides: `rangeRef`, `value`, `oldValue` of an edit, `changeType` of a change. */
  readonly fields: Readonly<Record<string, Json>>;
}

const EVENTS: Readonly<Record<SheetEvent['type'], TriggerEvent>> = {
  edit: 'ON_EDIT',
  change: 'ON_CHANGE',
  open: 'ON_OPEN',
};
const SIMPLE: Readonly<Record<SheetEvent['type'], string | null>> = { edit: 'onEdit', change: null, open: 'onOpen' };
const KINDS: Readonly<Record<SheetEvent['type'], ExecutionKind>> = {
  edit: 'edit trigger',
  change: 'change trigger',
  open: 'open trigger',
};

/** The type of trigger that an event calls. */
export const triggerEventOf = (event: SheetEvent): TriggerEvent => EVENTS[event.type];

/**
 * The executions that an event starts: the simple trigger as the person with limited rights, then each installed
 * one as its maker. Another person's address is blank for an installed trigger on consumer accounts
 * (docs/google.md G51).
 */
export const executionsFor = (
  event: SheetEvent,
  installed: readonly Trigger[],
  declares: (name: string) => boolean,
  account: Switches['account'],
): ExecutionRequest[] => {
  const { file, user, type } = event;
  const simple = SIMPLE[type];
  const requests: ExecutionRequest[] = [];
  if (simple && declares(simple)) {
    requests.push({
      kind: 'simple trigger',
      function: simple,
      args: [{ ...event.fields, source: file, user, authMode: 'LIMITED' }],
      effectiveUser: user,
      activeUser: user,
      bound: file,
      hasUi: true,
    });
  }
  for (const trigger of installed) {
    const seen = trigger.user === user || account === 'workspace' ? user : '';
    requests.push({
      kind: KINDS[type],
      function: trigger.handler,
      args: [{ ...event.fields, source: file, user: seen, authMode: 'FULL', triggerUid: trigger.id }],
      effectiveUser: trigger.user,
      activeUser: seen,
      bound: trigger.bound,
      hasUi: true,
    });
  }
  return requests;
};
