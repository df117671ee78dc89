/** The seed's text → the content files' first version. Every line ends up in a piece or is named as chrome. */
import { isClause, readDuty, UnreadableDuty } from './duty.ts';
import { findEvidence } from './evidence.ts';
import type { Finding, Verbatim } from './model.ts';
import { proposeCorrections } from './propose/corrections.ts';
import { proposeDocuments } from './propose/documents.ts';
import { proposeTitle } from './propose/titles.ts';
import { proposeUnits } from './propose/units.ts';
import type { ChapterFile, Content, Filed, OutlineFile, TaskEntry } from './schema.ts';

/** What an importer has to know besides the text. */
export interface Origin {
  /** File in seeds/. */
  file: string;
  sha256: string;
  /** Spells each character in lower-case pinyin without tones. */
  spell: (text: string) => string[];
}

type Draft = { content: Content; findings: [] } | { content?: undefined; findings: Finding[] };

const SOURCE_LINE = /^来源:(\S+)\s+发布时间:(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/;
const PART = /^[一二三四五六七八九十]+、/;
const BLOCK = /^\([一二三四五六七八九十]+\)/;
const GOAL = '目标:';
const LABEL = '措施:';
const MEASURE = /^(\d+)\.\s*\S/;
const TASK = /^(\d+)\)/;
/** A heading that lost its line break: it follows a clause's closing bracket. */
const GLUED = /^(.*\))(\d+\.\s*[^)]*)$/;

/** Reads the whole text; all that is wrong with it is reported at once, and then there is no content. */
export function parsePlan(seed: string, origin: Origin): Draft {
  const findings: Finding[] = [];
  const report = (line: number | undefined, problem: string, advice: string) => {
    findings.push({ file: `seeds/${origin.file}`, line, problem, advice });
  };
  const lines = seed.split('\n');
  const sourceAt = lines.findIndex((line) => SOURCE_LINE.test(line));
  const titleAt = lines.findLastIndex((line, index) => index < sourceAt && line.trim() !== '');
  const [, publisher, day, time] = SOURCE_LINE.exec(lines[sourceAt] ?? '') ?? [];
  if (!publisher || !day || !time || titleAt < 0) {
    report(
      undefined,
      'no title followed by a line 来源:… 发布时间:…',
      'import the page with its title and source line',
    );
    return { findings };
  }

  const reader = new Reader(report);
  const chrome: Content['plan']['chrome'] = [];
  lines.forEach((text, index) => {
    const line = index + 1;
    if (index === titleAt) return;
    if (text.trim() === '') chrome.push({ line, text, what: '空行' });
    else if (index < titleAt) chrome.push({ line, text, what: '网页导航栏' });
    else if (index === sourceAt) chrome.push({ line, text, what: '来源与发布时间栏' });
    else reader.read({ line, text });
  });
  reader.end();

  const { outline, chapters, tasks } = reader;
  for (const { number, goal, label } of outline.sections) {
    if (label.line === 0)
      report(goal.line, `section ${number} has no line 措施:`, 'compare with the published page');
  }
  const evidence = findEvidence(chapters, report);
  const period = /(\d{4})-(\d{4})年/.exec(lines[titleAt] ?? '');
  if (!period)
    report(titleAt + 1, 'the title names no span of years', 'write it as (2016-2020年), as published');
  if (findings.length > 0 || !evidence || !period) return { findings };
  const corrections = proposeCorrections(lines, tasks, outline);
  return {
    findings: [],
    content: {
      plan: {
        title: { line: titleAt + 1, text: lines[titleAt] ?? '' },
        publisher,
        published: `${day}T${time}:00+08:00`,
        period: [Number(period[1]), Number(period[2])],
        source: {
          file: origin.file,
          sha256: origin.sha256,
          column:
            lines
              .slice(0, titleAt)
              .find((line) => line.includes('>>'))
              ?.replace(/^[^:]*:/, '') ?? '',
        },
        official: false,
        ...evidence,
        chrome,
      },
      outline,
      chapters,
      tasks,
      units: proposeUnits(tasks, origin.spell),
      documents: proposeDocuments(tasks, chapters, corrections),
      corrections,
      glossary: [],
      progress: [],
    },
  };
}

/** Where a bracket stands that has no partner. */
function unpairedBracket(text: string): number | undefined {
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') open.push(index);
    else if (text[index] === ')' && open.pop() === undefined) return index;
  }
  return open[0];
}

/** Takes the lines of the text one by one and files them; numbers must run on, clauses must close. */
class Reader {
  readonly outline: OutlineFile = { parts: [], sections: [] };
  readonly chapters: Content['chapters'] = [];
  readonly tasks: Content['tasks'] = [];
  /** A task whose clause has not come yet: tasks may run over several lines. */
  private open: { line: number; number: number; lines: string[] } | undefined;
  private measures = 0;
  private readonly seen = new Set<number>();
  /** Number of the last task; undefined after a repeated one, so that the next is not blamed for it. */
  private last: number | undefined = 0;
  private readonly report: (line: number, problem: string, advice: string) => void;

  constructor(report: (line: number, problem: string, advice: string) => void) {
    this.report = report;
  }

  read(piece: Verbatim): void {
    const { line, text } = piece;
    const glued = GLUED.exec(text);
    if (glued?.[1] && glued[2] && MEASURE.exec(glued[2])?.[1] === String(this.measures + 1)) {
      this.read({ line, text: glued[1] });
      this.read({ line, text: glued[2] });
    } else if (TASK.test(text)) this.startTask(piece);
    else if (this.open && !PART.test(text) && !BLOCK.test(text) && !MEASURE.test(text)) {
      this.open.lines.push(text);
      this.closeTask();
    } else {
      this.end();
      this.readOutline(piece);
    }
  }

  /** To be called after the last line: a task still open has no clause. */
  end(): void {
    if (!this.open) return;
    const { line, number, lines } = this.open;
    if (!this.reportBrackets(line, number, lines.join('\n'))) {
      this.report(
        line,
        `task ${number} has no responsibility clause`,
        'it must end in a bracket with 牵头, 负责 or 配合',
      );
    }
    this.open = undefined;
  }

  /** Reports a task whose brackets do not pair; true where it did. */
  private reportBrackets(line: number, number: number, text: string): boolean {
    const unpaired = unpairedBracket(text);
    if (unpaired === undefined) return false;
    const place = text.slice(0, unpaired).split('\n').length - 1;
    const near = text.slice(unpaired, unpaired + 10);
    const problem = `task ${number} has an unclosed bracket: “${near}”`;
    this.report(line + place, problem, 'compare with the published page');
    return true;
  }

  /** Reports a clause that cannot be read, with its words. */
  private reportClause(line: number, number: number, duty: string): void {
    try {
      readDuty(duty);
    } catch (error) {
      if (!(error instanceof UnreadableDuty)) throw error;
      const problem = `task ${number}: cannot read “${error.rest}” in the clause`;
      this.report(line, problem, 'units need a role word after them; a deadline reads 2017年底前完成');
    }
  }

  private startTask({ line, text }: Verbatim): void {
    this.end();
    const number = Number(TASK.exec(text)?.[1]);
    const expected = (this.last ?? number - 1) + 1;
    const repeated = this.seen.has(number);
    if (repeated) {
      this.report(line, `task number ${number} occurs twice`, `it should be ${expected}`);
    } else if (number !== expected) {
      this.report(line, `task ${number} follows task ${expected - 1}`, `find the missing task ${expected}`);
    }
    this.seen.add(number);
    this.last = repeated ? undefined : number;
    this.open = { line, number, lines: [text.replace(TASK, '')] };
    this.closeTask();
  }

  private closeTask(): void {
    if (!this.open) return;
    const { line, number, lines } = this.open;
    const last = lines.at(-1) ?? '';
    const at = last.lastIndexOf('(');
    const duty = last.slice(at);
    if (at < 0 || !isClause(duty)) return;
    const body = [...lines.slice(0, -1), last.slice(0, at)].join('\n');
    this.reportBrackets(line, number, body);
    this.reportClause(line + lines.length - 1, number, duty);
    const title = proposeTitle(body);
    const task: Filed<TaskEntry> = {
      file: taskFile(number),
      number,
      measure: this.measures,
      title,
      line,
      text: body,
      duty,
      note: '',
    };
    if (this.measures === 0)
      this.report(line, `task ${number} stands before the first measure`, 'find the heading 1.');
    this.tasks.push(task);
    this.open = undefined;
  }

  private readOutline(piece: Verbatim): void {
    const { text } = piece;
    const part = this.outline.parts.length;
    const section = this.outline.sections.at(-1);
    if (PART.test(text)) this.outline.parts.push({ number: part + 1, heading: piece });
    else if (text.startsWith(GOAL)) this.startSection(part, piece);
    else if (text === LABEL && section?.label.line === 0) section.label = piece;
    else if (MEASURE.test(text) && section) this.startMeasure(section, piece);
    else this.addProse(part, piece);
  }

  /** A goal opens a section; the heading just before it is the section's own, unless it is the part's. */
  private startSection(part: number, goal: Verbatim): void {
    const prose = this.chapters.at(-1)?.prose;
    const last = prose?.at(-1);
    const heading = last && BLOCK.test(last.text) && last.line === goal.line - 1 ? last : undefined;
    if (heading) {
      prose?.pop();
      if (prose?.length === 0) this.chapters.pop();
    }
    this.outline.sections.push({
      number: this.outline.sections.length + 1,
      part,
      ...(heading && { heading: { line: heading.line, text: heading.text } }),
      goal,
      label: { line: 0, text: '' },
      measures: [],
    });
  }

  private startMeasure(section: OutlineFile['sections'][number], heading: Verbatim): void {
    const number = Number(MEASURE.exec(heading.text)?.[1]);
    if (number !== this.measures + 1) {
      this.report(
        heading.line,
        `measure ${number} follows measure ${this.measures}`,
        `find the heading ${this.measures + 1}.`,
      );
    }
    this.measures = number;
    section.measures.push({ number, heading });
  }

  private addProse(part: number, { line, text }: Verbatim): void {
    let chapter = this.chapters.at(-1);
    if (chapter?.part !== part) {
      const id = part === 0 ? 'preamble' : `part-${part}`;
      chapter = { file: chapterFile(id), id, part, prose: [] };
      this.chapters.push(chapter);
    }
    const kind: ChapterFile['prose'][number]['kind'] = BLOCK.test(text) ? 'heading' : 'paragraph';
    chapter.prose.push({ line, kind, text });
  }
}

/** Where a task's content stands; two digits, so that file lists are in order. */
export const taskFile = (number: number) => `content/tasks/${String(number).padStart(2, '0')}.md`;
export const chapterFile = (id: string) => `content/chapters/${id}.yaml`;
