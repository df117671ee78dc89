/**
 * The shape of every file in content/: the editors' reference. A file that does not fit stops the build
 * with its place, what is wrong and what to do.
 *
 * Verbatim text stands here with the seed's own characters, ASCII marks and lost signs included;
 * what a reader is shown is computed from it (src/plan/runs.ts).
 */
import { z } from 'zod';

const line = z.int().positive();
const isoDate = z.iso.date({ error: 'must be a date like "2017-12-31", in quotes' });

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that starts with http:// or https://',
});

/** A piece of the seed: its first line there (from 1) and its characters, never changed by hand. */
const verbatim = z.strictObject({
  line,
  /** Offset of its first character in that line, from 0; only where the order of pieces that share a line needs it. */
  at: z.int().nonnegative().optional(),
  text: z.string(),
});

/** 12, or '2-3' (section and number), or '2-1-3' (section, measure and number), where numbers start again. */
const taskNumber = z.union([
  z.int().positive(),
  z.string().regex(/^[1-9]\d*(-[1-9]\d*){1,2}$/, "must be like 12 or '2-3'"),
]);

/** The words a computed fact rests on, to be found in that line of the seed. */
const evidence = { line, words: z.string().min(1) };

/** A line or a sign that was issued to whoever runs the site; with `url` it is a link, with `image` (a file in public/) a picture. */
const issued = z.strictObject({
  text: z.string().min(1),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
    .optional(),
  image: z
    .string()
    .regex(/^\/[^/].*\.(svg|png|webp|jpg|gif)$/, 'must be a file in public/, like "/marks/gov.png"')
    .optional(),
});

/** Who runs the site. All of it is issued or decided elsewhere, so what is not known is left out. */
const site = z.strictObject({
  /** SiteName: the registered name, where it differs from the plan's title. */
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
  report: z
    .url({ protocol: /^https?$|^mailto$/, error: 'must be an address with http(s):// or mailto:' })
    .optional(),
  /** 党政机关标识 */
  mark: issued.optional(),
  /** ICP备案号 */
  icp: issued.optional(),
  /** 公安备案号 */
  police: issued.optional(),
  /** Where weaknesses are reported, and until when that holds: /.well-known/security.txt (RFC 9116). */
  security: z
    .strictObject({
      contact: z.url({
        protocol: /^https$|^mailto$|^tel$/,
        error: 'must begin with https:, mailto: or tel:',
      }),
      expires: z.iso.datetime({ offset: true, error: 'must be like "2027-07-01T00:00:00+08:00", in quotes' }),
    })
    .optional(),
});

/** content/redirects.yaml: addresses that were published and have moved. An entry is never removed. */
export const redirectSchema = z.strictObject({
  /** The old address, without the base path: "/units/qu-fazhi-ban/". */
  from: z.string().regex(/^\/(?:[a-z0-9-]+\/)+$/, 'must be like "/units/qu-sifa-ju/"'),
  /** Where it leads now; it may name a place on the page. */
  to: z.string().regex(/^\/(?:[a-z0-9-]+\/)*(?:#[\w-]+)?$/, 'must be like "/units/qu-sifa-ju/"'),
});

/** content/plan.yaml */
export const planSchema = z.strictObject({
  /** The plan's title as printed. */
  title: verbatim,
  /** Who published it, as the source line says; leave it out where the text does not say. */
  publisher: z.string().min(1).optional(),
  /** When, with the zone: "2017-07-18T11:07:00+08:00"; leave it out where the text does not say. */
  published: z.iso
    .datetime({ offset: true, error: 'must be like "2017-07-18T11:07:00+08:00", in quotes' })
    .optional(),
  /** First and last year of the plan, where its title names them. */
  period: z.tuple([z.int(), z.int()]).optional(),
  source: z.strictObject({
    /** File in seeds/. */
    file: z.string().min(1),
    /** Of that file's bytes; proves that the seed is the one that was received. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
    /** Address of the published original; leave it out where it is not known. */
    url: webAddress.optional(),
    /** Column of the website it was published in, as printed in its breadcrumb. */
    column: z.string().min(1).optional(),
    /** The file as it was received, in seeds/received/, where the seed had to be read from another encoding or format. */
    received: z
      .strictObject({
        file: z.string().min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
        /** gb18030, utf-16le, utf-16be, utf-8-bom, html, docx … */
        form: z.string().min(1),
      })
      .optional(),
  }),
  /** true only where the publisher itself runs this site; otherwise each page says that the published original governs. */
  official: z.boolean(),
  site: site.optional(),
  /** The deadline of tasks that state none, and the words that set it. */
  generalDeadline: z.strictObject({ date: isoDate, ...evidence }).optional(),
  /** The yearly written report that every responsible unit owes. */
  reporting: z.strictObject(evidence).optional(),
  /** What is to be reached by the end of the period. */
  goal: z.strictObject({ date: isoDate, ...evidence }).optional(),
  /** Rules that the text sets for its own clauses. */
  rules: z
    .strictObject({
      /** 列第一位者为牵头单位，下同 */
      firstLeads: z.strictObject(evidence).optional(),
      /** 以下均需…不再列出 */
      later: z.array(z.strictObject(evidence)).default([]),
    })
    .optional(),
  /** Lines of the seed that belong to the page around the text, not to the plan: not published, but accounted for. */
  chrome: z.array(z.strictObject({ ...verbatim.shape, what: z.string().min(1) })),
});

/** content/outline.yaml: parts (一、), blocks with a goal and measures. Which tasks a measure has is computed from the tasks. */
export const outlineSchema = z.strictObject({
  parts: z.array(z.strictObject({ number: z.int().positive(), heading: verbatim })),
  sections: z.array(
    z.strictObject({
      number: z.int().positive(),
      /** The part it stands in; 0 where the plan has no parts. */
      part: z.int().nonnegative(),
      /** As printed, with its number; left out where a whole part is one block and the part's heading serves. */
      heading: verbatim.optional(),
      /** A clause of the section itself, brackets included. */
      duty: verbatim.optional(),
      /** The line that begins with 目标. */
      goal: verbatim.optional(),
      /** The line 措施. */
      label: verbatim.optional(),
      /** Lines of the section that are none of these and belong to no task. */
      prose: z
        .array(z.strictObject({ ...verbatim.shape, kind: z.enum(['heading', 'paragraph']) }))
        .optional(),
      /** Where the plan has no measures, one without a heading. Numbered 1, 2, 3 … through the whole plan. */
      measures: z.array(
        z.strictObject({
          number: z.int().positive(),
          heading: verbatim.optional(),
          /** A clause of the measure itself, brackets included. */
          duty: verbatim.optional(),
        }),
      ),
    }),
  ),
});

/** content/chapters/*.yaml: the prose around the tasks; the file name is the chapter's id. */
export const chapterSchema = z.strictObject({
  /** The part it is the text of; 0 for what stands before the first part. */
  part: z.int().nonnegative(),
  prose: z.array(z.strictObject({ ...verbatim.shape, kind: z.enum(['heading', 'paragraph']) })).min(1),
});

/** content/tasks/*.md, front matter. The body below it is the site's own note (简要说明); src/rules/notes.ts holds its rules. */
export const taskSchema = z.strictObject({
  /** As printed: 10 for 10). The address is /tasks/10/ for ever; '2-3' where the plan numbers its tasks anew in each section. */
  number: taskNumber,
  /** The number with its marks as the seed prints it, where it is not "10)". */
  marker: z.string().optional(),
  /** Number of the measure it stands under. */
  measure: z.int().positive(),
  /** Words of this task's own text that name it; chosen by an editor, found in `text`. */
  title: z.string().min(1),
  /** First line in the seed. */
  line,
  /** Offset of the marker in that line, see `verbatim`. */
  at: verbatim.shape.at,
  /** Everything after "N)" and before the clause; line breaks as in the seed, one at the end where the clause has a line of its own. */
  text: z.string().min(1),
  /** Clauses inside `text`, in order: each speaks of what precedes it. */
  clauses: z.array(z.string().min(1)).optional(),
  /** The responsibility clause with its brackets or its label (责任单位：…); empty where the text has none. */
  duty: z.string(),
  /** What follows the clause, where something does: a full stop. */
  tail: z.string().optional(),
});

/** content/units.yaml: every body that a clause names. */
export const unitSchema = z.strictObject({
  /** Lower-case pinyin words joined by hyphens; it is the address and is never changed or reused. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*(-\d+)?$/, 'must be lower-case pinyin words joined by hyphens'),
  /** As the clauses write it. */
  name: z.string().min(1),
  /** collective: the plan names several bodies at once and does not list them. */
  kind: z.enum(['department', 'party', 'branch', 'collective']),
  /** Other names people use. Those that the plan does not write are marked 本站补充 on the page. */
  aliases: z.array(z.string().min(1)).default([]),
});

/** content/documents.yaml: every document that the text names. Where it is named is computed. */
export const documentSchema = z.strictObject({
  /** Registered for ever; the address is /documents/#<id>. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words or numbers joined by hyphens'),
  /** As cited, in full-width marks, without 《》. */
  title: z.string().min(1),
  /** Official number as cited, in full-width marks. */
  number: z.string().min(1).optional(),
  /** promised: a task says that it will be drawn up. */
  relation: z.enum(['cited', 'promised']),
  /** For a document named without 《》: the words of the text that promise it, as shown. */
  words: z.string().min(1).optional(),
});

/** content/corrections.yaml: every difference between the seed and what is shown, marks aside. */
export const correctionSchema = z.strictObject({
  /** Registered for ever; the address is /corrections/#c<id>. */
  id: z.int().positive(),
  /** Line of the seed, from 1. */
  line,
  /** The seed's characters, with enough around them to occur only once in the line. */
  received: z.string().min(1),
  /** The same segment as shown, in full-width marks. */
  shown: z.string().min(1),
  /** Only for suspected-misprint, which is shown as printed: what was probably meant. */
  suspected: z.string().min(1).optional(),
  kind: z.enum(['lost-sign', 'suspected-misprint', 'layout']),
  /** For readers, in Chinese. */
  reason: z.string().min(1),
});

/**
 * content/progress/*.yaml: what somebody published about the progress of a task. Only published evidence stands here;
 * nothing is concluded from it, and nothing from its absence.
 */
export const progressSchema = z.strictObject({
  /** Number of the task it speaks of. */
  task: taskNumber,
  /** When it was published. */
  date: isoDate,
  /** What the source says, in its own words. */
  statement: z.string().min(1),
  source: z.strictObject({
    /** Title of the page or document. */
    title: z.string().min(1),
    /** Who published it. */
    publisher: z.string().min(1),
    url: webAddress,
    /** Address of an archived copy, so that the evidence outlives the page. */
    archived: webAddress.optional(),
  }),
});

/** content/glossary.yaml: terms that the plan coins or explains. Which tasks use them is computed. */
export const termSchema = z.strictObject({
  /** Registered for ever; the address is /glossary/#<id>. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower-case pinyin words joined by hyphens'),
  /** As the tasks write it, in full-width marks, without quotation marks around it. */
  term: z.string().min(1),
  /** The plan's own words that explain it, as shown; left out where the plan explains nothing. */
  explained: z.strictObject({ task: taskNumber, words: z.string().min(1) }).optional(),
});

/** content/pages/*.mdx, front matter: the site's own pages. */
export const pageSchema = z.strictObject({ title: z.string().min(1), description: z.string().min(1) });

export type PlanFile = z.infer<typeof planSchema>;
export type PageFile = z.infer<typeof pageSchema>;
export type OutlineFile = z.infer<typeof outlineSchema>;
export type ChapterFile = z.infer<typeof chapterSchema>;
export type TaskFile = z.infer<typeof taskSchema>;
export type UnitEntry = z.infer<typeof unitSchema>;
export type DocumentEntry = z.infer<typeof documentSchema>;
export type CorrectionEntry = z.infer<typeof correctionSchema>;
export type TermEntry = z.infer<typeof termSchema>;

/** A task with its note, raw Markdown; empty where none was written. */
export type TaskEntry = TaskFile & { note: string };
export type ProgressFile = z.infer<typeof progressSchema>;
export type RedirectEntry = z.infer<typeof redirectSchema>;

/** An entry with the file it was read from, so that a finding can name it. */
export type WithFile<T> = T & { file: string };

/** All of content/, before anything is computed. */
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
}

/** Where the entries that share a file stand. */
export const FILES = {
  plan: 'content/plan.yaml',
  outline: 'content/outline.yaml',
  units: 'content/units.yaml',
  documents: 'content/documents.yaml',
  corrections: 'content/corrections.yaml',
  glossary: 'content/glossary.yaml',
  redirects: 'content/redirects.yaml',
} as const;
