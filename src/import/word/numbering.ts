/** The numbers that Word draws before paragraphs, worked out from numbering.xml. */
import { chineseNumeral, letters, roman } from '../numerals.ts';
import { elementsOf, EMPTY, find, isSet, valueIn, type XmlElement } from './xml.ts';

interface Level {
  format: string;
  /** With %1 for the number of the first level, and so on. */
  text: string;
  start: number;
  /** The level whose items begin this one anew; 0 for none. */
  restart: number;
  style: string | undefined;
  suffix: string;
  /** Whether the numbers of the levels above are written in figures here: 一、 and below it 1.1. */
  inFigures: boolean;
}

const FULL_WIDTH = '０１２３４５６７８９';
/** 一 → 壹, as on cheques. */
const LEGAL: Partial<Record<string, string>> = Object.fromEntries(
  Array.from('零一二三四五六七八九十百', (digit, at) => [digit, '零壹贰叁肆伍陆柒捌玖拾佰'.charAt(at)]),
);
const LEVELS = 9;

/** Counts the numbered paragraphs of a document in order. */
export class Numbering {
  private readonly levels: ReadonlyMap<string, Level[]>;
  private readonly lists: ReadonlyMap<string, string>;
  /** List → the last number on each of its levels. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  /** List → level → the number with which it begins anew; used once. */
  private readonly restarts = new Map<string, Map<number, number>>();
  /** Formats of numbers that are not known. */
  readonly unknown = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const all = elementsOf(find(root, 'numbering') ?? EMPTY);
    const definitions = all.filter(({ name }) => name === 'abstractNum');
    // The levels of a style of lists are those of the definition that the style has.
    const styled = (link: string | undefined) =>
      link === undefined ? undefined : definitions.find((one) => valueIn(one, 'styleLink') === link);
    const abstract = new Map(
      definitions.map((one) => [
        one.attributes.get('abstractNumId') ?? '',
        levelsOf(styled(valueIn(one, 'numStyleLink')) ?? one),
      ]),
    );
    const nums = all.filter(({ name }) => name === 'num');
    this.lists = new Map(
      nums.map((one) => [one.attributes.get('numId') ?? '', valueIn(one, 'abstractNumId') ?? '']),
    );
    this.levels = new Map(
      nums.map((one) => {
        const numId = one.attributes.get('numId') ?? '';
        const restarts = new Map<number, number>();
        this.restarts.set(numId, restarts);
        const levels = [...(abstract.get(valueIn(one, 'abstractNumId') ?? '') ?? [])];
        for (const override of elementsOf(one).filter(({ name }) => name === 'lvlOverride')) {
          const at = Number(override.attributes.get('ilvl') ?? 0);
          const own = find(override, 'lvl');
          const start = valueIn(override, 'startOverride');
          const level = own ? levelOf(own) : levels[at];
          if (level) levels[at] = { ...level, ...(start !== undefined && { start: Number(start) }) };
          if (start !== undefined) restarts.set(at, Number(start));
        }
        return [numId, levels];
      }),
    );
  }

  /** The level of a list that belongs to the style of a paragraph. */
  levelOfStyle(numId: string, style: string): number | undefined {
    const at = this.levels.get(numId)?.findIndex((level) => level.style === style) ?? -1;
    return at < 0 ? undefined : at;
  }

  /** The number before the next paragraph of a list, with what follows it. */
  next(numId: string, at: number): string {
    const levels = this.levels.get(numId) ?? [];
    const level = levels[at];
    if (!level) return '';
    // Lists of one definition are counted together; one may begin anew, where it stands for the first time.
    const key = this.lists.get(numId) ?? numId;
    const counts = this.counts.get(key) ?? [];
    this.counts.set(key, counts);
    const restart = this.restarts.get(numId)?.get(at);
    this.restarts.get(numId)?.delete(at);
    counts[at] = restart ?? (counts[at] ?? level.start - 1) + 1;
    for (let below = at + 1; below < LEVELS; below++)
      if (levels[below]?.restart !== 0) counts[below] = undefined;
    if (level.format === 'bullet' || level.format === 'none') return '';
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const one = levels[place];
      counts[place] ??= one?.start ?? 1;
      const format = one?.format ?? 'decimal';
      return this.written(counts[place], level.inFigures ? 'decimal' : format);
    });
    return text + (level.suffix === 'nothing' || /[、。）)．]$/.test(text) ? '' : ' ');
  }

  private written(value: number, format: string): string {
    switch (format) {
      case 'decimal':
      case 'decimalHalfWidth':
        return String(value);
      case 'decimalZero':
        return String(value).padStart(2, '0');
      case 'decimalFullWidth':
      case 'decimalFullWidth2':
        return String(value).replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit);
      case 'chineseCounting':
      case 'chineseCountingThousand':
      case 'japaneseCounting':
      case 'taiwaneseCounting':
      case 'taiwaneseCountingThousand':
        return chineseNumeral(value);
      case 'ideographDigital':
        return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
      case 'chineseLegalSimplified':
        return chineseNumeral(value)
          .replace(/^十/, '一十')
          .replace(/./g, (digit) => LEGAL[digit] ?? digit);
      case 'ideographTraditional':
        return '甲乙丙丁戊己庚辛壬癸'.charAt(value - 1) || String(value);
      case 'decimalEnclosedCircle':
      case 'decimalEnclosedCircleChinese':
        return value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : `(${value})`;
      case 'decimalEnclosedParen':
        return value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : `(${value})`;
      case 'decimalEnclosedFullstop':
        return value <= 20 ? String.fromCodePoint(0x2488 + value - 1) : `${value}.`;
      case 'ideographEnclosedCircle':
        return value <= 10 ? String.fromCodePoint(0x3220 + value - 1) : `（${chineseNumeral(value)}）`;
      case 'lowerLetter':
        return letters(value);
      case 'upperLetter':
        return letters(value).toUpperCase();
      case 'lowerRoman':
        return roman(value);
      case 'upperRoman':
        return roman(value).toUpperCase();
      default:
        this.unknown.add(format);
        return String(value);
    }
  }
}

function levelsOf(abstract: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const one of elementsOf(abstract).filter(({ name }) => name === 'lvl'))
    levels[Number(one.attributes.get('ilvl') ?? 0)] = levelOf(one);
  return levels;
}

const levelOf = (level: XmlElement): Level => ({
  format: valueIn(level, 'numFmt') ?? 'decimal',
  text: valueIn(level, 'lvlText') ?? `%${Number(level.attributes.get('ilvl') ?? 0) + 1}.`,
  start: Number(valueIn(level, 'start') ?? 1),
  restart: Number(valueIn(level, 'lvlRestart') ?? 1),
  style: valueIn(level, 'pStyle'),
  suffix: valueIn(level, 'suff') ?? 'tab',
  inFigures: isSet(level, 'isLgl') === true,
});
