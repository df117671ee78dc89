/**
 * The data model: what a plan of numbered tasks consists of.
 *
 * Three layers:
 * - `Verbatim` and `Content` hold the characters of the seed, as the content files do;
 * - `Passage`, `Sentence` and `Run` hold the text that readers are shown, each with its source characters;
 * - `Plan` is the whole, with everything computed that can be.
 */

/** A piece of the seed, kept to the character. `line` is its first line in the seed, from 1; lines are joined by "\n". */
export interface Verbatim {
  line: number;
  /** Offset of its first character in that line, from 0; only where the order of pieces that share a line needs it. */
  at?: number | undefined;
  text: string;
}

/**
 * What identifies a task, in addresses as well: its number where tasks are numbered through the whole text (12),
 * otherwise section and number ('2-3'), or section, measure and number ('2-1-3').
 */
export type TaskNumber = number | string;

/** The words of the seed from which a fact was read. */
export interface SourceQuote {
  line: number;
  words: string;
}

/**
 * What is known of a fact: the text names it; the text names none; or none was read, though words of the text may name one.
 * Only the second is ever said to be missing from the text.
 */
export type Reading = 'named' | 'none' | 'unread';

/** A problem in the content that an editor has to solve. */
export interface Finding {
  file: string;
  /** Line in the file, where it is known. */
  line?: number | undefined;
  /** Otherwise the path of keys to the value, e.g. [3, 'name'], from which the line is looked up. */
  at?: (string | number)[] | undefined;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  advice: string;
  /** Words that are said to be nowhere in the text. */
  absent?: string | undefined;
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
  /** What is shown instead, with full-width punctuation. A suspected misprint is shown unchanged. */
  shown: string;
  /** For a suspected misprint: what was probably meant. */
  suspected?: string | undefined;
  kind: CorrectionKind;
  reason: string;
}

/** A run of shown text with the same correction and link: the smallest piece that a page renders. */
export interface Run {
  /** As shown. */
  text: string;
  /** The seed's characters for it; empty where a lost sign was restored. */
  source: string;
  correction?: Correction | undefined;
  /** Id of the document that the run names. */
  document?: string | undefined;
  /** Id of the glossary term that it is; a document takes precedence. */
  term?: string | undefined;
}

/** One line of the seed as shown: `shown` is the concatenation of its runs, `source` that of their sources. */
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
 * The role that a clause gives to a unit: 牵头 lead, 按职责分别负责 or 按职责分工负责 joint, 负责 or 责任单位 sole, 会同 with,
 * 配合 support, 协同 or 协办 assist, 参与 participate, 落实 or 组织实施 implement, 指导 guide. Nothing else is inferred, not
 * from the order either, unless the text makes the order a rule.
 */
export type Role =
  'lead' | 'joint' | 'sole' | 'with' | 'support' | 'assist' | 'participate' | 'implement' | 'guide';

export type UnitKind = 'department' | 'party' | 'branch' | 'collective';

/** A token of a responsibility clause; the sources of all parts concatenate to the clause. */
export type ClausePart = { source: string; text: string } & (
  | { kind: 'punctuation' }
  /** 同上: the units are those of the clause before. */
  | { kind: 'same' }
  /** Words that set a rule for other clauses: 列第一位者为牵头单位，下同. */
  | { kind: 'rule' }
  /** Words of time without a date: 长期坚持. */
  | { kind: 'standing' }
  | { kind: 'unit'; unit: string; role: Role }
  | { kind: 'role'; role: Role }
  | { kind: 'open' }
  | { kind: 'deadline'; date: string }
  /** Words that could not be read: neither a unit with a role nor a time. */
  | { kind: 'unread' }
);

/** A responsibility clause, parsed without loss. */
export interface Clause extends Passage {
  parts: ClausePart[];
  /** Units in the order of the clause, `name` as written there; where it says 同上, those of the clause before. */
  units: { id: string; name: string; role: Role }[];
  /** True where the clause leaves the list of units open: 等有关部门. */
  openEnded: boolean;
  /** Where it says 同上: the clause before it. */
  same?: Clause | undefined;
}

/** A clause inside of a task's text; it concerns the text before it. */
export interface InlineClause extends Clause {
  /** Id of the sentence it stands in. */
  sentence: string;
}

/** A cell of the table row that a task is, besides those with its number and its text; read like a clause. */
export interface Cell extends Clause {
  /** The head of its column, as printed. */
  head: string;
  /** What the column says: units in a role, a time, people, who are no units, or anything else. */
  says: Role | 'time' | 'people' | 'other';
  /** Of a cell that spans several rows: the line of the first, where its words stand. */
  of?: number | undefined;
  /** Whether it stands before the text of the task. */
  before: boolean;
  /** What stands in its place: its words, or 〃 or nothing if these stand in another row. */
  mark: string;
  /** The signs between it and the cell before that are no blanks, and those at the end of the row. */
  signs: string;
  after: string;
}

export interface Deadline {
  /** Last day, ISO 8601 (2017-12-31 for 2017年底前). */
  date: string;
  /** `own`: from the task itself; `general`: from the plan's rule for tasks that state none. */
  basis: 'own' | 'general';
  /** The words from which it was read, as shown. */
  words: string;
  /** What is to be done by then, in the words of the text: 2024年5月底前公布第一批清单; undefined where it names the time alone. */
  statement?: string | undefined;
  /** Id of the sentence they stand in; undefined for the clause and for the general rule. */
  sentence?: string | undefined;
}

/** Words of time without a date, e.g. 长期坚持, 每年12月前. */
interface Standing {
  words: string;
  /** Id of the sentence they stand in; undefined for the clause. */
  sentence?: string | undefined;
}

/** A mention of a document in a task. */
interface Citation {
  document: string;
  /** The words as shown, e.g. 《…》 or 制定…方案. */
  words: string;
  /** Id of the sentence they stand in. */
  sentence: string;
}

/** Published evidence of the progress of a task, as entered by an editor (content/progress/). */
export interface Progress {
  /** ISO date of publication. */
  date: string;
  /** The source's own words. */
  statement: string;
  source: { title: string; publisher: string; url: string; archived?: string | undefined };
}

export interface Task {
  number: TaskNumber;
  /** Its number as in the text, with its punctuation: 12), （三）, ①. */
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
  /** The clause at its end, `shown` and `parts` empty where it has none; `units` and `openEnded` are those of all its clauses. */
  duty: Clause;
  /** The text after the clause: a full stop, or nothing. */
  tail: string;
  /** Clauses before the last, inside the text. */
  clauses: InlineClause[];
  /** The other cells of its row, in order; none where it is no row of a table. */
  cells: Cell[];
  /** The last of its deadlines; undefined where no date was read. */
  deadline: Deadline | undefined;
  /** All deadlines that its clauses and its text name, in order; where they name none, that of the general rule. */
  deadlines: Deadline[];
  standing: Standing[];
  /** Whether units and a time are named; a deadline by the general rule is none of the task's own. */
  readings: { units: Reading; deadline: Reading };
  citations: Citation[];
  /** A summary in plain words, written for this site; empty where there is none. */
  note: string;
  /** Oldest first; that there is none says nothing about the task. */
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

/** A section of tasks, with a goal (目标) and measures (措施) where the plan has them. */
export interface Section {
  number: number;
  part: number;
  /** Heading without its number. */
  title: string;
  /** With its number: (一)… or, where the section is a whole part, 三、…. */
  heading: Passage;
  /** The words after 目标：; empty where the plan states no goal. */
  goal: string;
  goalPassage: Passage | undefined;
  label: Passage | undefined;
  /** A clause of the section itself. */
  duty: Clause | undefined;
  /** The paragraphs and headings of the section that belong to no task. */
  prose: Prose[];
  measures: Measure[];
}

/** A paragraph or a heading outside of the tasks. */
export interface Prose extends Passage {
  kind: 'heading' | 'paragraph';
}

export interface Part {
  number: number;
  title: string;
  heading: Passage;
}

/** Prose outside of the sections: the preamble (part 0) and the parts without sections. */
export interface Chapter {
  id: string;
  part: number;
  prose: Prose[];
}

interface Alias {
  name: string;
  /** True where it occurs in the plan, be it inside of a longer name; otherwise the site added it (本站补充). */
  inPlan: boolean;
}

/** A name of today (今名) by which people search for units; it says nothing about the offices of this place. */
export interface NameOfToday {
  names: string[];
  /** The published document that says which body took over which. */
  source: string;
  item?: string | undefined;
  /** `part`: the source's words where only a part of the duties was taken over. */
  units: { id: string; part?: string | undefined }[];
}

/** Words that people type for words of the plan. */
export interface Synonym {
  words: string[];
  plan: string[];
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
  /** As cited, with full-width punctuation, without 《》. */
  title: string;
  /** Official number as cited, e.g. 某政发〔2015〕50号. */
  number?: string | undefined;
  /** `promised`: a task states that it will be drawn up. */
  relation: 'cited' | 'promised';
  /** Of a promised document without a title in 《》: the words that promise it. */
  words?: string | undefined;
  /** Where tasks name it, in order. */
  citations: { task: TaskNumber; words: string; sentence: string }[];
  /** The lines of prose that name it. */
  lines: number[];
}

/** A term that the plan coins or explains. */
export interface Term {
  /** Lower-case pinyin words joined by hyphens, registered for ever. */
  id: string;
  /** As the tasks spell it. */
  term: string;
  /** The plan's own explanation, as shown; undefined where it uses the term without one. */
  explained?: { task: TaskNumber; sentence: string; words: string } | undefined;
  /** The tasks that use it, each with the first sentence that does. */
  uses: { task: TaskNumber; sentence: string }[];
}

/** Why two tasks are related; always shown to readers. */
export type Relation =
  { reason: 'lead'; unit: string; section: number } | { reason: 'document'; document: string };

export interface RelatedTask {
  task: Task;
  relations: Relation[];
}

/** A registration or an official sign that was issued to the operator of the site. */
export interface Issued {
  text: string;
  url?: string | undefined;
  /** A file in public/. */
  image?: string | undefined;
}

/** The operator of the site; what is not known is left out. */
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
  /** Where vulnerabilities are reported, and until when that is valid (RFC 9116). */
  security?: { contact: string; expires: string } | undefined;
}

/** An address that was published and has moved; neither has the base path. */
export interface Redirect {
  from: string;
  to: string;
}

/** Facts of official metadata besides publisher and time of publication: 索引号, 主题分类, 发文机关, 成文日期, 发文字号. */
export const METADATA = ['indexNumber', 'topic', 'issuer', 'dated', 'documentNumber'] as const;
export type MetadataName = (typeof METADATA)[number];

export interface Plan {
  title: Passage;
  /** Undefined where none was read; `readings` says whether the text names none. */
  publisher: string | undefined;
  /** ISO 8601 with +08:00; undefined where none was read. */
  published: string | undefined;
  /** `issuer` and `dated` where the text names only the body that issued it, or only the day on which it was made. */
  publisherAs: 'publisher' | 'issuer';
  publishedAs: 'published' | 'dated';
  metadata: Partial<Record<MetadataName, SourceQuote | undefined>>;
  readings: Record<'publisher' | 'published' | MetadataName, Reading>;
  /** Whether the text names the day of its publication, also where `published` is the day on which it was made. */
  publicationDay: Reading;
  /** First and last year the title names, or undefined. */
  period: [number, number] | undefined;
  source: {
    file: string;
    sha256: string;
    url?: string | undefined;
    column?: string | undefined;
    received?: { file: string; sha256: string; form: string } | undefined;
  };
  /** The plan that followed, named by an editor; `source` is what says so. */
  successor?: { title: string; url: string; source: string } | undefined;
  /** True only where the publisher itself operates the site. */
  official: boolean;
  site: Site;
  generalDeadline: (SourceQuote & { date: string }) | undefined;
  /** The yearly report that every responsible unit owes. */
  reporting: SourceQuote | undefined;
  goal: (SourceQuote & { date: string }) | undefined;
  rules: {
    /** 列第一位者为牵头单位，下同: in clauses without role words from that line on, the first unit leads. */
    firstLeads?: SourceQuote | undefined;
    /** 以下均需…不再列出: words of a clause that concern all later tasks; they are quoted, and nothing is inferred. */
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
  names: NameOfToday[];
  synonyms: Synonym[];
  /** Searches offered below the box of the home page. */
  examples: string[];
  chrome: (Verbatim & { what: string })[];
}
