/** The segments of a clause: units with a role, or a time, between commas, stops and labels. */
import type { Time } from './dates.ts';
import { timesOfSegment } from './dates.ts';
import { foldWidth } from '../text/width.ts';
import type { Role } from '../plan/model.ts';
import { punctuationPart as mark, nameKey, readNames } from './unit-names.ts';
import type { ClauseContext, NamedPart } from './parts.ts';
import { UnreadableClause } from './parts.ts';
import type { Announced } from './vocabulary.ts';
import { labelsIn, roleEnding, rulesIn, SAME } from './vocabulary.ts';

/** Reads the segments of a clause one by one; a label speaks for those after it that have no words of their own. */
export class SegmentReader {
  private readonly context: ClauseContext;
  private readonly known: ReadonlySet<string>;
  private announced: Announced | undefined;

  constructor(context: ClauseContext) {
    this.context = context;
    this.known = context.names ?? new Set();
  }

  read(inner: string): NamedPart[] {
    const parts: NamedPart[] = [];
    let at = 0;
    for (const { start, end } of borders(foldWidth(inner))) {
      parts.push(...this.segment(inner.slice(at, start)));
      if (end > start) parts.push(mark(inner.slice(start, end)));
      at = end;
    }
    return [...parts, ...this.segment(inner.slice(at))];
  }

  private segment(source: string): NamedPart[] {
    const folded = foldWidth(source);
    const [head, tail] = [folded.search(/\S|$/), folded.trimEnd().length];
    if (head < tail && (head > 0 || tail < source.length)) {
      return [source.slice(0, head), source.slice(head, tail), source.slice(tail)].flatMap((piece, index) =>
        index === 1 ? this.segment(piece) : piece === '' ? [] : [mark(piece)],
      );
    }
    const label = labelsIn(folded)[0];
    if (label?.start !== 0) return this.words(source, folded);
    this.announced = label.announced;
    const [words, rest] = [source.slice(0, label.end), source.slice(label.end)];
    if (label.announced === 'people') return [mark(source)];
    if (label.announced === 'time') return [mark(words), ...this.segment(rest)];
    const said = folded.slice(0, label.end).replace(/ *:$/, '').length;
    return [
      {
        kind: 'role',
        role: label.announced,
        source: words.slice(0, said),
        text: nameKey(words.slice(0, said)),
      },
      mark(words.slice(said)),
      ...this.segment(rest),
    ];
  }

  private words(source: string, folded: string): NamedPart[] {
    if (SAME.test(folded)) return [{ kind: 'same', source, text: nameKey(source) }];
    if (rulesIn(folded)[0]?.end === folded.length) return [{ kind: 'rule', source, text: nameKey(source) }];
    const times = timesOfSegment(source, this.announced === 'time', this.context.year);
    if (times) return partsOfTimes(source, times);
    if (this.announced === 'people') return [mark(source)];
    return this.names(source, folded);
  }

  private names(source: string, folded: string): NamedPart[] {
    const label = this.announced === 'time' ? undefined : this.announced;
    const ending = roleEnding(folded);
    const together = folded.indexOf('会同');
    const role =
      ending?.role ?? (label === 'people' ? undefined : label) ?? (together >= 0 ? 'sole' : undefined);
    if (role === undefined) throw new UnreadableClause(source);
    const verb =
      together >= 0 && !ending ? (/(?:组织实施|落实|办理|实施|推进|完成)$/.exec(folded)?.[0] ?? '') : '';
    const words = source.slice(source.length - (ending?.words.length ?? verb.length));
    const body = source.slice(0, source.length - words.length);
    const by = /^由(?!.*和.*由)/.test(folded) ? 1 : 0;
    const list = (names: string, own: Role) => {
      const read = readNames(names, own, this.known, label !== undefined);
      if (!read) throw new UnreadableClause(source);
      return read;
    };
    const parts: NamedPart[] = by > 0 ? [mark(body.slice(0, by))] : [];
    if (together >= 0) {
      const before = body.slice(by, together);
      if (before !== '')
        parts.push(
          ...(roleEnding(foldWidth(before)) ? this.names(before, foldWidth(before)) : list(before, role)),
        );
      parts.push(
        { kind: 'role', role: 'with', source: '会同', text: '会同' },
        ...list(body.slice(together + 2), 'with'),
      );
    } else parts.push(...list(body.slice(by), role));
    if (verb !== '') parts.push(mark(words));
    else if (words !== '') parts.push({ kind: 'role', role, source: words, text: nameKey(words) });
    return parts;
  }
}

/** A segment of time: each part reaches up to the next time, the last to the end. */
function partsOfTimes(source: string, times: Time[]): NamedPart[] {
  return times.map(({ date }, index): NamedPart => {
    const piece = source.slice(
      index === 0 ? 0 : times[index]?.start,
      times[index + 1]?.start ?? source.length,
    );
    const text = nameKey(piece);
    return date === undefined
      ? { kind: 'standing', source: piece, text }
      : { kind: 'deadline', date, source: piece, text };
  });
}

/** Where segments end: commas and stops outside of inner brackets and rules, and before labels. */
function borders(folded: string): { start: number; end: number }[] {
  const rules = rulesIn(folded);
  const inRule = (at: number) => rules.some(({ start, end }) => start < at && at < end);
  const found = [...labelsIn(folded), ...rules]
    .filter(({ start }) => start > 0 && !/[,;。、]\s*$/.test(folded.slice(Math.max(0, start - 8), start)))
    .map(({ start }) => ({ start, end: start }));
  let depth = 0;
  for (const { 0: text, index } of folded.matchAll(/[()]|[,;。]|(?<=牵头(?:负责)?)、/g)) {
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (depth <= 0 && !inRule(index)) found.push({ start: index, end: index + 1 });
  }
  return found.sort((a, b) => a.start - b.start);
}
