/** Parses the segments of a clause: units with a role, or a time, between commas, stops and labels. */
import type { Role } from '../plan/model.ts';
import { foldWidth } from '../text/width.ts';
import { timesOfSegment, type Time } from './dates.ts';
import { UnreadableClause, type ClauseContext, type NamedPart } from './parts.ts';
import { nameKey, punctuation, readNames } from './unit-names.ts';
import { labelsIn, roleEnding, rulesIn, SAME, type Announced } from './vocabulary.ts';

const WITH = '会同';
const BY = /^由(?!.*和.*由)/;
const VERB_ENDING = /(?:组织实施|落实|办理|实施|推进|完成)$/;

/** Parses segments in turn: a label (牵头单位：) also applies to later segments that have no role words of their own. */
export class SegmentReader {
  private readonly context: ClauseContext;
  private announced: Announced | undefined;

  constructor(context: ClauseContext) {
    this.context = context;
  }

  /** Parses the text of a clause without its brackets. */
  read(inner: string): NamedPart[] {
    const parts: NamedPart[] = [];
    let at = 0;
    for (const { start, end } of borders(foldWidth(inner))) {
      parts.push(...this.segment(inner.slice(at, start)));
      parts.push(...punctuation(inner.slice(start, end)));
      at = end;
    }
    return [...parts, ...this.segment(inner.slice(at))];
  }

  private segment(source: string): NamedPart[] {
    const folded = foldWidth(source);
    const [head, tail] = [folded.search(/\S|$/), folded.trimEnd().length];
    if (head < tail && (head > 0 || tail < source.length)) {
      return [
        ...punctuation(source.slice(0, head)),
        ...this.segment(source.slice(head, tail)),
        ...punctuation(source.slice(tail)),
      ];
    }
    const label = labelsIn(folded)[0];
    if (label?.start !== 0) return this.unlabelled(source, folded);
    this.announced = label.announced;
    const [words, rest] = [source.slice(0, label.end), source.slice(label.end)];
    if (label.announced === 'people') return punctuation(source);
    if (label.announced === 'time') return [...punctuation(words), ...this.segment(rest)];
    const length = folded.slice(0, label.end).replace(/ *:$/, '').length;
    return [
      rolePart(words.slice(0, length), label.announced),
      ...punctuation(words.slice(length)),
      ...this.segment(rest),
    ];
  }

  private unlabelled(source: string, folded: string): NamedPart[] {
    if (SAME.test(folded)) return [{ kind: 'same', source, text: nameKey(source) }];
    if (rulesIn(folded)[0]?.end === folded.length) return [{ kind: 'rule', source, text: nameKey(source) }];
    const times = timesOfSegment(source, this.announced === 'time', this.context.year);
    if (times) return timeParts(source, times);
    if (this.announced === 'people') return punctuation(source);
    return this.units(source, folded);
  }

  /** Units and their role: 由A、B牵头, A会同B落实, or names after a label. */
  private units(source: string, folded: string): NamedPart[] {
    const ending = roleEnding(folded);
    const isJoined = folded.includes(WITH);
    const role = ending?.role ?? this.announcedRole() ?? (isJoined ? 'sole' : undefined);
    if (role === undefined) throw new UnreadableClause(source);
    const words = ending?.words ?? (isJoined ? VERB_ENDING.exec(folded)?.[0] : undefined) ?? '';
    const [start, end] = [BY.test(folded) ? 1 : 0, source.length - words.length];
    const [by, body, last] = [source.slice(0, start), source.slice(start, end), source.slice(end)];
    return [
      ...punctuation(by),
      ...(isJoined ? this.unitsWithOthers(body, role, source) : this.unitList(body, role, source)),
      ...(ending ? [rolePart(last, role)] : punctuation(last)),
    ];
  }

  /** A会同B: the units before 会同 have the given role, or one with words of its own. */
  private unitsWithOthers(body: string, role: Role, segment: string): NamedPart[] {
    const at = body.indexOf(WITH);
    const before = body.slice(0, at);
    const folded = foldWidth(before);
    const hasOwnRole = roleEnding(folded) !== undefined;
    return [
      ...(hasOwnRole
        ? this.units(before, folded)
        : before === ''
          ? []
          : this.unitList(before, role, segment)),
      rolePart(WITH, 'with'),
      ...this.unitList(body.slice(at + WITH.length), 'with', segment),
    ];
  }

  private unitList(names: string, role: Role, segment: string): NamedPart[] {
    const isLoose = this.announcedRole() !== undefined;
    const parts = readNames(names, role, this.context.names ?? new Set(), isLoose);
    if (!parts) throw new UnreadableClause(segment);
    return parts;
  }

  private announcedRole(): Role | undefined {
    return this.announced === 'time' || this.announced === 'people' ? undefined : this.announced;
  }
}

const rolePart = (source: string, role: Role): NamedPart => ({
  kind: 'role',
  role,
  source,
  text: nameKey(source),
});

/** Splits a segment before each of its times but the first. */
function timeParts(source: string, times: Time[]): NamedPart[] {
  return times.map(({ date }, index): NamedPart => {
    const piece = source.slice(index === 0 ? 0 : times[index]?.start, times[index + 1]?.start);
    const text = nameKey(piece);
    return date === undefined
      ? { kind: 'standing', source: piece, text }
      : { kind: 'deadline', date, source: piece, text };
  });
}

/** The borders of segments: commas and stops outside of inner brackets and rules, and the beginnings of labels and rules. */
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
