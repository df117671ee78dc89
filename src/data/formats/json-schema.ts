/** The JSON Schema of plan.json, and lists of its fields for readers. */
import { z } from 'zod';
import { FIRST_ROLES, planDataSchema, SCHEMA_NAMES, VERSION, type Version } from './plan-json-fields.ts';

type Json = z.core.JSONSchema.BaseSchema;

/**
 * Reduces a schema to version 1, which has no null, no composed numbers, and no later roles. Of several alternatives the
 * first is that of version 1.
 */
function narrow(schema: Json): void {
  const [first] = schema.anyOf ?? [];
  if (typeof first === 'object') {
    delete schema.anyOf;
    Object.assign(schema, { ...first, ...schema });
  }
  const roles: readonly unknown[] = FIRST_ROLES;
  if (schema.enum?.includes('with')) schema.enum = schema.enum.filter((one) => roles.includes(one));
  const { type } = schema as { type?: unknown };
  if (Array.isArray(type)) Object.assign(schema, { type: (type as unknown[])[0] });
}

/** Says of a field what holds in the wider schema. */
function widen(schema: Json): void {
  if ('wide' in schema) schema.description = schema.wide as string;
}

/** Removes the fields that version 1 does not have, and what only says in which version something holds. */
function removeMarks(schema: object, version: Version): void {
  for (const [name, value] of Object.entries(schema) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null) continue;
    if (version === VERSION && 'later' in value) Reflect.deleteProperty(schema, name);
    else removeMarks(value, version);
  }
  for (const mark of ['wide', 'later']) Reflect.deleteProperty(schema, mark);
}

/** The JSON Schema (draft 2020-12) of plan.json; additional fields are allowed. */
export function planJsonSchema(version: Version = VERSION): z.core.JSONSchema.JSONSchema {
  const schema = z.toJSONSchema(planDataSchema, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      if (path.at(-1) === 'version') {
        delete jsonSchema.anyOf;
        Object.assign(jsonSchema, { type: 'number', const: version });
      }
      if (version === VERSION) narrow(jsonSchema);
      else widen(jsonSchema);
      // The format says the same.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  removeMarks(schema, version);
  // zod adds these last; in the file they come first.
  const { $schema, title, description } = schema;
  const head = Object.fromEntries(
    Object.entries({ $schema, $id: SCHEMA_NAMES[version], title, description }),
  );
  return { ...head, ...schema };
}

export interface DataField {
  /** Its path, e.g. tasks[].deadline.date. */
  path: string;
  /** In Chinese, as TYPES has it. */
  type: string;
  title: string;
  description: string;
  /** A value from the data; empty if there is none. */
  example: string;
}

/** The types of values in Chinese. */
export const TYPES = {
  string: '文本',
  integer: '整数',
  number: '数',
  boolean: '是否（true、false）',
  date: '日期',
  'date-time': '时间',
  array: '列表',
  object: '对象',
  null: 'null',
} as const;

const isType = (name: unknown): name is keyof typeof TYPES => typeof name === 'string' && name in TYPES;
function typeWord({
  type,
  format,
  enum: values,
  const: only,
  anyOf,
}: z.core.JSONSchema._JSONSchema & object): string {
  if (values) return `文本（${values.join('、')}）`;
  if (anyOf) {
    const kinds = anyOf.flatMap((one) =>
      typeof one === 'object' && one.type !== 'null' ? typeWord(one) : [],
    );
    return `${[...new Set(kinds)].join('或')}${kinds.length < anyOf.length ? '，可为 null' : ''}`;
  }
  const name = format ?? type;
  return only === undefined ? (isType(name) ? TYPES[name] : '') : `固定为${String(only)}`;
}

/** Every field below a schema, in order: the field lists on /data/. */
export function schemaFields(schema: z.core.JSONSchema._JSONSchema, prefix = ''): DataField[] {
  if (typeof schema === 'boolean') return [];
  if (schema.items !== undefined && !Array.isArray(schema.items))
    return schemaFields(schema.items, `${prefix}[]`);
  // Of a nullable object the fields of the object.
  const [filled] = (schema.anyOf ?? []).filter(
    (one) => typeof one === 'object' && one.properties !== undefined,
  );
  if (filled !== undefined) return schemaFields(filled, prefix);
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return [];
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return [
      {
        ...{ path, type: typeWord(value), title: value.title ?? '', description: value.description ?? '' },
        example: '',
      },
      ...schemaFields(value, path),
    ];
  });
}

/** Adds to each field a value from the data. */
export function withExamples(fields: DataField[], data: unknown): DataField[] {
  return fields.map((field) => ({ ...field, example: exampleText(valueAt(data, field.path.split('.'))) }));
}

/** The first value at a path, searched through lists on the way. */
function valueAt(value: unknown, [step = '', ...rest]: string[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = step.replace(/\[\]$/, '');
  const own = (value as Record<string, unknown>)[name];
  if (rest.length === 0) return own;
  if (!step.endsWith('[]')) return valueAt(own, rest);
  if (!Array.isArray(own)) return undefined;
  for (const one of own as unknown[]) {
    const found = valueAt(one, rest);
    if (found !== undefined && exampleText(found) !== '') return found;
  }
  return undefined;
}

const LONGEST_EXAMPLE = 20;

/** A value as shown to readers: texts, numbers and lists of them; other structures have no example. */
export function exampleText(value: unknown): string {
  if (Array.isArray(value) && typeof value[0] !== 'object') return exampleText(value.slice(0, 3).join('、'));
  if (!['string', 'number', 'boolean'].includes(typeof value)) return '';
  const text = (value as string | number | boolean).toString().replaceAll('\n', ' ');
  const characters = [...text];
  return characters.length > LONGEST_EXAMPLE ? `${characters.slice(0, LONGEST_EXAMPLE).join('')}…` : text;
}
