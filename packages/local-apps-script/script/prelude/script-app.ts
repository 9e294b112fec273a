import { call } from './bridge';
import { makeEnum } from './enum';
import { expectTypes } from './signature';
import { Guarded, strict, strictClass } from './strict';
import { TriggerBuilder } from './trigger-builder';

const AuthMode = makeEnum('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
const EventType = makeEnum('CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED');
const TriggerSource = makeEnum('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');
const WeekDay = makeEnum('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY');
const AuthorizationStatus = makeEnum('NOT_REQUIRED', 'REQUIRED');

/** A trigger as Google's side describes it. */
interface PlainTrigger {
  readonly id: string;
  readonly handler: string;
  readonly event: keyof typeof EventType;
  readonly source: keyof typeof TriggerSource;
  readonly file: string | null;
}

class Trigger extends Guarded {
  readonly #plain: PlainTrigger;

  constructor(plain: PlainTrigger) {
    super();
    this.#plain = plain;
  }

  getUniqueId(): string {
    return this.#plain.id;
  }

  getHandlerFunction(): string {
    return this.#plain.handler;
  }

  getEventType(): unknown {
    return EventType[this.#plain.event];
  }

  getTriggerSource(): unknown {
    return TriggerSource[this.#plain.source];
  }

  getTriggerSourceId(): string | null {
    return this.#plain.file;
  }
}

strictClass(Trigger, 'Trigger');

const trigger = (plain: unknown): Trigger => new Trigger(plain as PlainTrigger);

/** Whether the person still has to give consent to something that the script asks for, and where. */
const authorization = (isRequired: boolean) =>
  strict(
    {
      getAuthorizationStatus: () => (isRequired ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED),
      getAuthorizationUrl: () => (isRequired ? `https://script.google.com/d/${ScriptApp.getScriptId()}/consent` : null),
    },
    'AuthorizationInfo',
  );

/** `ScriptApp`: triggers are per user; `getProjectTriggers` lists the current user's only (docs/google.md G49). */
export const ScriptApp = strict(
  {
    AuthMode,
    EventType,
    TriggerSource,
    WeekDay,
    AuthorizationStatus,
    newTrigger(...args: [handler: string]) {
      expectTypes(args, 'ScriptApp.newTrigger', 'string');
      return new TriggerBuilder((plan) => trigger(call('ScriptApp.newTrigger', String(args[0]), plan)));
    },
    getProjectTriggers: () => (call('ScriptApp.getProjectTriggers') as unknown[]).map(trigger),
    getScriptTriggers: () => ScriptApp.getProjectTriggers(),
    getUserTriggers(...args: [file: { getId(): string }]): Trigger[] {
      expectTypes(args, 'ScriptApp.getUserTriggers', 'object');
      return ScriptApp.getProjectTriggers().filter((each: Trigger) => each.getTriggerSourceId() === args[0].getId());
    },
    deleteTrigger(...args: [trigger: Trigger]) {
      expectTypes(args, 'ScriptApp.deleteTrigger', 'object');
      call('ScriptApp.deleteTrigger', args[0].getUniqueId());
    },
    getService: () =>
      strict({ getUrl: () => call('ScriptApp.getService.getUrl') as string | null, isEnabled: () => true }, 'Service'),
    getScriptId: () => call('ScriptApp.getScriptId') as string,
    getOAuthToken: () => call('ScriptApp.getOAuthToken') as string,
    getAuthorizationInfo: (...args: [mode: unknown]) => {
      expectTypes(args, 'ScriptApp.getAuthorizationInfo', 'object');
      return authorization(call('ScriptApp.getAuthorizationInfo') as boolean);
    },
  },
  'ScriptApp',
);
