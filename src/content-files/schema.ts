/**
 * The schema of every file in content/: the reference for editors. A file that does not match stops the build with its line,
 * what is wrong and what to do.
 *
 * Verbatim text consists of the characters of the seed, with its ASCII punctuation and its lost signs; what readers are
 * shown is computed from it (src/plan/apply-corrections.ts).
 */
import { z } from 'zod';
import { ROLES } from '../plan/role-words.ts';

const line = z.int().positive();
const isoDate = z.iso.date({ error: 'must be a date like "2017-12-31", in quotes' });

/** An address as it is published; `z.url` alone would drop line breaks in silence. */
const address = (protocol: RegExp, error: string) =>
  z
    .string()
    .regex(/^\S*$/, 'must be an address without blanks and line breaks')
    .pipe(z.url({ protocol, error }));

const webAddress = address(/^https?$/, 'must be an address that starts with http:// or https://');

const oneLine = z
  .string()
  .regex(/^\S(?:[^\r\n]*\S)?$/u, 'must be words on one line, without blanks at its ends');

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

/** A piece of the seed: its first line there (from 1) and its characters, never changed by hand. */
const verbatim = z.strictObject({
  line,
  /** Offset of its first character in that line, from 0; only where the order of pieces that share a line needs it. */
  at: z.int().nonnegative().optional(),
  text: z.string(),
});

/** Paragraphs and headings outside of the tasks. */
const prose = z.array(z.strictObject({ ...verbatim.shape, kind: z.enum(['heading', 'paragraph']) }));

/** 12, or '2-3' (section and number), or '2-1-3' (section, measure and number), where the numbering restarts. */
const taskNumber = z.union([z.int().positive(), z.string().regex(/^[1-9]\d*(-[1-9]\d*){1,2}$/)], {
  error: ({ input }) => (input === undefined ? 'this field is missing' : "must be like 12 or '2-3'"),
});

/** The words from which a fact was read; they occur in that line of the seed. */
const sourceQuote = { line, words: z.string().min(1) };

/** A registration or a sign issued to the operator of the site; with `url` it is a link, with `image` (a file in public/) a picture. */
const issued = z.strictObject({
  text: z.string().min(1),
  url: webAddress.optional(),
  image: z
    .string()
    .regex(
      /^(?:\/[^\s/.?#%\\][^\s/?#%\\]*)+\.(?:svg|png|webp|jpg|gif)$/,
      'must be a file in public/, like "/marks/gov.png"',
    )
    .optional(),
});

/** The operator of the site. All of this is issued or decided elsewhere; what is not known is left out. */
const site = z.strictObject({
  /** SiteName: the registered name, if it differs from the plan's title. */
  name: z.string().min(1).optional(),
  /** SiteIDCode, as issued. */
  code: z
    .string()
    .regex(/^[A-Za-z0-9]{10}$/, 'must be the ten letters and digits as issued')
    .optional(),
  /** 主办单位 */
  host: z.string().min(1).optional(),
  /** 承办单位 */
  operator: z.string().min(1).optional(),
  /** 联系方式, one line each. */
  contact: z.array(issued).default([]),
  /** 我要纠错: where mistakes are reported. */
  report: address(/^https?$|^mailto$/, 'must be an address with http(s):// or mailto:').optional(),
  /** 党政机关标识 */
  mark: issued.optional(),
  /** ICP备案号 */
  icp: issued.optional(),
  /** 公安备案号 */
  police: issued.optional(),
  /** Where vulnerabilities are reported, and until when that is valid: /.well-known/security.txt (RFC 9116). */
  security: z
    .strictObject({
      contact: address(/^https$|^mailto$|^tel$/, 'must begin with https:, mailto: or tel:'),
      expires: z.iso.datetime({ offset: true, error: 'must be like "2027-07-01T00:00:00+08:00", in quotes' }),
    })
    .optional(),
});

/** content/redirects.yaml: published addresses that have moved. Entries are never removed. */
export const redirectSchema = z.strictObject({
  /** The old address, without the base path: "/units/qu-fazhi-ban/". */
  from: z.string().regex(/^\/(?:[a-z0-9-]+\/)+$/, 'must be like "/units/qu-sifa-ju/"'),
  /** The new address; it may have a fragment. */
  to: z.string().regex(/^\/(?:[a-z0-9-]+\/)*(?:#[\w-]+)?$/, 'must be like "/units/qu-sifa-ju/"'),
});

/** content/plan.yaml */
export const planSchema = z.strictObject({
  /** The plan's title. */
  title: verbatim,
  /** The publisher named in the source line; leave it out where the text names none. */
  publisher: z.string().min(1).optional(),
  /** issuer: the text names only the body that issued it (发文机关, 落款). */
  publisherAs: z.literal('issuer').optional(),
  /** The time of publication with its zone: "2017-07-18T11:07:00+08:00"; leave it out where the text names none. */
  published: z.iso
    .datetime({ offset: true, error: 'must be like "2017-07-18T11:07:00+08:00", in quotes' })
    .optional(),
  /** dated: the text names only the day on which it was made (成文日期, 落款). */
  publishedAs: z.literal('dated').optional(),
  /** 索引号, 主题分类, 发文机关, 成文日期, 发文字号, in the words of the text. */
  metadata: z
    .strictObject({
      indexNumber: z.strictObject(sourceQuote).optional(),
      topic: z.strictObject(sourceQuote).optional(),
      issuer: z.strictObject(sourceQuote).optional(),
      dated: z.strictObject(sourceQuote).optional(),
      documentNumber: z.strictObject(sourceQuote).optional(),
    })
    .optional(),
  /** First and last year of the plan, where its title names them. */
  period: z.tuple([z.int(), z.int()]).optional(),
  source: z.strictObject({
    /** File in seeds/. */
    file: z.string().min(1),
    /** Checksum of that file; proves that the seed is the one that was received. */
    sha256,
    /** Address of the published original; leave it out where it is not known. */
    url: webAddress.optional(),
    /** Column of the website in which it was published, as in its breadcrumb. */
    column: z.string().min(1).optional(),
    /** The file as received, in seeds/received/, if the seed was converted from another encoding or format. */
    received: z
      .strictObject({
        file: z.string().min(1),
        sha256,
        /** gb18030, utf-16le, utf-16be, utf-8-bom, html, docx … */
        form: z.string().min(1),
      })
      .optional(),
  }),
  /**
   * The plan that followed this one, where one was published: every page leads there. Nothing is said about whether this one
   * is still in force.
   */
  successor: z
    .strictObject({
      /** As published, without 《》. */
      title: oneLine,
      /** Where it was published. */
      url: webAddress,
      /** What says that it follows this plan, as it is cited. */
      source: oneLine,
    })
    .optional(),
  /** true only if the publisher itself operates this site; otherwise each page states that the published original governs. */
  official: z.boolean(),
  site: site.optional(),
  /** The deadline of tasks that name none, and the words that set it. */
  generalDeadline: z.strictObject({ date: isoDate, ...sourceQuote }).optional(),
  /** The yearly written report that every responsible unit owes. */
  reporting: z.strictObject(sourceQuote).optional(),
  /** The goal for the end of the period. */
  goal: z.strictObject({ date: isoDate, ...sourceQuote }).optional(),
  /** Searches offered below the box of the home page: words that people type. Without them the site takes names of units. */
  examples: z.array(z.string().min(1)).max(6).optional(),
  /** Rules that the text sets for its own clauses. */
  rules: z
    .strictObject({
      /** 列第一位者为牵头单位，下同; `all` where it holds for the lines before it as well. */
      firstLeads: z.strictObject({ ...sourceQuote, all: z.literal(true).optional() }).optional(),
      /** 以下均需…不再列出 */
      later: z.array(z.strictObject(sourceQuote)).default([]),
    })
    .optional(),
  /** Lines of the seed that belong to the web page around the plan: listed here, but not published as part of it. */
  chrome: z.array(z.strictObject({ ...verbatim.shape, what: z.string().min(1) })),
});

/** content/outline.yaml: parts (一、), sections, goals and measures. The tasks of a measure are computed from the task files. */
export const outlineSchema = z.strictObject({
  parts: z.array(z.strictObject({ number: z.int().positive(), heading: verbatim })),
  sections: z.array(
    z.strictObject({
      number: z.int().positive(),
      /** The part it belongs to; 0 where the plan has no parts. */
      part: z.int().nonnegative(),
      /** With its number; left out where the section is a whole part and shares its heading. */
      heading: verbatim.optional(),
      /** A responsibility clause of the section itself, with its brackets. */
      duty: verbatim.optional(),
      /** The line that begins with 目标. */
      goal: verbatim.optional(),
      /** The line 措施. */
      label: verbatim.optional(),
      /** All other lines of the section that belong to no task. */
      prose: prose.optional(),
      /** Numbered 1, 2, 3 … through the whole plan; where the plan has no measures, one without a heading. */
      measures: z.array(
        z.strictObject({
          number: z.int().positive(),
          heading: verbatim.optional(),
          /** A responsibility clause of the measure itself, with its brackets. */
          duty: verbatim.optional(),
        }),
      ),
    }),
  ),
});

/** content/chapters/*.yaml: prose outside of the sections; the file name is the chapter's id. */
export const chapterSchema = z.strictObject({
  /** The part it belongs to; 0 before the first part. */
  part: z.int().nonnegative(),
  prose: prose.min(1),
});

/** content/tasks/*.md, front matter. The body below it is the site's own note (简要说明); its rules are in src/rules/notes.ts. */
export const taskSchema = z.strictObject({
  /** 10 for 10), '2-3' where the numbering restarts in each section. The address is /tasks/10/ for ever. */
  number: taskNumber,
  /** The number with its punctuation as in the seed, if it is not "10)". */
  marker: z.string().optional(),
  /** Number of the measure it belongs to. */
  measure: z.int().positive(),
  /** Words from `text`, chosen by an editor as the title. */
  title: z.string().min(1),
  /** First line in the seed. */
  line,
  /** Offset of the marker in that line, see `verbatim`. */
  at: verbatim.shape.at,
  /** Everything between "N)" and the clause; line breaks as in the seed, one at the end if the clause has a line of its own. */
  text: z.string().min(1),
  /** Clauses inside of `text`, in order: each concerns the text before it. */
  clauses: z.array(z.string().min(1)).optional(),
  /** The responsibility clause with its brackets or its label (责任单位：…); empty if there is none. */
  duty: z.string(),
  /** The text after the clause, if any: a full stop; in a table the rest of the row. */
  tail: z.string().optional(),
  /** Of a task that is a row of a table: its cells besides those with number and text, in order. */
  cells: z
    .array(
      z.strictObject({
        /** The head of the column, as printed. */
        head: z.string(),
        /** What the column says: units in a role, a time, people, who are no units, or anything else. */
        says: z.enum([...ROLES, 'time', 'people', 'other']),
        /** As printed; it stands in `tail`, or in `marker`. */
        text: z.string(),
        /** Whether it stands before the text of the task, in `marker`. */
        before: z.literal(true).optional(),
        /** Of a cell that spans several rows: the line where its words stand. */
        of: line.optional(),
      }),
    )
    .optional(),
});

/** content/units.yaml: every unit that a clause names. */
export const unitSchema = z.strictObject({
  /** Lower-case pinyin words joined by hyphens; it is part of the address and is never changed or reused. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*(-\d+)?$/, 'must be lower-case pinyin words joined by hyphens'),
  /** As written in the clauses. */
  name: z.string().min(1),
  /** collective: a name for several bodies that the plan does not list. */
  kind: z.enum(['department', 'party', 'branch', 'collective']),
  /** Other names in use. Those that do not occur in the plan are labelled 本站补充 on the page. */
  aliases: z.array(z.string().min(1)).default([]),
});

/**
 * content/names.yaml: names of today (今名) of bodies that the plan calls otherwise. They help to search, and say nothing
 * about the offices of this place.
 */
export const nameSchema = z.strictObject({
  /** The names that people use, the first one shown. */
  names: z.array(z.string().min(1)).min(1),
  /** The published document that says which body took over which, as it is cited. */
  source: z.string().min(1),
  /** The item of that document. */
  item: z.string().min(1).optional(),
  units: z
    .array(
      z.strictObject({
        /** Of content/units.yaml. */
        id: z.string().min(1),
        /** Where only a part of the duties was taken over: the source's words for it. */
        part: z.string().min(1).optional(),
      }),
    )
    .min(1),
});

/** content/synonyms.yaml: words that people type → words that stand in the plan. */
export const synonymSchema = z.strictObject({
  words: z.array(z.string().min(1)).min(1),
  /** As shown, the best first. */
  plan: z.array(z.string().min(1)).min(1),
});

/** content/documents.yaml: every document that the text names. The mentions are computed. */
export const documentSchema = z.strictObject({
  /** Registered for ever; the address is /documents/#<id>. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words or numbers joined by hyphens'),
  /** As cited, with full-width punctuation, without 《》. */
  title: z.string().min(1),
  /** Official number as cited, with full-width punctuation. */
  number: z.string().min(1).optional(),
  /** promised: a task states that it will be drawn up. */
  relation: z.enum(['cited', 'promised']),
  /** If it is named without 《》: the words that promise it, as shown. */
  words: z.string().min(1).optional(),
});

/** content/corrections.yaml: every difference between the seed and the shown text, normalised punctuation aside. */
export const correctionSchema = z.strictObject({
  /** Registered for ever; the address is /corrections/#c<id>. */
  id: z.int().positive(),
  /** Line of the seed, from 1. */
  line,
  /** The seed's characters, with enough of those around them to be unique in the line. */
  received: z.string().min(1),
  /** The same characters as shown, with full-width punctuation. */
  shown: z.string().min(1),
  /** Only for suspected-misprint, which is shown unchanged: what was probably meant. */
  suspected: z.string().min(1).optional(),
  kind: z.enum(['lost-sign', 'suspected-misprint', 'layout']),
  /** For readers, in Chinese. */
  reason: z.string().min(1),
});

/**
 * content/progress/*.yaml: published evidence of the progress of a task. Nothing is inferred from it, and nothing from its
 * absence.
 */
export const progressSchema = z.strictObject({
  /** Number of the task it concerns. */
  task: taskNumber,
  /** Date of publication. */
  date: isoDate,
  /** A quotation from the source. */
  statement: z.string().min(1),
  source: z.strictObject({
    /** Title of the page or document. */
    title: z.string().min(1),
    /** The publisher. */
    publisher: z.string().min(1),
    url: webAddress,
    /** Address of an archived copy. */
    archived: webAddress.optional(),
  }),
});

/** content/glossary.yaml: terms that the plan coins or explains. The tasks that use them are computed. */
export const termSchema = z.strictObject({
  /** Registered for ever; the address is /glossary/#<id>. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower-case pinyin words joined by hyphens'),
  /** As the tasks spell it, with full-width punctuation, without quotation marks around it. */
  term: z.string().min(1),
  /** The plan's own explanation, as shown; left out if it gives none. */
  explained: z.strictObject({ task: taskNumber, words: z.string().min(1) }).optional(),
});

/** content/pages/*.mdx, front matter: the site's own pages. */
export const pageSchema = z.strictObject({ title: z.string().min(1), description: z.string().min(1) });

export type PlanFile = z.infer<typeof planSchema>;
export type OutlineFile = z.infer<typeof outlineSchema>;
export type ChapterFile = z.infer<typeof chapterSchema>;
export type TaskFile = z.infer<typeof taskSchema>;
export type UnitEntry = z.infer<typeof unitSchema>;
export type DocumentEntry = z.infer<typeof documentSchema>;
export type CorrectionEntry = z.infer<typeof correctionSchema>;
export type NameEntry = z.infer<typeof nameSchema>;
export type SynonymEntry = z.infer<typeof synonymSchema>;
type TermEntry = z.infer<typeof termSchema>;

/** A task with its note (Markdown), empty if there is none. */
export type TaskEntry = TaskFile & { note: string };
type ProgressFile = z.infer<typeof progressSchema>;
type RedirectEntry = z.infer<typeof redirectSchema>;

/** An entry with the file it was read from, for findings. */
export type WithFile<T> = T & { file: string };

/** The content of content/, before anything is computed. */
export interface Content {
  plan: PlanFile;
  outline: OutlineFile;
  chapters: WithFile<ChapterFile & { id: string }>[];
  tasks: WithFile<TaskEntry>[];
  units: UnitEntry[];
  documents: DocumentEntry[];
  corrections: CorrectionEntry[];
  glossary: TermEntry[];
  progress: WithFile<ProgressFile>[];
  redirects?: RedirectEntry[];
  names?: NameEntry[];
  synonyms?: SynonymEntry[];
}

/** The files with a list, or with the facts of the plan. */
export const FILES = {
  plan: 'content/plan.yaml',
  outline: 'content/outline.yaml',
  units: 'content/units.yaml',
  documents: 'content/documents.yaml',
  corrections: 'content/corrections.yaml',
  glossary: 'content/glossary.yaml',
  redirects: 'content/redirects.yaml',
  names: 'content/names.yaml',
  synonyms: 'content/synonyms.yaml',
} as const;
