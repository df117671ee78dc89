import { piecesOf } from '../account.ts';
import type { Rule } from '../check.ts';
import { citationSpans, quotedTitles } from '../citations.ts';
import type { Finding } from '../model.ts';
import { nearest } from '../nearest.ts';
import { runsOfLine, shownOf } from '../runs.ts';
import { FILES } from '../schema.ts';

/** Every title in 《》 is registered, and every registered document is named somewhere, once per address. */
export const documentsAreRegistered: Rule = (content) => {
  const { documents } = content;
  const findings: Finding[] = [];
  const named = new Set<string>();
  const titles = documents.map(({ title }) => title);
  const chrome = new Set(content.plan.chrome.map(({ line }) => line));
  for (const { file, at, line, text } of piecesOf(content)) {
    if (chrome.has(line)) continue;
    text.split('\n').forEach((one, index) => {
      const shown = shownOf(runsOfLine({ line: line + index, text: one }, content.corrections));
      for (const { document } of citationSpans(shown, documents)) named.add(document);
      for (const { title } of quotedTitles(shown)) {
        if (titles.includes(title)) continue;
        const advice = `register it in ${FILES.documents}; the nearest title there is 《${nearest(title, titles)}》`;
        findings.push({ file, at, problem: `unknown document 《${title}》`, advice });
      }
    });
  }
  documents.forEach(({ id, title }, index) => {
    if (documents.findIndex((one) => one.id === id) !== index) {
      const problem = `the id ${id} is registered twice`;
      findings.push({ file: FILES.documents, at: [index, 'id'], problem, advice: 'give the newer document the next free id' });
    } else if (!named.has(id)) {
      const problem = `no text names ${title}`;
      const advice = 'copy its title (or its words) from the text as shown, or take it out';
      findings.push({ file: FILES.documents, at: [index, 'title'], problem, advice });
    }
  });
  return findings;
};
