/** Says what is wrong with the values of a file to somebody who knows neither schemas nor types. */
import { isCollection } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './read-bytes.ts';

/** A mistake with the path of keys to the value. */
interface ValueMistake extends Problem {
  at: Path;
}

type Path = (string | number)[];

type Issue = z.core.$ZodIssue;

const FIELDS = 'src/content-files/schema.ts describes every field';

/** What stands for a value of each type. */
const TYPES: Record<string, [problem: string, advice: string]> = {
  string: ['this has to be text', "put it in single quotes, like name: '…'"],
  number: ['this has to be a number', 'write figures, without quotes'],
  int: ['this has to be a whole number', 'write figures, without quotes'],
  boolean: ['this has to be true or false', 'write one of the two, without quotes'],
  array: ['this has to be a list', 'write each entry on a line of its own, after - and a blank'],
  tuple: ['this has to be a list', 'write each entry on a line of its own, after - and a blank'],
  object: ['this has to be a mapping of fields', 'write each on a line of its own, like name: value'],
};

/** The mistakes that a schema found; `valueAt` gives what stands at a path. */
export function valueMistakes({ issues }: z.ZodError, valueAt: (path: Path) => unknown): ValueMistake[] {
  const located = issues.map((issue) => ({
    issue,
    at: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
  }));
  const missing = Map.groupBy(
    located.filter(({ issue, at }) => issue.code !== 'unrecognized_keys' && valueAt(at) === undefined),
    ({ at }) => at.slice(0, -1).join('.'),
  );
  // A field that is missing and one that nobody knows beside it are one name mistyped.
  const mistyped = new Map(
    located.flatMap(({ issue, at }) => {
      const [one, ...more] = missing.get(at.join('.')) ?? [];
      const isOne = issue.code === 'unrecognized_keys' && issue.keys.length === 1 && more.length === 0;
      return isOne && one ? [[issue, one] as const] : [];
    }),
  );
  const told = new Set([...mistyped.values()].map(({ issue }) => issue));
  return located.flatMap(({ issue, at }): ValueMistake[] => {
    if (told.has(issue)) return [];
    if (issue.code !== 'unrecognized_keys') return [mistake(at, explain(issue, valueAt(at)))];
    const meant = mistyped.get(issue)?.at.at(-1);
    const advice = meant === undefined ? FIELDS : `write ${meant}:, which is missing`;
    return issue.keys.map((key) => mistake([...at, key], ['there is no such field', advice]));
  });
}

/** Names the field by its keys: the places in lists are told by the line. */
function mistake(at: Path, [problem, advice]: [problem: string, advice: string]): ValueMistake {
  const field = at.filter((key) => typeof key === 'string').join('.');
  return { at, problem: `${field === '' ? '' : `${field}: `}${problem}`, advice };
}

function explain(issue: Issue, value: unknown): [problem: string, advice: string] {
  const choice = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const oneOf = choice.join(choice.length > 2 ? ', ' : ' or ').replace(/, (?=[^,]+$)/, ' or ');
  if (value === undefined) return ['this field is missing', choice.length > 0 ? `add it: ${oneOf}` : FIELDS];
  if (value === null)
    return [
      'there is no value; words after # are a comment, unless they are in quotes',
      choice.length > 0 ? `write ${oneOf}` : FIELDS,
    ];
  if (choice.length > 0)
    return [
      isCollection(value) ? 'this has to be one word' : `this cannot be ${JSON.stringify(value)}`,
      `write ${oneOf}`,
    ];
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? [issue.message, FIELDS];
  if (issue.code === 'too_small' || issue.code === 'too_big') return wrongSize(issue);
  return [issue.message, FIELDS];
}

function wrongSize(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): [string, string] {
  const [least, most] =
    issue.code === 'too_small' ? [Number(issue.minimum), Infinity] : [0, Number(issue.maximum)];
  if (issue.origin === 'string')
    return ['there are no words', 'write them, or take out the field if it may be left out'];
  if (issue.origin === 'array')
    return most === Infinity
      ? ['the list has too few entries', `write at least ${least}`]
      : ['the list has too many entries', `keep at most ${most}`];
  return ['this number cannot be', most === Infinity ? `write ${least} or more` : `write ${most} or less`];
}
