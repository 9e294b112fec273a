/** A JSON Schema as far as docs/openapi.json uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly description?: string;
  readonly default?: unknown;
}

export type Schemas = Readonly<Record<string, Schema>>;

const KNOWN = [
  ...['$ref', 'type', 'const', 'enum', 'pattern', 'minimum', 'maximum', 'minItems', 'maxLength', 'items'],
  ...['properties', 'required', 'additionalProperties', 'anyOf', 'oneOf', 'description', 'default'],
];

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const isOfType = (value: unknown, type: string): boolean =>
  typeOf(value) === type || (type === 'number' && typeof value === 'number');

/** What is wrong with a value by a schema, each with its path; empty when it fits. @throws Error for an unknown keyword. */
export const faultsOf = (value: unknown, schema: Schema, schemas: Schemas, path = '$'): string[] => {
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.includes(keyword));
  if (unknown) throw new Error(`${path}: this checker knows no ${unknown}`);
  if (schema.$ref) {
    const target = schemas[schema.$ref.split('/').pop() ?? ''];
    return target ? faultsOf(value, target, schemas, path) : [`${path}: there is no ${schema.$ref}`];
  }
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${path}: ${JSON.stringify(value)} ${what}`);
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) fault(`is no ${types.join(' or ')}`);
  if ('const' in schema && value !== schema.const) fault(`is not ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) fault(`is none of ${schema.enum.join(', ')}`);
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern).test(value)) fault(`does not match ${schema.pattern}`);
    if (value.length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) fault('is too long');
  }
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)) fault('is out of range');
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) fault('has too few items');
    const { items } = schema;
    for (const [index, item] of value.entries()) {
      if (items) faults.push(...faultsOf(item, items, schemas, `${path}[${index}]`));
    }
  } else if (typeof value === 'object' && value !== null) {
    faults.push(...objectFaults(value as Readonly<Record<string, unknown>>, schema, schemas, path));
  }
  for (const several of [schema.anyOf, schema.oneOf]) {
    const fits = several?.filter((each) => faultsOf(value, each, schemas, path).length === 0).length ?? 1;
    if (fits === 0 || (several === schema.oneOf && several && fits > 1)) fault(`fits ${fits} of the alternatives`);
  }
  return faults;
};

const objectFaults = (
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = true }: Schema,
  schemas: Schemas,
  path: string,
): string[] => [
  ...required.filter((name) => !(name in value)).map((name) => `${path}: ${name} is missing`),
  ...Object.entries(value).flatMap(([name, part]) => {
    const schema = properties[name];
    if (schema) return faultsOf(part, schema, schemas, `${path}.${name}`);
    return additionalProperties ? [] : [`${path}: ${name} is not described`];
  }),
];
