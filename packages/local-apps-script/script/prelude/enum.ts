/** One value of a Google enum: compared by identity, prints and travels as its name. */
export interface EnumValue<Name extends string = string> {
  name(): Name;
  ordinal(): number;
  toString(): Name;
  toJSON(): Name;
}

/** Makes an enum such as `ScriptApp.WeekDay`: an object of {@link EnumValue}s by name. */
export const makeEnum = <Name extends string>(...names: readonly Name[]): Readonly<Record<Name, EnumValue<Name>>> =>
  Object.fromEntries(
    names.map((name, at) => [
      name,
      Object.freeze({ name: () => name, ordinal: () => at, toString: () => name, toJSON: () => name }),
    ]),
  ) as Record<Name, EnumValue<Name>>;
