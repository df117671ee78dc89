/** Removes the offsets of pieces, except on lines where the order of the pieces depends on them. */
import { verbatimPieces, rebuildSeed } from '../../content-files/verbatim.ts';
import type { Content } from '../../content-files/schema.ts';

/** A piece, or a task, with its position in the seed. */
interface Positioned {
  line: number;
  at?: number | undefined;
}

/** Everything in the content with a position of its own in the seed. */
function positionedIn({ plan, outline, chapters, tasks }: Content): Positioned[] {
  return [
    plan.title,
    ...plan.chrome,
    ...outline.parts.map(({ heading }) => heading),
    ...chapters.flatMap(({ prose }) => prose),
    ...tasks,
    ...outline.sections.flatMap(({ heading, duty, goal, label, prose = [], measures }) => [
      ...[heading, duty, goal, label].filter((one) => one !== undefined),
      ...prose,
      ...measures.flatMap((measure) => [measure.heading, measure.duty].filter((one) => one !== undefined)),
    ]),
  ];
}

/** Returns the first line in which the pieces still differ from the seed: a mistake of the import. */
export function dropNeedlessOffsets(content: Content, seed: string): number | undefined {
  const all = positionedIn(content).map((one) => ({ one, at: one.at }));
  for (const { one } of all) delete one.at;
  const lines = seed.split('\n');
  const rebuilt = rebuildSeed(verbatimPieces(content)).split('\n');
  const unclear = new Set(lines.flatMap((text, index) => (rebuilt[index] === text ? [] : [index + 1])));
  for (const { one, at } of all) if (at !== undefined && unclear.has(one.line)) one.at = at;
  const settled = rebuildSeed(verbatimPieces(content));
  if (settled === seed) return undefined;
  const now = settled.split('\n');
  const wrong = lines.findIndex((text, index) => now[index] !== text);
  return wrong < 0 ? lines.length : wrong + 1;
}
