/** What a query asks of units: the tasks of those that it names. */
import type { Area } from '../areas.ts';
import { unitsCalled, type NamedUnit, type UnitNames } from '../named-units.ts';
import { nameQuestion, type AskedName, type NameQuestion } from './name-question.ts';

/** A name with the units that it means. */
export interface AskedUnits extends AskedName {
  units: NamedUnit[];
}

export type UnitQuestion = NameQuestion<AskedUnits>;

/** Reads a normalised query with dates in words (`Question.read`). */
export function unitQuestion(chars: string, units: UnitNames[], area: Area): UnitQuestion {
  const names = units.flatMap((unit) => unit.names.map((one) => one.chars));
  const read = nameQuestion(chars, names, area);
  const seen = new Set<string>();
  const asked = read.names.flatMap((one) => {
    const called = unitsCalled(one.name, units).filter(({ id }) => !seen.has(id));
    for (const { id } of called) seen.add(id);
    return called.length > 0 ? [{ ...one, units: called }] : [];
  });
  return { ...read, names: asked };
}

/** All units that are asked for. */
export const unitsOf = ({ names }: UnitQuestion): NamedUnit[] => names.flatMap(({ units }) => units);
