/**
 * Radicals (U+2E80–2FDF), which text copied from a PDF has in place of the ordinary characters that look the same.
 * What readers are shown has the ordinary ones.
 */

/** Radicals without a compatibility mapping in Unicode that look like a whole character, each before that character. */
const PAIRS =
  '⺁厂⺇几⺌小⺎兀⺏尢⺐尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺡氵⺢水⺣灬⺥爪⺦丬⺩王⺪疋⺫目⺬示⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  Array.from(PAIRS.match(/../gu) ?? [], ([radical = '', ordinary = '']) => [radical, ordinary]),
);

const RADICAL = /[\u2e80-\u2fdf]/g;

const ordinary = (radical: string) => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC');

/** Replaces radicals by the ordinary characters; no text becomes longer or shorter. */
export const withoutRadicals = (text: string): string => text.replace(RADICAL, ordinary);

/** The radicals in a text, each with the ordinary character that is shown and its number of occurrences. */
export function radicalUses(text: string): { received: string; shown: string; count: number }[] {
  const found = (text.match(RADICAL) ?? []).filter((one) => ordinary(one) !== one);
  return [...Map.groupBy(found, (one) => one)].map(([received, all]) => ({
    received,
    shown: ordinary(received),
    count: all.length,
  }));
}
