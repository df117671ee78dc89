/** The rule that compares the content with its seed. */
import { verbatimPieces, rebuildSeed, type Piece } from '../content-files/verbatim.ts';
import type { Rule } from './rule.ts';
import type { Finding } from '../plan/model.ts';
import { FILES } from '../content-files/schema.ts';

/** The verbatim pieces of the content are exactly the seed: every line, every character, nothing added or left out. */
export const contentMatchesSeed: Rule = (content, seed) => {
  const { file, sha256 } = content.plan.source;
  const findings: Finding[] = [];
  if (sha256 !== seed.sha256) {
    const advice = `put back the file as received, or set sha256 to ${seed.sha256} if a new seed was received on purpose`;
    const problem = `seeds/${file} is another file than registered`;
    return [{ file: FILES.plan, at: ['source', 'sha256'], problem, advice }];
  }
  const received = seed.text.split('\n');
  const fits = (piece: Piece) => piece.line + piece.text.split('\n').length - 1 <= received.length;
  const pieces = verbatimPieces(content);
  for (const { file: holder, at } of pieces.filter((one) => !fits(one))) {
    const problem = `“${at.join('.')}” reaches beyond the last line of the seed, ${received.length}`;
    const advice = 'compare line: and the text with the seed';
    findings.push({ file: holder, at: [...at.slice(0, -1), 'line'], problem, advice });
  }
  const inside = pieces.filter(fits);
  const rebuilt = rebuildSeed(inside).split('\n');
  const shares = sharesByLine(inside);
  const missing: number[] = [];
  received.forEach((text, index) => {
    const [line, content = ''] = [index + 1, rebuilt[index]];
    const here = shares.get(line);
    if (!here) missing.push(line);
    else if (text !== content) findings.push(changedLine(line, text, content, here));
  });
  const runs = Map.groupBy(missing, (line, index) => line - index).values();
  return [...findings, ...[...runs].map((lines) => missingLines(lines, received, file))];
};

/** A piece, and what it has of one line of the seed. */
interface Share extends Piece {
  own: string;
}

/** Line of the seed → the pieces that share it, in order. */
function sharesByLine(pieces: Piece[]): Map<number, Share[]> {
  const shares = pieces.flatMap((piece) =>
    piece.text.split('\n').map((own, index) => ({ line: piece.line + index, share: { ...piece, own } })),
  );
  const grouped = Map.groupBy(shares, ({ line }) => line);
  return new Map(Array.from(grouped, ([line, all]) => [line, all.map(({ share }) => share)]));
}

/** Lines that follow each other. */
function missingLines(lines: number[], received: string[], seedFile: string): Finding {
  const [first = 1] = lines;
  const what = lines.length === 1 ? 'this line is' : `lines ${first} to ${first + lines.length - 1} are`;
  return {
    file: `seeds/${seedFile}`,
    line: first,
    problem: `${what} in no content file: ${brief(received[first - 1] ?? '', 0)}`,
    advice: 'bring back what was deleted (npm run import), or name it under chrome in content/plan.yaml',
  };
}

function changedLine(line: number, received: string, content: string, here: Share[]): Finding {
  let at = 0;
  while (at < received.length && received[at] === content[at]) at++;
  const share = differingShare(received, here);
  return {
    file: share?.file ?? FILES.plan,
    at: share?.at,
    problem: `differs from line ${line} of the seed at character ${at + 1}: ${brief(content, at)}, the seed has ${brief(received, at)}`,
    advice:
      'put back the seed’s characters; what readers should see differently belongs in content/corrections.yaml',
  };
}

/** The first piece that differs from the seed, or the one before it if only the end of that is lost. */
function differingShare(received: string, here: Share[]): Piece | undefined {
  let end = 0;
  for (const [index, share] of here.entries()) {
    if (!received.startsWith(share.own, end)) {
      const rest = here.slice(index).map(({ own }) => own);
      const previous = received.endsWith(rest.join('')) ? here[index - 1] : undefined;
      return previous ?? share;
    }
    end += share.own.length;
  }
  return here.at(-1);
}

/** A few characters on each side of an offset. */
function brief(text: string, at: number): string {
  return `“${text.slice(Math.max(0, at - 6), at + 10)}”`;
}
