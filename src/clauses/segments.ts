/** Parses the segments of a clause: units with a role, or a time, between commas, stops and labels. */
import type { Role } from '../plan/model.ts';
import { LEVELS } from '../text/levels.ts';
import { toShown } from '../text/punctuation.ts';
import { segmentsOf, type Segment } from './borders.ts';
import type { Time } from './dates.ts';
import { fold } from './fold.ts';
import { UnreadableSegment, type ClauseContext, type NamedPart } from './parts.ts';
import { areBodies, nameKey } from './names.ts';
import { timesOfSegment } from './segment-times.ts';
import { punctuation, readNames } from './unit-names.ts';
import { labelsIn, roleEnding, rulesIn, SAME, type Announced } from './vocabulary.ts';

const WITH = '会同';
const BY = /^(?:主要|分别|具体|统一|共同)?由(?!.*和.*由)/;
const VERB_ENDING = /(?:组织实施|落实|办理|实施|推进|完成)$/;
/** What stands in a cell of a table, or after a label, that names nobody. */
const NOBODY = /^(?:无|\/|[-—–－]{1,3}|暂无|没有|待定|×)$/;

/** A body of a level, alone or behind other words: behind a label of times it is none. */
const OF_LEVEL = new RegExp(`(?:^|、)[${LEVELS}][^、]*(?:局|厅|委员会|办公室|院|中心|公司|政府)$`);

/** Parses segments in turn: a label (牵头单位：) also applies to later segments that have no role words of their own. */
export class SegmentReader {
  private readonly context: ClauseContext;
  private announced: Announced | undefined;
  /** The role that the segment before has from a later one: 甲局、乙局，按职责分工负责. */
  private shared: Role | undefined;

  constructor(context: ClauseContext) {
    this.context = context;
    this.announced = context.column;
  }

  /** Parses the text of a clause without its brackets. */
  read(inner: string): NamedPart[] {
    const segments = segmentsOf(inner);
    return segments.flatMap(({ source, sign }, index) => [
      ...this.segment(source, segments.slice(index + 1, index + 1 + MOST_SHARED), sign),
      ...punctuation(sign),
    ]);
  }

  private segment(source: string, next: Segment[], sign: string): NamedPart[] {
    const folded = fold(source);
    const [head, tail] = [folded.search(/\S|$/), folded.trimEnd().length];
    if (head < tail && (head > 0 || tail < source.length)) {
      return [
        ...punctuation(source.slice(0, head)),
        ...this.segment(source.slice(head, tail), next, sign),
        ...punctuation(source.slice(tail)),
      ];
    }
    const label = labelsIn(folded)[0];
    if (label?.start !== 0) return this.unlabelled(source, folded, next, sign);
    this.announced = label.announced;
    if (label.announced === 'people') return punctuation(source);
    const [words, rest] = [source.slice(0, label.end), source.slice(label.end)];
    if (label.announced === 'time') return [...punctuation(words), ...this.segment(rest, next, sign)];
    const [start, end] = [words.search(/[^【[［〔〖]/), words.search(/[\s:：】\]］〕〗—–─/／-]*$/)];
    return [
      ...punctuation(words.slice(0, start)),
      rolePart(words.slice(start, end), label.announced),
      ...punctuation(words.slice(end)),
      ...this.segment(rest, next, sign),
    ];
  }

  private unlabelled(source: string, folded: string, next: Segment[], sign: string): NamedPart[] {
    if (folded.trim() === '') return punctuation(source);
    if (SAME.test(folded)) return [{ kind: 'same', source, text: nameKey(source) }];
    const rule = rulesIn(folded)[0];
    if (rule?.start === 0 && rule.end === folded.length)
      return [{ kind: 'rule', source, text: toShown(source) }];
    if (this.announced !== undefined && NOBODY.test(folded)) return punctuation(source);
    const isTime = this.announced === 'time' && roleEnding(folded) === undefined && !OF_LEVEL.test(folded);
    // 周全 may be a person.
    const isPerson = this.announced === 'people' && !/[0-9年]/.test(folded);
    const times = isPerson ? undefined : timesOfSegment(source, isTime, this.context.after);
    if (times) return timeParts(source, times);
    if (this.announced === 'people') return punctuation(source);
    const ending = roleEnding(folded);
    if (ending?.words === folded && ending.role === this.shared) return [rolePart(source, ending.role)];
    this.shared = fold(sign) === ',' ? roleOfNext(folded, next) : undefined;
    try {
      return this.units(source, folded, this.shared);
    } catch (error) {
      if (error instanceof UnreadableSegment) return [{ kind: 'unread', source, text: toShown(source) }];
      throw error;
    }
  }

  /** Units and their role: 由A、B牵头, A会同B落实, or names after a label. */
  private units(source: string, folded: string, shared?: Role): NamedPart[] {
    const isJoined = folded.includes(WITH);
    const found = roleOfAll(folded) ?? roleEnding(folded);
    // A会同B落实: the verb is no role of its own.
    const ending = isJoined && found?.role === 'implement' ? undefined : found;
    const role = ending?.role ?? this.announcedRole() ?? (isJoined ? 'sole' : undefined) ?? shared;
    if (role === undefined) throw new UnreadableSegment();
    const words = ending?.words ?? (isJoined ? VERB_ENDING.exec(folded)?.[0] : undefined) ?? '';
    const [start, end] = [BY.exec(folded)?.[0].length ?? 0, source.length - words.length];
    const [by, body, last] = [source.slice(0, start), source.slice(start, end), source.slice(end)];
    return [
      ...punctuation(by),
      ...(isJoined ? this.unitsWithOthers(body, role) : this.unitList(body, role)),
      ...(ending ? [rolePart(last, role)] : punctuation(last)),
    ];
  }

  /** A会同B: the units before 会同 have the given role, or one with words of its own. */
  private unitsWithOthers(body: string, role: Role): NamedPart[] {
    const at = fold(body).indexOf(WITH);
    const before = body.slice(0, at);
    const folded = fold(before);
    const hasOwnRole = roleEnding(folded) !== undefined;
    return [
      ...(hasOwnRole ? this.units(before, folded) : before === '' ? [] : this.unitList(before, role)),
      rolePart(body.slice(at, at + WITH.length), 'with'),
      ...this.unitList(body.slice(at + WITH.length), 'with'),
    ];
  }

  private unitList(names: string, role: Role): NamedPart[] {
    const known = this.context.names ?? new Set();
    const parts = readNames(names, { role, known, loose: this.announcedRole() !== undefined });
    if (!parts) throw new UnreadableSegment();
    return parts;
  }

  private announcedRole(): Role | undefined {
    return this.announced === 'time' || this.announced === 'people' ? undefined : this.announced;
  }
}

/** A bracket behind the names with the role of all of them: 甲局、乙局（按职责分工负责）. */
function roleOfAll(folded: string): { words: string; role: Role } | undefined {
  const [words, inner = ''] = /\(([^()]+)\)$/.exec(folded) ?? [];
  const role = /职责|职能|分工|分别|共同|各自|联合/.test(inner) ? roleEnding(inner) : undefined;
  return words !== undefined && role?.words === inner ? { words, role: role.role } : undefined;
}

/** Segments without role words that may share those of a later one. */
const MOST_SHARED = 8;

/** The role of the next segment with role words, where all before it are bodies: 甲局，乙局负责. */
function roleOfNext(folded: string, next: Segment[]): Role | undefined {
  if (!isListOfBodies(folded)) return undefined;
  for (const one of next) {
    if (labelsIn(one.folded).length > 0) return undefined;
    const role = roleEnding(one.folded)?.role;
    if (role !== undefined) return role;
    if (fold(one.sign) !== ',' || !isListOfBodies(one.folded)) return undefined;
  }
  return undefined;
}

const isListOfBodies = (folded: string) => areBodies(folded.replace(/等[^、]{0,12}$/, ''), /\s*、\s*/);

const rolePart = (source: string, role: Role): NamedPart => ({
  kind: 'role',
  role,
  source,
  text: nameKey(source),
});

/** Splits a segment before each of its times but the first. */
function timeParts(source: string, times: Time[]): NamedPart[] {
  // 6月底前、12月底前各一次 says one thing.
  if (times.every(({ date }) => date === undefined)) return [timePart(source)];
  return times.flatMap(({ date }, index): NamedPart[] => {
    const piece = source.slice(index === 0 ? 0 : times[index]?.start, times[index + 1]?.start);
    const end = index === times.length - 1 ? piece.length : piece.replace(/[\s、，,；;]+$/u, '').length;
    return [timePart(piece.slice(0, end), date), ...punctuation(piece.slice(end))];
  });
}

const timePart = (source: string, date?: string): NamedPart => {
  const text = nameKey(source);
  return date === undefined ? { kind: 'standing', source, text } : { kind: 'deadline', date, source, text };
};
