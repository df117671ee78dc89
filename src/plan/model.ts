/**
 * The vocabulary of the project: what a plan of numbered tasks is made of.
 *
 * Three layers, from the outside in:
 * - `Verbatim` and `Content` are what the content files hold: the seed's own characters;
 * - `Passage`, `Sentence`, `Run` are what a reader is shown, each still knowing its source;
 * - `Plan` is everything together, with what can be computed already computed.
 */

/** A piece of the seed, kept to the character. `line` is its first line in the seed, from 1; lines are joined by "\n". */
export interface Verbatim {
  line: number;
  /** Offset of its first character in that line, from 0; only where the order of pieces that share a line needs it. */
  at?: number | undefined;
  text: string;
}

/**
 * What a task is known by, in addresses too: the number printed where tasks are numbered through the whole text (12),
 * otherwise section and number ('2-3'), or section, measure and number ('2-1-3').
 */
export type TaskNumber = number | string;

/** Words of the seed that a fact rests on. */
export interface SourceQuote {
  line: number;
  words: string;
}

/** Something an editor has to mend. */
export interface Finding {
  file: string;
  /** Line in the file, where it is known. */
  line?: number | undefined;
  /** Otherwise the keys that lead to the value, e.g. [3, 'name']; the reader of the file knows the line. */
  at?: (string | number)[] | undefined;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  advice: string;
}

export type CorrectionKind = 'lost-sign' | 'suspected-misprint' | 'layout';

/** One declared difference between the seed and what is shown. */
export interface Correction {
  /** Registered number, kept for ever; the address is /corrections/#c<id>. */
  id: number;
  /** Line of the seed, from 1. */
  line: number;
  /** The seed's characters; they occur exactly once in that line. */
  received: string;
  /** What is shown in their place, in full-width marks. A suspected misprint is shown as printed. */
  shown: string;
  /** For a suspected misprint: what was probably meant. */
  suspected?: string | undefined;
  kind: CorrectionKind;
  reason: string;
}

/** A segment of shown text that is treated alike: the smallest thing a page prints. */
export interface Run {
  /** As shown. */
  text: string;
  /** The seed's characters for it; empty where a lost sign was restored. */
  source: string;
  correction?: Correction | undefined;
  /** Id of the document whose title or promise stands here. */
  document?: string | undefined;
  /** Id of the glossary term that stands here; a document wins. */
  term?: string | undefined;
}

/** One line of the seed as shown: the runs join up to `shown`, their sources to `source`. */
export interface Passage {
  line: number;
  /** As in `Verbatim`. */
  at?: number | undefined;
  source: string;
  shown: string;
  runs: Run[];
}

/** A sentence of a task. `id` is its permanent anchor: s1, s2, … in order through the task. */
export interface Sentence {
  id: string;
  text: string;
  runs: Run[];
}

/** One line of a task's text, cut into sentences. */
export interface Paragraph extends Passage {
  sentences: Sentence[];
}

/**
 * What a clause says of a unit: 牵头 lead, 按职责分别负责 or 按职责分工负责 joint, 负责 or 责任单位 sole, 会同 with, 配合 support.
 * Nothing else is ever inferred, not from the order either, unless the text itself makes the order a rule.
 */
export type Role = 'lead' | 'joint' | 'sole' | 'with' | 'support';

export type UnitKind = 'department' | 'party' | 'branch' | 'collective';

/** A part of a responsibility clause. The sources of all parts join up to the clause. */
export type ClausePart = { source: string; text: string } & (
  | { kind: 'mark' }
  /** 同上: the units are those of the clause before. */
  | { kind: 'same' }
  /** Words that set a rule for other clauses: 列第一位者为牵头单位，下同. */
  | { kind: 'rule' }
  /** Words of time that name no last day: 长期坚持. */
  | { kind: 'standing' }
  | { kind: 'unit'; unit: string; role: Role }
  | { kind: 'role'; role: Role }
  | { kind: 'open' }
  | { kind: 'deadline'; date: string }
);

/** The responsibility clause of a task, read without loss. */
export interface Clause extends Passage {
  parts: ClausePart[];
  /** Units in the order printed, `name` as printed; those of the clause before where this one says 同上. */
  units: { id: string; name: string; role: Role }[];
  /** True where the clause says 等有关部门: the list is left open. */
  openEnded: boolean;
  /** Where it says 同上: the clause before it. */
  same?: Clause | undefined;
}

/** A clause that stands inside a task's text and speaks of what precedes it. */
export interface InlineClause extends Clause {
  /** Id of the sentence it stands in. */
  sentence: string;
}

export interface Deadline {
  /** Last day, ISO 8601 (2017-12-31 for 2017年底前). */
  date: string;
  /** `own`: the task's clause says it; `general`: the plan's rule for tasks that state none. */
  basis: 'own' | 'general';
  /** The words it was read from, as shown. */
  words: string;
  /** Id of the sentence they stand in; undefined for the clause and for the general rule. */
  sentence?: string | undefined;
}

/** Words of time that name no last day, e.g. 长期坚持, 每年12月前. */
export interface Standing {
  words: string;
  /** Id of the sentence they stand in; undefined for the clause. */
  sentence?: string | undefined;
}

/** A place where a task names a document. */
export interface Citation {
  document: string;
  /** The words as shown, e.g. 《…》 or 制定…方案. */
  words: string;
  /** Id of the sentence they stand in. */
  sentence: string;
}

/** Published evidence about a task, as an editor entered it (content/progress/). */
export interface Progress {
  /** ISO date of publication. */
  date: string;
  /** The source's own words. */
  statement: string;
  source: { title: string; publisher: string; url: string; archived?: string | undefined };
}

export interface Task {
  number: TaskNumber;
  /** Its number as printed, with its marks: 12), （三）, ①. */
  marker: string;
  /** Words of the task's own text, as shown. */
  title: string;
  section: number;
  measure: number;
  /** First and last line in the seed. */
  sourceLines: [number, number];
  /** The seed's characters from after "N)" to the end of the clause. */
  sourceText: string;
  /** As shown, without the clause; lines joined by "\n". */
  text: string;
  paragraphs: Paragraph[];
  /** The clause at its end; where it has none, `shown` and `parts` are empty. `units` and `openEnded` speak of all its clauses. */
  duty: Clause;
  /** What follows the clause: a full stop, or nothing. */
  tail: string;
  /** Clauses before the last, inside the text. */
  clauses: InlineClause[];
  /** The last day by which all of it is due; undefined where the text names none. */
  deadline: Deadline | undefined;
  /** All days that its clauses and its text name, in order; with a general rule and none of its own, that one. */
  deadlines: Deadline[];
  standing: Standing[];
  citations: Citation[];
  /** What it says, in plain words of this site; empty where nobody wrote them. */
  note: string;
  /** Oldest first; empty where this site has none, which says nothing about the task. */
  progress: Progress[];
}

export interface Measure {
  number: number;
  /** Empty where the plan has no measures: then each section has one, without a heading. */
  title: string;
  section: number;
  heading: Passage | undefined;
  /** A clause of the measure itself. */
  duty: Clause | undefined;
  tasks: TaskNumber[];
}

/** A block of tasks: with a goal (目标) and measures (措施) where the plan has them. */
export interface Section {
  number: number;
  part: number;
  /** Heading without its number. */
  title: string;
  /** As printed: (一)… or, where a whole part is one block, 三、…. */
  heading: Passage;
  /** 目标, without the word itself; empty where the plan states none. */
  goal: string;
  goalPassage: Passage | undefined;
  label: Passage | undefined;
  /** A clause of the section itself. */
  duty: Clause | undefined;
  /** Paragraphs and headings of the section that belong to no task. */
  prose: Prose[];
  measures: Measure[];
}

/** A paragraph or a heading of the prose around the tasks. */
export interface Prose extends Passage {
  kind: 'heading' | 'paragraph';
}

export interface Part {
  number: number;
  title: string;
  heading: Passage;
}

/** The prose around the tasks: the preamble (part 0) and the parts without blocks. */
export interface Chapter {
  id: string;
  part: number;
  prose: Prose[];
}

export interface Alias {
  name: string;
  /** True where the plan itself writes it, be it inside a longer name; otherwise the site added it (本站补充). */
  inPlan: boolean;
}

export interface Unit {
  /** Lower-case pinyin words joined by hyphens, registered for ever. */
  id: string;
  name: string;
  kind: UnitKind;
  aliases: Alias[];
  /** Its tasks in order, with its role in each. */
  tasks: { number: TaskNumber; role: Role }[];
  /** Measures and sections whose own clause names it. */
  headings: { section: number; measure?: number | undefined; role: Role }[];
  /** Other units named in the same clauses, collectives left out; most shared tasks first. */
  partners: { id: string; tasks: TaskNumber[] }[];
}

export interface PlanDocument {
  id: string;
  /** As cited, in full-width marks, without 《》. */
  title: string;
  /** Official number as cited, e.g. 某政发〔2015〕50号. */
  number?: string | undefined;
  /** `promised`: a task says it will be drawn up. */
  relation: 'cited' | 'promised';
  /** For promised documents that the text names without 《》: the words that promise them. */
  words?: string | undefined;
  /** Where tasks name it, in order. */
  citations: { task: TaskNumber; words: string; sentence: string }[];
  /** Lines of the prose that name it. */
  lines: number[];
}

/** A word that the plan coins or explains. */
export interface Term {
  /** Lower-case pinyin words joined by hyphens, registered for ever. */
  id: string;
  /** As the tasks write it. */
  term: string;
  /** The plan's own explanation, as shown; undefined where it uses the term without one. */
  explained?: { task: TaskNumber; sentence: string; words: string } | undefined;
  /** The tasks that use it, each with the first sentence that does. */
  uses: { task: TaskNumber; sentence: string }[];
}

/** Why two tasks are related; the reason is always shown. */
export type Relation =
  { reason: 'lead'; unit: string; section: number } | { reason: 'document'; document: string };

export interface RelatedTask {
  task: Task;
  relations: Relation[];
}

/** A line or a sign that was issued to whoever runs the site. */
export interface Issued {
  text: string;
  url?: string | undefined;
  /** A file in public/. */
  image?: string | undefined;
}

/** Who runs the site; what is not known is left out. */
export interface Site {
  /** Registered name of the website. */
  name?: string | undefined;
  /** 政府网站标识码 */
  code?: string | undefined;
  /** 主办单位 */
  host?: string | undefined;
  /** 承办单位 */
  operator?: string | undefined;
  contact: Issued[];
  /** Where mistakes are reported. */
  report?: string | undefined;
  /** 党政机关标识 */
  mark?: Issued | undefined;
  icp?: Issued | undefined;
  police?: Issued | undefined;
  /** Where weaknesses are reported, and until when that holds (RFC 9116). */
  security?: { contact: string; expires: string } | undefined;
}

/** An address that was published and has moved; neither has the base path. */
export interface Redirect {
  from: string;
  to: string;
}

export interface Plan {
  title: Passage;
  /** Undefined where the seed does not say. */
  publisher: string | undefined;
  /** ISO 8601 with +08:00; undefined where the seed does not say. */
  published: string | undefined;
  /** First and last year the title names, or undefined. */
  period: [number, number] | undefined;
  source: {
    file: string;
    sha256: string;
    url?: string | undefined;
    column?: string | undefined;
    received?: { file: string; sha256: string; form: string } | undefined;
  };
  /** True only where the publisher itself runs the site. */
  official: boolean;
  site: Site;
  generalDeadline: (SourceQuote & { date: string }) | undefined;
  /** Duties every responsible unit has beyond its deadlines, with the line that sets them. */
  reporting: SourceQuote | undefined;
  goal: (SourceQuote & { date: string }) | undefined;
  rules: {
    /** 列第一位者为牵头单位，下同: in clauses without role words from that line on, the first unit leads. */
    firstLeads?: SourceQuote | undefined;
    /** 以下均需…不再列出: words of a clause that speak of all later tasks; quoted there, nothing is added to them. */
    later: SourceQuote[];
  };
  parts: Part[];
  chapters: Chapter[];
  sections: Section[];
  tasks: Task[];
  units: Unit[];
  documents: PlanDocument[];
  corrections: Correction[];
  glossary: Term[];
  redirects: Redirect[];
  chrome: (Verbatim & { what: string })[];
}
