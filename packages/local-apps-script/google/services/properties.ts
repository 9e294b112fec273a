import { changes, looks, type OperationContext, type Operations } from '../operations';

/** `scope` is which store of the bound file: the script's, the user's or the document's. */
const storeOf = ({ actor }: OperationContext, scope: string): string =>
  scope === 'user' ? `user:${actor.bound}:${actor.effectiveUser}` : `${scope}:${actor.bound}`;

/** PropertiesService: each argument list starts with the scope. */
export const properties: Operations = {
  'Properties.getProperty': looks('property', (context, scope: string, key: string) => {
    return context.world.properties.read(storeOf(context, scope))[key] ?? null;
  }),
  'Properties.getProperties': looks('property', (context, scope: string) => {
    return context.world.properties.read(storeOf(context, scope));
  }),
  'Properties.getKeys': looks('property', (context, scope: string) => {
    return context.world.properties.read(storeOf(context, scope));
  }),
  'Properties.setProperty': changes('property', (context, scope: string, key: string, value: string) => {
    context.world.properties.write(storeOf(context, scope), { [key]: value });
    return null;
  }),
  'Properties.setProperties': changes(
    'property',
    (context, scope: string, values: Record<string, string>, deleteOthers: boolean) => {
      context.world.properties.write(storeOf(context, scope), values, deleteOthers);
      return null;
    },
  ),
  'Properties.deleteProperty': changes('property', (context, scope: string, key: string) => {
    context.world.properties.delete(storeOf(context, scope), key);
    return null;
  }),
  'Properties.deleteAllProperties': changes('property', (context, scope: string) => {
    context.world.properties.clear(storeOf(context, scope));
    return null;
  }),
};
