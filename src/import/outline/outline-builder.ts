/** Where pieces of a text are filed: parts, sections and measures, and the prose around the tasks. */
import type { Verbatim } from '../../plan/model.ts';
import type { ChapterFile, Content, OutlineFile } from '../../content-files/schema.ts';
import type { Segment } from '../structure/lines.ts';
import { isBlank } from '../structure/lines.ts';

export type OutlineSection = OutlineFile['sections'][number];
export type OutlineMeasure = OutlineSection['measures'][number];
type Prose = ChapterFile['prose'][number];

/** Takes pieces in the order of the text; the last part, section and measure are open. */
export class OutlineBuilder {
  readonly chapters: Content['chapters'] = [];
  /** Blank lines. */
  readonly blank: Content['plan']['chrome'] = [];
  section: OutlineSection | undefined;
  measure: OutlineMeasure | undefined;
  /** Number of the last part and of the last measure. */
  parts = 0;
  measures = 0;
  private readonly outline: OutlineFile = { parts: [], sections: [] };

  get sections(): readonly OutlineSection[] {
    return this.outline.sections;
  }

  openPart(heading: Segment): void {
    this.outline.parts.push({ number: ++this.parts, heading: pieceOf(heading) });
    this.close();
  }

  openSection(heading?: Segment): OutlineSection {
    const section: OutlineSection = {
      number: this.outline.sections.length + 1,
      part: this.parts,
      ...(heading && { heading: pieceOf(heading) }),
      measures: [],
    };
    this.outline.sections.push(section);
    [this.section, this.measure] = [section, undefined];
    return section;
  }

  openMeasure(heading?: Segment): OutlineMeasure {
    const section = this.section ?? this.openSection();
    const measure = { number: ++this.measures, ...(heading && { heading: pieceOf(heading) }) };
    section.measures.push(measure);
    this.measure = measure;
    return measure;
  }

  close(): void {
    this.section = this.measure = undefined;
  }

  /** Prose of the open section, otherwise of the part's chapter. */
  addProse(segment: Segment): void {
    if (isBlank(segment)) this.drop(segment);
    else if (this.section) (this.section.prose ??= []).push(proseOf(segment));
    else this.addToChapter(segment);
  }

  addToChapter(segment: Segment, id = this.parts === 0 ? 'preamble' : `part-${this.parts}`): void {
    if (isBlank(segment)) {
      this.drop(segment);
      return;
    }
    let chapter = this.chapters.find((one) => one.id === id);
    if (!chapter) {
      chapter = { file: chapterFilePath(id), id, part: this.parts, prose: [] };
      this.chapters.push(chapter);
    }
    chapter.prose.push(proseOf(segment));
  }

  drop({ line, at, text }: Segment): void {
    this.blank.push({ line, at, text, what: '空行' });
  }

  /** The outline, its entries in the order in which the files show them. */
  finished(): OutlineFile {
    const sections = this.outline.sections.map(
      ({ number, part, heading, duty, goal, label, prose, measures }) => ({
        ...{ number, part, ...(heading && { heading }), ...(duty && { duty }), ...(goal && { goal }) },
        ...{ ...(label && { label }), ...(prose && { prose }), measures },
      }),
    );
    return { parts: this.outline.parts, sections };
  }
}

export const pieceOf = ({ line, at, text }: Segment): Verbatim => ({ line, at, text });

function proseOf(segment: Segment): Prose {
  const isHeading =
    segment.marker !== undefined && segment.text.length <= 60 && !/[。;]/.test(segment.folded);
  const { line, at, text } = segment;
  return { line, at, kind: isHeading ? 'heading' : 'paragraph', text };
}

export const chapterFilePath = (id: string) => `content/chapters/${id}.yaml`;
