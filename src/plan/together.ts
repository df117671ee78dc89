/** Which units the plan names in the same clauses, numbers only: every picture, list and file of it comes from here. */
import { descending, range, sum } from 'd3';
import type { Plan, Role, Unit } from './model.ts';
import { byLookup } from './order.ts';

type People = Pick<Plan, 'units' | 'tasks'>;

/** Two units and the tasks whose clauses name both; `a` is looked up before `b`. */
export interface Pair {
  a: Unit;
  b: Unit;
  tasks: number[];
}

/** A cell of the lower half of the adjacency matrix; `row` > `column`, both count along `units`. */
export interface PairCell extends Pair {
  row: number;
  column: number;
}

/** A unit's own neighbourhood: its shared tasks, and for each partner its role in those that name it. */
export interface Neighbourhood {
  tasks: { number: number; role: Role }[];
  partners: { unit: Unit; marks: { number: number; column: number; role: Role }[] }[];
}

/** Every pair of named units that shares a task, most shared tasks first; collectives are in none. */
export function pairsOf({ units }: Pick<Plan, 'units'>): Pair[] {
  const named = units.filter(({ kind }) => kind !== 'collective').sort(byLookup);
  const place = new Map(named.map((unit, index) => [unit.id, index]));
  return named
    .flatMap((a, index) =>
      a.partners.flatMap(({ id, tasks }) => {
        const b = named[place.get(id) ?? -1];
        return b && index < named.indexOf(b) ? [{ a, b, tasks }] : [];
      }),
    )
    .sort((x, y) => y.tasks.length - x.tasks.length || byLookup(x.a, y.a) || byLookup(x.b, y.b));
}

/**
 * Units in an order that puts those together that share tasks: the two most alike groups are joined until one is left,
 * like with like where they meet. Nothing is left to chance: ties fall to the order of lookup.
 */
export function byAffinity(units: readonly Unit[], pairs: readonly Pair[]): Unit[] {
  const shared = new Map(pairs.flatMap(({ a, b, tasks }) => [[`${a.id} ${b.id}`, tasks.length] as const]));
  const between = (a: Unit | undefined, b: Unit | undefined) =>
    a && b ? (shared.get(`${a.id} ${b.id}`) ?? shared.get(`${b.id} ${a.id}`) ?? 0) : 0;
  const alike = (a: Unit[], b: Unit[]) =>
    sum(a, (one) => sum(b, (other) => between(one, other))) / (a.length * b.length);
  let groups = [...units].sort(byLookup).map((unit) => [unit]);
  while (groups.length > 1) {
    const [best] = groups
      .flatMap((a, i) => groups.slice(i + 1).map((b) => ({ a, b, score: alike(a, b) })))
      .sort((x, y) => descending(x.score, y.score));
    if (!best) break;
    const joined = [best.a, [...best.a].reverse()]
      .flatMap((a) =>
        [best.b, [...best.b].reverse()].map((b) => ({ all: [...a, ...b], meet: between(a.at(-1), b[0]) })),
      )
      .sort((x, y) => descending(x.meet, y.meet))[0];
    if (!joined) break;
    groups = groups.flatMap((group) => (group === best.a ? [joined.all] : group === best.b ? [] : [group]));
  }
  return groups.flat();
}

/** The ordered adjacency matrix: the units that share a task with another, and a cell for each pair. */
export function adjacency(plan: Pick<Plan, 'units'>): { units: Unit[]; alone: Unit[]; cells: PairCell[] } {
  const pairs = pairsOf(plan);
  const named = plan.units.filter(({ kind }) => kind !== 'collective').sort(byLookup);
  const units = byAffinity(
    named.filter(({ partners }) => partners.length > 0),
    pairs,
  );
  const place = new Map(units.map(({ id }, index) => [id, index]));
  const cells = pairs.map((pair) => {
    const [column = 0, row = 0] = [place.get(pair.a.id) ?? 0, place.get(pair.b.id) ?? 0].sort(
      (x, y) => x - y,
    );
    return { ...pair, row, column };
  });
  return {
    units,
    alone: named.filter(({ partners }) => partners.length === 0),
    cells: cells.sort((x, y) => x.row - y.row || x.column - y.column),
  };
}

/** The tasks that a unit shares with others, and who the others are; collectives are left out. */
export function neighbourhood(unit: Unit, { units, tasks }: People): Neighbourhood {
  const roleIn = (id: string, number: number) =>
    tasks.find((task) => task.number === number)?.duty.units.find((one) => one.id === id)?.role;
  const shared = [...new Set(unit.partners.flatMap((partner) => partner.tasks))].sort((a, b) => a - b);
  return {
    tasks: shared.flatMap((number) => ({ number, role: roleIn(unit.id, number) ?? 'joint' })),
    partners: unit.partners.flatMap(({ id }) => {
      const partner = units.find((one) => one.id === id);
      const marks = range(shared.length).flatMap((column) => {
        const number = shared[column] ?? 0;
        const role = roleIn(id, number);
        return role ? [{ number, column, role }] : [];
      });
      return partner ? [{ unit: partner, marks }] : [];
    }),
  };
}
