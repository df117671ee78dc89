/** The rule that compares the content with its seed. */
import { verbatimPieces, rebuildSeed, type Piece } from '../../content-files/verbatim.ts';
import { lostTaskFinder } from './lost-tasks.ts';
import type { Rule } from '../rule.ts';
import type { Finding } from '../../plan/model.ts';
import { FILES } from '../../content-files/schema.ts';
import { uniqueBy } from '../../text/lists.ts';

/**
 * The verbatim pieces of the content are exactly the seed: every line, every character, nothing added or left out. Of each
 * piece the first difference is reported, of the next lines most only follow from it.
 */
export const contentMatchesSeed: Rule = (content, seed) => {
  const { file, sha256 } = content.plan.source;
  if (sha256 !== seed.sha256) {
    const advice = `put back the file as received, or set sha256 to ${seed.sha256} if a new seed was received on purpose`;
    const problem = `seeds/${file} is another file than registered`;
    return [{ file: FILES.plan, at: ['source', 'sha256'], problem, advice }];
  }
  const received = seed.text.split('\n');
  const fits = (piece: Piece) => piece.line + piece.text.split('\n').length - 1 <= received.length;
  const pieces = verbatimPieces(content);
  const findings = pieces.filter((one) => !fits(one)).map((one) => beyond(one, received.length));
  const inside = pieces.filter(fits);
  const rebuilt = rebuildSeed(inside).split('\n');
  const shares = sharesByLine(inside);
  const lostTask = lostTaskFinder(content);
  const missing: number[] = [];
  let before = '';
  const changed = new Set<string>();
  received.forEach((text, index) => {
    const [line, own = ''] = [index + 1, rebuilt[index]];
    const here = shares.get(line);
    const lost =
      here && text === own ? undefined : lostTask(line, here ? differingShare(text, here).lost : text);
    const finding = lost ?? (here && text !== own ? changedLine(line, text, own, here) : undefined);
    if (finding) {
      findings.push(finding);
      changed.add(placeOf(finding));
    }
    // The lines after a task that is lost, or after a piece that has lost its end, are those of the same piece.
    else if (!here && !changed.has(before)) missing.push(line);
    const last = here?.at(-1);
    if (finding && (lost || !last)) before = placeOf(finding);
    else if (last) before = placeOf(last);
  });
  return [
    ...uniqueBy(findings, placeOf),
    ...(missing.length === 0 ? [] : [missingLines(missing, received, file)]),
  ];
};

/** What a finding concerns: a task, or another piece. */
const placeOf = ({ file, at = [] }: Pick<Finding, 'file' | 'at'>): string =>
  file.startsWith('content/tasks/') ? file : `${file} ${at.slice(0, -1).join('.')}`;

function beyond({ file, at, text }: Piece, last: number): Finding {
  return {
    ...{ file, at: [...at.slice(0, -1), 'line'] },
    problem: `${brief(text, 0)} is said to stand beyond the last line of the seed, ${last}`,
    advice: 'compare line: and the text with the seed',
  };
}

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

const MOST_RUNS = 10;

/** The lines that are in no content file: one finding, since what was deleted may have had several. */
function missingLines(missing: number[], received: string[], seedFile: string): Finding {
  const [first = 1] = missing;
  const runs = [...Map.groupBy(missing, (line, index) => line - index).values()].map(
    (lines) => `${lines[0] ?? ''}${lines.length === 1 ? '' : ` to ${lines.at(-1) ?? ''}`}`,
  );
  const all = `${runs.slice(0, MOST_RUNS).join(', ')}${runs.length > MOST_RUNS ? ' …' : ''}`;
  const what = missing.length === 1 ? 'this line is' : `lines ${all} are`;
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
  const { share } = differingShare(received, here);
  return {
    file: share?.file ?? FILES.plan,
    at: share?.at,
    problem: `differs from line ${line} of the seed at character ${at + 1}: ${brief(content, at)}, the seed has ${brief(received, at)}`,
    advice:
      'put back the seed’s characters; what readers should see differently belongs in content/corrections.yaml',
  };
}

/**
 * The first piece that differs from the seed, or the one before it if only the end of that is lost; then the seed’s words
 * between the two.
 */
function differingShare(received: string, here: Share[]): { share?: Piece | undefined; lost?: string } {
  let end = 0;
  for (const [index, share] of here.entries()) {
    if (!received.startsWith(share.own, end)) {
      const rest = here
        .slice(index)
        .map(({ own }) => own)
        .join('');
      if (!received.endsWith(rest)) return { share };
      return { share: here[index - 1] ?? share, lost: received.slice(end, received.length - rest.length) };
    }
    end += share.own.length;
  }
  return { share: here.at(-1), lost: received.slice(end) };
}

/** A few characters on each side of an offset. */
function brief(text: string, at: number): string {
  return `“${text.slice(Math.max(0, at - 6), at + 10)}”`;
}
