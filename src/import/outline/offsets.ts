/** Offsets of pieces are kept only on lines where the order of the pieces cannot be told without them. */
import { verbatimPieces, rebuildSeed } from '../../content-files/verbatim.ts';
import type { Content } from '../../content-files/schema.ts';

interface Holder {
  line: number;
  at?: number | undefined;
}

/** Everything of the content that has a place of its own in the seed. */
function holdersOf({ plan, outline, chapters, tasks }: Content): Holder[] {
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

/** Takes offsets out where they say nothing. Returns the first line that the content does not say as the seed does. */
export function dropNeedlessOffsets(content: Content, seed: string): number | undefined {
  const placed = holdersOf(content).map((holder) => ({ holder, at: holder.at }));
  for (const { holder } of placed) delete holder.at;
  const lines = seed.split('\n');
  const said = rebuildSeed(verbatimPieces(content)).split('\n');
  const unclear = new Set(lines.flatMap((text, index) => (said[index] === text ? [] : [index + 1])));
  for (const { holder, at } of placed) if (at !== undefined && unclear.has(holder.line)) holder.at = at;
  const settled = rebuildSeed(verbatimPieces(content));
  if (settled === seed) return undefined;
  const now = settled.split('\n');
  const wrong = lines.findIndex((text, index) => now[index] !== text);
  return wrong < 0 ? lines.length : wrong + 1;
}
