/** Rules for the glossary. */
import { shownLines } from '../content-files/interpret.ts';
import { FILES, type Content } from '../content-files/schema.ts';
import type { TaskNumber } from '../plan/model.ts';
import { sentenceEnds } from '../plan/sentences.ts';
import { termSpans } from '../plan/terms.ts';
import { uniqueBy } from '../text/lists.ts';
import { checkEntriesOf, type Rule } from './rule.ts';

/** The sentences of every task as shown. */
function shownSentences({ tasks, corrections }: Content): Map<TaskNumber, string[]> {
  return new Map(
    tasks.map(({ number, line, text }) => {
      const sentences = shownLines({ line, text }, { corrections }).flatMap((shown) => {
        const ends = sentenceEnds(shown);
        return ends.map((end, position) => shown.slice(ends[position - 1] ?? 0, end));
      });
      return [number, sentences];
    }),
  );
}

/** Every term is used by a task, its explanation occurs in the task it names, and no two have the same address. */
export const glossaryIsInOrder: Rule = (content) => {
  const { glossary } = content;
  const sentences = shownSentences(content);
  const used = new Set(
    [...sentences.values()].flat().flatMap((text) => termSpans(text, glossary).map(({ term }) => term)),
  );
  const firstById = new Set(uniqueBy(glossary, ({ id }) => id));
  const firstByTerm = new Set(uniqueBy(glossary, ({ term }) => term));
  return checkEntriesOf(FILES.glossary, glossary, (entry, report) => {
    const { id, term, explained } = entry;
    if (!firstById.has(entry)) report('id', `two terms claim /glossary/#${id}`, 'ids are unique');
    else if (!firstByTerm.has(entry)) report('term', `“${term}” is registered twice`, 'keep the older');
    else if (!used.has(id))
      report('term', `no task writes “${term}”`, 'copy it from a task as shown, or take it out', term);
    if (!explained) return;
    const { task, words } = explained;
    if (!sentences.get(task)?.some((text) => text.includes(words)))
      report(
        ['explained', 'words'],
        `no sentence of task ${task} says “${words}”`,
        'copy the words from one sentence, as shown; where no task explains it, leave out explained',
        words,
      );
  });
};
