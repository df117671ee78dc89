/** Version 1 of plan.json is stable, as recorded in plan-json-fields-1.json: fields may be added, none may be removed or changed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planJsonSchema } from '../../../src/data/formats/json-schema.ts';
import { VERSION } from '../../../src/data/formats/plan-json-fields.ts';

type Schema = ReturnType<typeof planJsonSchema>;
type Shape = Record<string, string>;

/** What a value is: its type with its format, or the only values there are. */
function kindOf({ type, format, enum: values, const: only }: Schema): string {
  if (only !== undefined) return `= ${JSON.stringify(only)}`;
  return values ? values.map(String).sort().join(' | ') : [type, format].filter(Boolean).join(' ');
}

function shapeOf(schema: Schema, at = ''): Shape {
  const shape: Shape = at === '' ? {} : { [at]: kindOf(schema) };
  const { items } = schema;
  if (typeof items === 'object' && !Array.isArray(items)) Object.assign(shape, shapeOf(items, `${at}[]`));
  for (const [name, value] of Object.entries(schema.properties ?? {}))
    if (typeof value === 'object') Object.assign(shape, shapeOf(value, at === '' ? name : `${at}.${name}`));
  return shape;
}

/** What readers of the recorded shape would miss. */
const broken = (recorded: Shape, now: Shape) =>
  Object.entries(recorded).flatMap(([path, kind]) =>
    now[path] === kind ? [] : [`${path}: was ${kind}, is ${now[path] ?? 'gone'}`],
  );

const now = shapeOf(planJsonSchema());
const recorded = JSON.parse(
  readFileSync(new URL(`plan-json-fields-${VERSION}.json`, import.meta.url), 'utf8'),
) as Shape;

test('every recorded field still exists with its type', () => {
  expect(broken(recorded, now), 'a field may only be added; anything else is a new VERSION').toEqual([]);
});

test('every published field is recorded', () => {
  expect(
    Object.keys(now).filter((path) => !(path in recorded)),
    'add them to the record',
  ).toEqual([]);
});

test('the check finds removed and changed fields, and allows new ones', () => {
  const { 'tasks[].duty': duty, ...less } = now;
  expect(duty).toBe('string');
  expect(broken(now, less)).toEqual(['tasks[].duty: was string, is gone']);
  expect(broken(now, { ...now, 'tasks[].number': 'string' })).toHaveLength(1);
  expect(broken(now, { ...now, later: 'string' })).toEqual([]);
});
