/** The brackets of a width-folded line. */

/** A bracket of a line, [start, end). */
export interface Bracket {
  start: number;
  end: number;
}

const OPENING: Record<string, string> = { ')': '(', '】': '【', ']': '[' };
/** The outermost brackets that are closed. */
export function closedBrackets(folded: string): Bracket[] {
  const open: { sign: string; at: number }[] = [];
  const closed: Bracket[] = [];
  for (const { 0: sign, index } of folded.matchAll(/[()【】[\]]/g)) {
    const opening = OPENING[sign];
    if (opening === undefined) {
      open.push({ sign, at: index });
      continue;
    }
    if (open.at(-1)?.sign !== opening) continue;
    const start = open.pop()?.at ?? index;
    while ((closed.at(-1)?.start ?? -1) > start) closed.pop();
    closed.push({ start, end: index + 1 });
  }
  return [...closed, ...tortoiseShells(folded, closed)].sort((a, b) => a.start - b.start);
}

/** 〔牵头单位：…〕 outside of other brackets. Those of document numbers (〔2018〕5号) are often not closed. */
const tortoiseShells = (folded: string, others: Bracket[]) =>
  [...folded.matchAll(/〔[^〔〕]{2,}〕|〖[^〖〗]{2,}〗/g)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !others.some((one) => one.start < end && start < one.end));
