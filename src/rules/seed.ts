import { verbatimPieces, rebuildSeed } from '../content-files/verbatim.ts';
import type { Piece } from '../content-files/verbatim.ts';
import type { Rule } from './rule.ts';
import type { Finding } from '../plan/model.ts';
import { FILES } from '../content-files/schema.ts';

/** The content says exactly what the seed says: every line, every character, nothing more, nothing left out. */
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
  const said = rebuildSeed(inside).split('\n');
  const held = piecesByLine(inside);
  received.forEach((text, index) => {
    const here = held.get(index + 1);
    if (!here) findings.push(lineIsNowhere(index + 1, text, file));
    else if (text !== said[index]) findings.push(differenceAt(index + 1, text, said[index] ?? '', here));
  });
  return findings;
};

/** What one piece says in one line of the seed. */
interface Share extends Piece {
  own: string;
}

/** Line of the seed → the pieces that share it, in their order. */
function piecesByLine(pieces: Piece[]): Map<number, Share[]> {
  const held = new Map<number, Share[]>();
  for (const piece of pieces) {
    piece.text.split('\n').forEach((own, index) => {
      const here = held.get(piece.line + index) ?? [];
      here.push({ ...piece, own });
      held.set(piece.line + index, here);
    });
  }
  return held;
}

function lineIsNowhere(line: number, received: string, seedFile: string): Finding {
  return {
    file: `seeds/${seedFile}`,
    line,
    problem: `this line is in no content file: ${brief(received, 0)}`,
    advice: 'put it back where it belongs (npm run import), or name it under chrome in content/plan.yaml',
  };
}

function differenceAt(line: number, received: string, said: string, here: Share[]): Finding {
  let at = 0;
  while (at < received.length && received[at] === said[at]) at++;
  const holder = shareThatDiffers(received, here);
  return {
    file: holder?.file ?? FILES.plan,
    at: holder?.at,
    problem: `differs from line ${line} of the seed at character ${at + 1}: ${brief(said, at)}, the seed has ${brief(received, at)}`,
    advice:
      'put back the seed’s characters; what readers should see differently belongs in content/corrections.yaml',
  };
}

/** The first piece that does not say what the seed says in its place, or the one before it where only its end is lost. */
function shareThatDiffers(received: string, here: Share[]): Piece | undefined {
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

/** A few characters on each side of a place, enough to find it. */
function brief(text: string, at: number): string {
  return `“${text.slice(Math.max(0, at - 6), at + 10)}”`;
}
