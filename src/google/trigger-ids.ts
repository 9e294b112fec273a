type Trigger = GoogleAppsScript.Script.Trigger;

/** The Script Property with the id of each trigger that the program has made, by its handler, as JSON. */
const IDS = 'TRIGGER_IDS';

const kept = (): Readonly<Record<string, string>> =>
  JSON.parse(PropertiesService.getScriptProperties().getProperty(IDS) || '{}') as Record<string, string>;

/** Remembers a trigger by its id: nobody knows how Google names a handler with a dot in it (docs/google.md G121). */
export const keepId = (handler: string, trigger: Trigger): void => {
  const ids = { ...kept(), [handler]: trigger.getUniqueId() };
  PropertiesService.getScriptProperties().setProperty(IDS, JSON.stringify(ids));
};

const lastPart = (handler: string): string => handler.slice(handler.lastIndexOf('.') + 1);

/** Whether a trigger calls a handler, by its name, with or without what is before the dot, or by the id that was kept. */
export const isFor = (trigger: Trigger, handler: string): boolean =>
  lastPart(trigger.getHandlerFunction() ?? '') === lastPart(handler) || trigger.getUniqueId() === kept()[handler];
