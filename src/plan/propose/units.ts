/** A first registry of units from the names that the clauses print. */
import { readDuty, UnreadableDuty } from '../duty.ts';
import type { UnitKind } from '../model.ts';
import type { TaskFile, UnitEntry } from '../schema.ts';

/** Names as the clauses print them → a first registry; ids are pinyin words, kinds go by the name alone. */
export function proposeUnits(
  tasks: Pick<TaskFile, 'duty'>[],
  spell: (text: string) => string[],
): UnitEntry[] {
  const names = new Set(tasks.flatMap(({ duty }) => unitNames(duty)));
  return [...names]
    .map((name) => ({ id: proposeId(name, spell), name, kind: proposeKind(name), aliases: [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function unitNames(duty: string): string[] {
  try {
    return readDuty(duty).flatMap((part) => (part.kind === 'unit' ? [part.source] : []));
  } catch (error) {
    if (error instanceof UnreadableDuty) return []; // check.ts reports it with its place
    throw error;
  }
}

/** 区发改局 → qu fagai ju: the level, the subject's words, the sort of body. */
const NAME = /^(全区|[区县市][直委]?)?(.*?)(办公室|管理办|督查室|分局|中心|政府|机关|部门|局|办|部|室)?$/;

function proposeId(name: string, spell: (text: string) => string[]): string {
  const [, level = '', subject = '', sort = ''] = NAME.exec(name) ?? [];
  return [level, ...wordsOf(subject), sort]
    .map((word) =>
      spell(word)
        .join('')
        .replace(/[^a-z]/g, ''),
    )
    .filter((word) => word !== '')
    .join('-');
}

/** Words of a name; what the dictionary cuts into single characters (发改, 安监) is one abbreviation. */
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

function proposeKind(name: string): UnitKind {
  if (/各|制定机关|街道办事处|及其部门/.test(name)) return 'collective';
  if (/^[区县市]委/.test(name)) return 'party';
  return name.endsWith('分局') ? 'branch' : 'department';
}
