import { createHash } from 'node:crypto';
import { changes, type Json, looks, type Operations } from '../operations';
import type { ClockPlan } from '../schedule';
import { ServiceError } from '../service-error';
import type { Switches } from '../switches';
import type { Trigger, TriggerEvent } from '../trigger-store';

type Plan =
  | { readonly on: 'edit' | 'open' | 'change' | 'formSubmit'; readonly file: string }
  | { readonly on: 'clock'; readonly clock: ClockPlan };

const MOST_TRIGGERS = 20;

const EVENTS: Readonly<Record<Plan['on'], TriggerEvent>> = {
  edit: 'ON_EDIT',
  open: 'ON_OPEN',
  change: 'ON_CHANGE',
  formSubmit: 'ON_FORM_SUBMIT',
  clock: 'CLOCK',
};

const plain = ({ id, handler, event, file }: Trigger): Json => ({
  id,
  handler,
  event,
  source: event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS',
  file,
});

/** How Google names a handler with a dot in it (docs/google.md G121). */
const named = (handler: string, names: Switches['handlerNames']): string => {
  if (names === 'whole' || !handler.includes('.')) return handler;
  return names === 'none' ? '' : handler.slice(handler.lastIndexOf('.') + 1);
};

/** ScriptApp: triggers belong to the user who made them; nobody sees another's (docs/google.md G49). */
export const scriptApp: Operations = {
  'ScriptApp.newTrigger': changes('other', ({ world, actor, now, replaying }, handler: string, plan: Plan) => {
    const { effectiveUser: user, bound } = actor;
    if (!replaying && world.triggers.of(user, bound).length >= MOST_TRIGGERS) {
      throw new ServiceError(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const clock = plan.on === 'clock' ? plan.clock : null;
    const file = plan.on === 'clock' ? null : plan.file;
    return plain(world.triggers.add({ handler, event: EVENTS[plan.on], user, bound, file, clock }, now));
  }),
  'ScriptApp.getProjectTriggers': looks('read', ({ world, actor }) =>
    world.triggers
      .of(actor.effectiveUser, actor.bound)
      .map((trigger) => plain({ ...trigger, handler: named(trigger.handler, world.switches.handlerNames) })),
  ),
  'ScriptApp.deleteTrigger': changes('other', ({ world, actor }, id: string) => {
    const mine = world.triggers.of(actor.effectiveUser, actor.bound).some((trigger) => trigger.id === id);
    if (!mine) throw new ServiceError('The trigger you are trying to delete does not exist.');
    world.triggers.delete(id);
    return null;
  }),
  'ScriptApp.getService.getUrl': looks('navigation', ({ world, actor }) => {
    // Away from the web app it may be an address that only editors reach (docs/google.md G32).
    const inWebApp = ['doGet', 'doPost', 'web page'].includes(world.running.get(actor.execution)?.kind ?? '');
    return inWebApp || !world.switches.devUrlInSheet
      ? world.webAppUrl
      : (world.webAppUrl?.replace(/exec$/, 'dev') ?? null);
  }),
  'ScriptApp.getScriptId': looks(
    'navigation',
    ({ actor }) => `1${createHash('sha256').update(`script ${actor.bound}`).digest('base64url')}`,
  ),
  'ScriptApp.getAuthorizationInfo': looks('other', ({ world }) => world.switches.withheldScope !== 'none'),
  'ScriptApp.getOAuthToken': looks('navigation', ({ actor }) => `local-token-of-${actor.effectiveUser}`),
};
