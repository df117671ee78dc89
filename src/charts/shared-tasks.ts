/** The tasks that units share, computed for charts, tables and files. */
import { descending } from 'd3';
import { inTextOrder, tasksByNumber } from '../plan/links.ts';
import type { Plan, Role, TaskNumber, Unit } from '../plan/model.ts';
import { memoize } from '../text/memoize.ts';
import { byPinyin } from '../plan/unit-lists.ts';

/** Two units, in pinyin order, and the tasks whose clauses name both. */
export interface Pair {
  a: Unit;
  b: Unit;
  tasks: TaskNumber[];
}

/** A cell of the lower half of the adjacency matrix; `row` > `column`, both are indices of `units`. */
export interface PairCell extends Pair {
  row: number;
  column: number;
}

export interface Adjacency {
  units: Unit[];
  /** Units that share no task. */
  alone: Unit[];
  cells: PairCell[];
}

/** The shared tasks of a unit, and for each partner its roles in them. */
export interface Neighbourhood {
  tasks: { number: TaskNumber; role: Role }[];
  partners: { unit: Unit; marks: { number: TaskNumber; column: number; role: Role }[] }[];
}

/** Every pair of units that share a task, most shared tasks first; without collective bodies. */
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
 * Units ordered so that those that share tasks are neighbours (hierarchical clustering): the two groups that share most are
 * joined until one is left, with the closest units where they meet. Ties are decided by pinyin order.
 */
function byAffinity(units: readonly Unit[], pairs: readonly Pair[]): Unit[] {
  const shared = new Map(pairs.flatMap(({ a, b, tasks }) => [[`${a.id} ${b.id}`, tasks.length] as const]));
  const between = (a: Unit | undefined, b: Unit | undefined) =>
    a && b ? (shared.get(`${a.id} ${b.id}`) ?? shared.get(`${b.id} ${a.id}`) ?? 0) : 0;
  const sorted = [...units].sort(byPinyin);
  // Each group has the number of tasks that it shares with every other; when groups are joined, these are added.
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

/** The first two groups that share most tasks per pair of units. */
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

/** The adjacency matrix: the units that share tasks, ordered by affinity, and a cell for each pair. */
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

/** The tasks that a unit shares with others, and the others; without collective bodies. */
export function neighbourhood(unit: Unit, { units, tasks }: Pick<Plan, 'units' | 'tasks'>): Neighbourhood {
  const byNumber = tasksByNumber(tasks);
  const roleIn = (id: string, number: TaskNumber) =>
    byNumber.get(number)?.duty.units.find((one) => one.id === id)?.role;
  const numbers = new Set(unit.partners.flatMap((partner) => partner.tasks));
  const shared = inTextOrder(
    [...numbers].flatMap((number) => byNumber.get(number) ?? []),
    tasks,
  ).map(({ number }) => number);
  const columns = new Map(shared.map((number, column) => [number, column]));
  return {
    tasks: shared.map((number) => ({ number, role: roleIn(unit.id, number) ?? 'joint' })),
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
