/** Extracts a first registry of units from the names in the clauses. */
import { pinyin } from 'pinyin-pro';
import type { NamedPart } from '../../clauses/parts.ts';
import { readClause } from '../../clauses/read-clause.ts';
import { mayBeSeveral } from '../../clauses/names.ts';
import { compare } from '../../text/lists.ts';
import { withoutRadicals } from '../../text/radicals.ts';
import { INVISIBLE } from '../../text/width.ts';
import type { UnitKind } from '../../plan/model.ts';
import type { LocatedClause } from '../../content-files/interpret.ts';
import type { UnitEntry } from '../../content-files/schema.ts';

/** The registry of the given names; ids are pinyin words, kinds follow from the name alone. */
export function extractUnits(names: Iterable<string>): UnitEntry[] {
  const units = [...names]
    .map((name) => ({ id: idOf(name), name, kind: kindOf(name), aliases: [] }))
    .sort((a, b) => compare(a.id, b.id) || compare(a.name, b.name));
  return withUniqueIds(units);
}

/** Clauses with what was read of them. */
export interface ClauseReadings {
  /** What was read of a clause. */
  parts: (clause: SourceClause) => NamedPart[];
  /** Names that are complete in themselves; “A和B” is not one where A may be a unit of its own. */
  known: ReadonlySet<string>;
  /** All names of units, as written in the clauses. */
  names: ReadonlySet<string>;
}

/** A clause, or the cell of a table with what its column announces. */
export type SourceClause = Pick<LocatedClause, 'column'> & { piece: { text: string } };

/** Reads all clauses twice: the second time with the names that the first showed to be complete. */
export function readAllClauses(clauses: SourceClause[]): ClauseReadings {
  const key = ({ piece, column }: SourceClause) => `${column ?? ''} ${piece.text}`;
  const different = new Map(clauses.map((one) => [key(one), one]));
  const readAll = (names: ReadonlySet<string>) =>
    new Map(
      Array.from(different, ([name, { piece, column }]) => [
        name,
        readClause(piece.text, { names, column }).parts,
      ]),
    );
  const names = unitNames([...readAll(new Set()).values()]);
  const known = new Set([...names].filter((name) => !mayBeSeveral(name, names)));
  const read = readAll(known);
  return { parts: (clause) => read.get(key(clause)) ?? [], known, names: unitNames([...read.values()]) };
}

/** All names of units, as written in the clauses. */
const unitNames = (parts: NamedPart[][]): Set<string> =>
  new Set(
    parts
      .flat()
      .flatMap((part) => (part.kind === 'unit' ? [withoutRadicals(part.source).replace(INVISIBLE, '')] : [])),
  );

/** Units with the same pinyin get -2, -3 … in the order of their characters. */
function withUniqueIds(units: UnitEntry[]): UnitEntry[] {
  const taken = new Map<string, number>();
  return units.map((unit) => {
    const times = (taken.get(unit.id) ?? 0) + 1;
    taken.set(unit.id, times);
    return times === 1 ? unit : { ...unit, id: `${unit.id}-${times}` };
  });
}

/** 区某改局 → qu mougai ju: level, words of the subject, type of body. */
const NAME =
  /^(全区|[省州区县市旗][直委]?)?(.*?)(办公室|办公厅|管理办|督查室|分局|中心|政府|机关|部门|局|厅|办|部|室)?$/;

/** Each character in pinyin without tones; other than `spell` of text/dictionaries.ts, not by word, and ids are for ever. */
const spell = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true });

/** The characters of a name that have no reading, so that the id lacks a syllable. */
export const unreadable = (name: string): string =>
  Array.from(name, (one) =>
    /\p{Script=Han}/u.test(one) && /\p{Script=Han}/u.test(spell(one).join('')) ? one : '',
  ).join('');

function idOf(name: string): string {
  const [, level = '', subject = '', type = ''] = NAME.exec(name) ?? [];
  const id = [level, ...wordsOf(subject), type]
    .map((word) =>
      spell(word)
        .join('')
        .toLowerCase()
        .replace(/[^a-z]/g, ''),
    )
    .filter((word) => word !== '')
    .join('-');
  return id === '' ? 'unit' : id;
}

/** The words of a name; neighbouring single characters (发改, 安监) are one abbreviation. */
function wordsOf(subject: string): string[] {
  const words: string[] = [];
  let abbreviation = false;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(subject)) {
    const single = segment.length === 1 && segment !== '各';
    if (single && abbreviation) words.push((words.pop() ?? '') + segment);
    else words.push(segment);
    abbreviation = single;
  }
  return words;
}

function kindOf(name: string): UnitKind {
  if (/各|制定机关|街道办事处|及其部门|(?:有关|相关|其他|成员)(?:部门|单位|地区|企业)/.test(name))
    return 'collective';
  if (/^(?:[省州区县市旗盟]委|中共|中央|.{0,12}党委|.{0,8}纪委)/.test(name)) return 'party';
  return name.endsWith('分局') ? 'branch' : 'department';
}
