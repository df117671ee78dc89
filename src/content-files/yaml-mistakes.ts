/** Finds what in a file is no YAML, or more than plain YAML, and says it to somebody who does not know YAML. */
import {
  isCollection,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from './read-bytes.ts';

/** A mistake with its offset in the text. */
export interface Mistake extends Problem {
  at: number;
}

const INDENT: Problem = {
  problem: 'this line does not begin in the column of its neighbours',
  advice: 'put as many blanks before it as the other fields of the same entry have',
};
const BEHIND_EMPTY: Problem = {
  problem: '[] is a list without entries, and entries stand below it',
  advice: 'take the line with [] out',
};
const NO_COLON: Problem = {
  problem: 'no colon follows the name of the field',
  advice: 'write it like name: value, with an ASCII colon and a blank after it',
};
const TWO_TEXTS: Problem = {
  problem: 'this line ends the facts: all below it is another text',
  advice: 'take the line out',
};
const toQuote = (problem: string): Problem => ({
  problem,
  advice: "put the whole value in single quotes, like name: '…'",
});

/** The mistakes of a text. After some the parser has lost its way, and what it says then is not repeated. */
export function yamlMistakes(document: Document, yaml: string): Mistake[] {
  const { errors } = document;
  if (errors.length === 0) return plainMistakes(document);
  const lost = errors.findIndex(
    ({ code }) => code !== 'TAB_AS_INDENT' && code !== 'BAD_SCALAR_START' && code !== 'BLOCK_AS_IMPLICIT_KEY',
  );
  return (
    errors
      .slice(0, lost < 0 ? errors.length : lost + 1)
      .filter(({ pos }, index, all) => all[index + 1]?.pos[0] !== pos[0])
      .map((error) => explain(error, document, yaml))
      // One mistake a line: another only follows from it.
      .filter(
        ({ at }, index, all) =>
          index === 0 || lineStart(yaml, at) !== lineStart(yaml, all[index - 1]?.at ?? 0),
      )
  );
}

const lineStart = (yaml: string, at: number) => yaml.lastIndexOf('\n', at - 1) + 1;

function explain({ code, message, pos: [pos] }: YAMLError, document: Document, yaml: string): Mistake {
  const before = yaml.slice(lineStart(yaml, pos), pos);
  const begins = /^[ -]*$/.test(before);
  const says = (words: string) => message.startsWith(words);
  if (code === 'BAD_SCALAR_START')
    return { at: pos, ...toQuote(`a value cannot begin with ${yaml[pos] ?? ''}`) };
  if (says('Missing closing') || says('Flow ')) return unclosed(document, pos, yaml);
  if (code === 'TAB_AS_INDENT' || /^[ -]*\t\s*$/.test(before))
    return { at: pos, problem: 'a tab stands before the words', advice: 'put blanks in its place' };
  if (code === 'MULTIPLE_DOCS') {
    // The parser names the line after it.
    const ends = yaml.slice(0, pos + 3).matchAll(/^(?:---|\.\.\.)/gm);
    return { at: [...ends].at(-1)?.index ?? pos, ...TWO_TEXTS };
  }
  if (says('Missing directives-end'))
    return { at: yaml.lastIndexOf('\n%', pos) + 1, ...toQuote('a line cannot begin with %') };
  if (code === 'MULTILINE_IMPLICIT_KEY' && !begins) {
    const next = /\n\s*(?=\S)/.exec(yaml.slice(pos));
    return { at: pos + (next ? next.index + next[0].length : 0), ...INDENT };
  }
  if ((code === 'MULTILINE_IMPLICIT_KEY' || says('Implicit map keys')) && yaml[pos] !== '-')
    return { at: pos, ...NO_COLON };
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return { at: pos, ...toQuote('the value has another colon with a blank after it') };
  if (says('Tags and anchors')) return { at: pos, ...toQuote('a value cannot begin with ! or &') };
  if (code === 'BAD_DQ_ESCAPE')
    return { at: pos, ...toQuote('a backslash means something else in double quotes') };
  if (begins && isEmptyList(document.contents))
    return { at: document.contents.range?.[0] ?? 0, ...BEHIND_EMPTY };
  if (begins) return { at: pos, ...INDENT };
  if (code === 'UNEXPECTED_TOKEN')
    return {
      at: pos,
      ...toQuote(
        `“${yaml
          .slice(pos, pos + 20)
          .split('\n', 1)
          .join()}” cannot stand here`,
      ),
    };
  return { at: pos, ...toQuote(`this is not valid YAML: ${message}`) };
}

const isEmptyList = (contents: unknown): contents is YAMLSeq =>
  isSeq(contents) && contents.flow === true && contents.items.length === 0;

/** The last quotation mark or bracket opened before an offset at which it should have been closed. */
function unclosed(document: Document, end: number, yaml: string): Mistake {
  let at = end;
  visit(document, {
    Node: (_, node) => {
      const opens = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow;
      if (opens === true && node.range && node.range[0] < end) [at] = node.range;
    },
  });
  const problem = `${yaml[at] ?? ''} is opened here and not closed`;
  return { at, problem, advice: 'close it at the end of the value, or take it out' };
}

/** What is valid YAML, but means something else than an editor meant: keys that stand twice, and signs of YAML's own. */
function plainMistakes(document: Document): Mistake[] {
  const found: Mistake[] = [];
  const sign = (at: number, problem: Problem) => found.push({ at, ...problem });
  const signsOf = (_: unknown, { anchor, tag, range }: Scalar | YAMLMap | YAMLSeq): void => {
    if (anchor !== undefined) sign(range?.[0] ?? 0, toQuote(`&${anchor} is taken for a name, and not read`));
    if (tag !== undefined) sign(range?.[0] ?? 0, toQuote(`${tag} is taken for a kind, and not read`));
  };
  visit(document, {
    Alias: (_, { source, range }) => {
      sign(range?.[0] ?? 0, toQuote(`*${source} refers to another value`));
    },
    Value: signsOf,
    Map: (key, map) => {
      signsOf(key, map);
      const { items } = map;
      const keys = new Set<unknown>();
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key;
        const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
        if (keys.has(value) && !String(value).startsWith('-')) {
          const [problem, advice] = [`the field “${String(value)}” stands twice`, 'keep one of the two'];
          found.push({ at, problem, advice });
        }
        keys.add(value);
        if (typeof value === 'string' && value.startsWith('-'))
          found.push({
            at,
            problem: 'no blank follows the -',
            advice: 'write - and a blank before the field',
          });
      }
    },
  });
  return found.sort((a, b) => a.at - b.at);
}
