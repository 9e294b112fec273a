/** Names the method by which an output leaves the script: Google has none such, so a script finds none by name. */
export const DESCRIBE = Symbol('describe');
