import { piecesOf, rebuild } from '../account.ts';
import type { Piece } from '../account.ts';
import type { Rule } from '../check.ts';
import type { Finding } from '../model.ts';
import { FILES } from '../schema.ts';

/** The content says exactly what the seed says: every line, every character, nothing more, nothing left out. */
export const accountMatchesSeed: Rule = (content, seed) => {
  const { file, sha256 } = content.plan.source;
  if (sha256 !== seed.sha256) {
    const advice = `put back the file as received, or set sha256 to ${seed.sha256} if a new seed was received on purpose`;
    return [{ file: FILES.plan, at: ['source', 'sha256'], problem: `seeds/${file} is another file than registered`, advice }];
  }
  const pieces = piecesOf(content);
  const received = seed.text.split('\n');
  const said = rebuild(pieces).split('\n');
  const findings: Finding[] = [];
  const lines = Math.max(received.length, said.length);
  for (let index = 0; index < lines; index++) {
    if (received[index] === said[index]) continue;
    findings.push(differenceAt(index + 1, received[index], said[index], pieces, file));
  }
  return findings;
};

function differenceAt(
  line: number,
  received: string | undefined,
  said: string | undefined,
  pieces: Piece[],
  seedFile: string,
): Finding {
  const holder = pieces.find(({ line: first, text }) => first <= line && line < first + text.split('\n').length);
  if (!holder) {
    return {
      file: `seeds/${seedFile}`,
      line,
      problem: `this line is in no content file: ${brief(received ?? '', 0)}`,
      advice: 'put it back where it belongs, or name it under chrome in content/plan.yaml',
    };
  }
  let at = 0;
  while (at < (received?.length ?? 0) && received?.[at] === said?.[at]) at++;
  const expected = received === undefined ? 'nothing (the seed has no such line)' : brief(received, at);
  return {
    file: holder.file,
    at: holder.at,
    problem: `differs from line ${line} of the seed at character ${at + 1}: ${brief(said ?? '', at)}, the seed has ${expected}`,
    advice: 'put back the seed’s characters; what readers should see differently belongs in content/corrections.yaml',
  };
}

/** A few characters on each side of a place, enough to find it. */
function brief(text: string, at: number): string {
  return `“${text.slice(Math.max(0, at - 6), at + 10)}”`;
}
