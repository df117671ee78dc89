/** The shape of plan.json as a JSON Schema, and as lists of fields to read. */
import { z } from 'zod';
import { planShape } from './shape.ts';

/** The JSON Schema (draft 2020-12) of plan.json; fields it does not name are allowed. */
export function schemaData(): z.core.JSONSchema.JSONSchema {
  const schema = z.toJSONSchema(planShape, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The format says it already, in fewer words.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  // The name and what it is for come first in the file, though zod adds them last.
  const { $schema, $id, title, description } = schema;
  const head = Object.fromEntries(Object.entries({ $schema, $id, title, description }));
  return { ...head, ...schema };
}

export interface Field {
  /** How to reach it, e.g. tasks[].deadline.date. */
  path: string;
  title: string;
  description: string;
}

/** Every field below a schema, in order, with its explanation: the field lists on /data/. */
export function fieldsOf(schema: z.core.JSONSchema._JSONSchema, prefix = ''): Field[] {
  if (typeof schema === 'boolean') return [];
  if (schema.items !== undefined && !Array.isArray(schema.items))
    return fieldsOf(schema.items, `${prefix}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return [];
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return [
      { path, title: value.title ?? '', description: value.description ?? '' },
      ...fieldsOf(value, path),
    ];
  });
}
