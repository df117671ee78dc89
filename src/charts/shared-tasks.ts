/** Which units the plan names in the same clauses, numbers only: every picture, list and file of it comes from here. */
import { descending } from 'd3';
import { tasksByNumber } from '../plan/links.ts';
import type { Plan, Role, Task, TaskNumber, Unit } from '../plan/model.ts';
import { memoize } from '../text/memoize.ts';
import { byPinyin } from '../plan/unit-lists.ts';

type People = Pick<Plan, 'units' | 'tasks'>;

/** Two units and the tasks whose clauses name both; `a` is looked up before `b`. */
export interface Pair {
  a: Unit;
  b: Unit;
  tasks: TaskNumber[];
}

/** A cell of the lower half of the adjacency matrix; `row` > `column`, both count along `units`. */
export interface PairCell extends Pair {
  row: number;
  column: number;
}

export interface Adjacency {
  units: Unit[];
  /** Who shares no task. */
  alone: Unit[];
  cells: PairCell[];
}

/** A unit's own neighbourhood: its shared tasks, and for each partner its role in those that name it. */
export interface Neighbourhood {
  tasks: { number: TaskNumber; role: Role }[];
  partners: { unit: Unit; marks: { number: TaskNumber; column: number; role: Role }[] }[];
}

/** Every pair of named units that shares a task, most shared tasks first; collectives are in none. */
export const pairsOf = memoize(({ units }: Pick<Plan, 'units'>): Pair[] => {
  const named = units.filter(({ kind }) => kind !== 'collective').sort(byPinyin);
  const place = new Map(named.map((unit, index) => [unit.id, index]));
  return named
    .flatMap((a, index) =>
      a.partners.flatMap(({ id, tasks }) => {
        const b = named[place.get(id) ?? -1];
        return b && index < (place.get(id) ?? -1) ? [{ a, b, tasks }] : [];
      }),
    )
    .sort((x, y) => y.tasks.length - x.tasks.length || byPinyin(x.a, y.a) || byPinyin(x.b, y.b));
});

/**
 * Units in an order that puts those together that share tasks: the two most alike groups are joined until one is left,
 * like with like where they meet. Nothing is left to chance: ties fall to the order of lookup.
 */
export function byAffinity(units: readonly Unit[], pairs: readonly Pair[]): Unit[] {
  const shared = new Map(pairs.flatMap(({ a, b, tasks }) => [[`${a.id} ${b.id}`, tasks.length] as const]));
  const between = (a: Unit | undefined, b: Unit | undefined) =>
    a && b ? (shared.get(`${a.id} ${b.id}`) ?? shared.get(`${b.id} ${a.id}`) ?? 0) : 0;
  const sorted = [...units].sort(byPinyin);
  // Each group knows how many tasks it shares with every other: sums are added up, never counted anew.
  let groups = sorted.map((unit): Group => ({ units: [unit], shared: new Map() }));
  groups.forEach((a, index) => {
    for (const b of groups.slice(index + 1)) share(a, b, between(a.units[0], b.units[0]));
  });
  while (groups.length > 1) {
    const best = mostAlike(groups);
    if (!best) break;
    const [a, b] = best;
    const ways = [a.units, [...a.units].reverse()].flatMap((one) =>
      [b.units, [...b.units].reverse()].map((other) => ({
        all: [...one, ...other],
        meet: between(one.at(-1), other[0]),
      })),
    );
    const joined: Group = {
      units: ways.sort((x, y) => descending(x.meet, y.meet))[0]?.all ?? [],
      shared: new Map(),
    };
    groups = groups.flatMap((group) => (group === a ? [joined] : group === b ? [] : [group]));
    for (const group of groups) {
      if (group !== joined) share(joined, group, (a.shared.get(group) ?? 0) + (b.shared.get(group) ?? 0));
    }
  }
  return groups.flatMap((group) => group.units);
}

interface Group {
  units: Unit[];
  /** Sums of the tasks that pairs of their units share. */
  shared: Map<Group, number>;
}

function share(a: Group, b: Group, tasks: number): void {
  a.shared.set(b, tasks);
  b.shared.set(a, tasks);
}

/** The first two groups that share most, for each pair of their units. */
function mostAlike(groups: Group[]): [Group, Group] | undefined {
  let best: [Group, Group] | undefined;
  let most = -1;
  groups.forEach((a, index) => {
    for (let other = index + 1; other < groups.length; other++) {
      const b = groups[other];
      const score = b ? (a.shared.get(b) ?? 0) / (a.units.length * b.units.length) : -1;
      if (!b || score <= most) continue;
      most = score;
      best = [a, b];
    }
  });
  return best;
}

/** The ordered adjacency matrix: the units that share a task with another, and a cell for each pair. */
export const adjacency = memoize((plan: Pick<Plan, 'units'>): Adjacency => {
  const pairs = pairsOf(plan);
  const named = plan.units.filter(({ kind }) => kind !== 'collective').sort(byPinyin);
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
});

const tasksInOrder = memoize((tasks: Task[]) => new Map(tasks.map(({ number }, index) => [number, index])));

/** The tasks that a unit shares with others, and who the others are; collectives are left out. */
export function neighbourhood(unit: Unit, { units, tasks }: People): Neighbourhood {
  const roleIn = (id: string, number: TaskNumber) =>
    tasksByNumber(tasks)
      .get(number)
      ?.duty.units.find((one) => one.id === id)?.role;
  const order = tasksInOrder(tasks);
  const shared = [...new Set(unit.partners.flatMap((partner) => partner.tasks))].sort(
    (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  const columns = new Map(shared.map((number, column) => [number, column]));
  return {
    tasks: shared.flatMap((number) => ({ number, role: roleIn(unit.id, number) ?? 'joint' })),
    partners: unit.partners.flatMap(({ id, tasks: own }) => {
      const partner = units.find((one) => one.id === id);
      const marks = [...new Set(own)].flatMap((number) => {
        const role = roleIn(id, number);
        return role ? [{ number, column: columns.get(number) ?? 0, role }] : [];
      });
      return partner ? [{ unit: partner, marks }] : [];
    }),
  };
}
