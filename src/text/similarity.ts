import { compare, last } from './lists.ts';

/** The candidate with the smallest edit distance to a name, for findings that ask “did you mean …?”. */
export function nearest(name: string, candidates: string[]): string {
  const ranked = candidates.map((candidate) => ({ candidate, distance: distance(name, candidate) }));
  ranked.sort((a, b) => a.distance - b.distance || compare(a.candidate, b.candidate));
  return ranked[0]?.candidate ?? '';
}

/** Levenshtein distance: the fewest insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return last(row) ?? 0;
}

/**
 * The candidates whose names are most similar to a query, for a search without results.
 *
 * Rare letters weigh more than common ones; at least half of the letters of the query must be shared.
 */
export function alike<T extends { names: string[] }>(asked: string, candidates: T[], most = 3): T[] {
  const letters = new Set(asked);
  const all = candidates.flatMap(({ names }) => names);
  const weight = new Map(
    [...letters].map((letter) => [letter, 1 / (1 + all.filter((name) => name.includes(letter)).length)]),
  );
  const score = (name: string) => {
    const shared = [...new Set(name)].filter((letter) => letters.has(letter));
    if (shared.length * 2 < letters.size) return 0;
    return shared.reduce((sum, letter) => sum + (weight.get(letter) ?? 0), 0) / (1 + distance(asked, name));
  };
  return candidates
    .map((candidate) => ({ candidate, best: Math.max(0, ...candidate.names.map(score)) }))
    .filter(({ best }) => best > 0)
    .sort((a, b) => b.best - a.best)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
