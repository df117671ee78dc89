/** Rules for the words that help readers to search: names of today, everyday words, examples. */
import { FILES, type Content } from '../content-files/schema.ts';
import type { Finding } from '../plan/model.ts';
import { memoize } from '../text/memoize.ts';
import { nearest } from '../text/similarity.ts';
import { publishedLines } from './published-lines.ts';
import { checkEntriesOf, type Rule } from './rule.ts';

/** The text of the plan; titles and texts go on over the end of a line. */
const textOf = memoize((content: Content): string =>
  publishedLines(content)
    .map(({ shown }) => shown)
    .join(''),
);

/** The words that stand more than once in lists of words, after the first time. */
function repeated(lists: readonly (readonly string[])[]): Set<string> {
  const seen = new Set<string>();
  return new Set(lists.flat().filter((word) => seen.size === seen.add(word).size));
}

/** Every name of today leads to registered units, each once, and is no name of them already. */
export const namesOfTodayAreInOrder: Rule = (content) => {
  const { names = [], units } = content;
  const ids = units.map(({ id }) => id);
  const twice = repeated(names.map((entry) => entry.names));
  return checkEntriesOf(FILES.names, names, (entry, report) => {
    entry.names.forEach((name, at) => {
      if (twice.has(name))
        report(['names', `${at}`], `“${name}” stands here twice`, 'list all its units in one entry');
    });
    const twiceNamed = repeated([entry.units.map(({ id }) => id)]);
    entry.units.forEach(({ id }, at) => {
      const place = ['units', `${at}`, 'id'];
      const unit = units.find((one) => one.id === id);
      if (!unit)
        report(
          place,
          `there is no unit ${id}`,
          `take an id of ${FILES.units}; the nearest is ${nearest(id, ids)}`,
        );
      else if (twiceNamed.has(id)) report(place, `${id} stands here twice`, 'list each unit once');
      const own = unit && [unit.name, ...unit.aliases].find((name) => entry.names.includes(name));
      if (own !== undefined)
        report(place, `“${own}” is a name of ${id} already`, `take it out here, or out of ${FILES.units}`);
    });
  });
};

/** Every everyday word leads to words of the plan, and is none itself. */
export const synonymsAreInOrder: Rule = (content) => {
  const { synonyms = [] } = content;
  const text = textOf(content);
  const twice = repeated(synonyms.map(({ words }) => words));
  return checkEntriesOf(FILES.synonyms, synonyms, ({ words, plan }, report) => {
    words.forEach((word, at) => {
      if (twice.has(word))
        report(['words', `${at}`], `“${word}” stands here twice`, 'put all into one entry');
      else if (text.includes(word))
        report(['words', `${at}`], `the plan itself writes “${word}”`, 'take it out: the search finds it');
    });
    plan.forEach((word, at) => {
      if (!text.includes(word))
        report(
          ['plan', `${at}`],
          `the plan does not write “${word}”`,
          'copy the words as shown on the pages',
          word,
        );
    });
  });
};

/** Every example below the search box finds something. */
export const examplesFindSomething: Rule = (content): Finding[] => {
  const { plan, units, names = [] } = content;
  const known = new Set([
    ...units.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...names.flatMap((one) => one.names),
  ]);
  return (plan.examples ?? [])
    .map((example, at) => ({ example, at }))
    .filter(({ example }) => !known.has(example) && !textOf(content).includes(example))
    .map(({ example, at }) => ({
      ...{ file: FILES.plan, at: ['examples', at] },
      problem: `the plan does not write “${example}”, and no unit is called so`,
      advice: 'take words that a search finds',
      absent: example,
    }));
};
