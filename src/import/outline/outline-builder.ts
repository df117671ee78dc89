/** Builds the outline and the chapters of a text from its pieces. */
import type { Verbatim } from '../../plan/model.ts';
import type { ChapterFile, Content, OutlineFile } from '../../content-files/schema.ts';
import { isBlank, type Segment } from '../structure/segment.ts';

type OutlineSection = OutlineFile['sections'][number];
type OutlineMeasure = OutlineSection['measures'][number];

/** Takes pieces in the order of the text; new ones belong to the last part, section and measure that was opened. */
export class OutlineBuilder {
  readonly outline: OutlineFile = { parts: [], sections: [] };
  readonly chapters: Content['chapters'] = [];
  readonly blankLines: Content['plan']['chrome'] = [];
  section: OutlineSection | undefined;
  measure: OutlineMeasure | undefined;
  /** Number of the last part and of the last measure. */
  parts = 0;
  measures = 0;

  openPart(heading: Segment): void {
    this.outline.parts.push({ number: ++this.parts, heading: pieceOf(heading) });
    this.close();
  }

  openSection(heading?: Segment): OutlineSection {
    // All keys, in the order in which files list them.
    const section: OutlineSection = {
      ...{ number: this.outline.sections.length + 1, part: this.parts, heading: heading && pieceOf(heading) },
      ...{ duty: undefined, goal: undefined, label: undefined, prose: undefined, measures: [] },
    };
    this.outline.sections.push(section);
    [this.section, this.measure] = [section, undefined];
    return section;
  }

  openMeasure(heading?: Segment): OutlineMeasure {
    const section = this.section ?? this.openSection();
    const measure = { number: ++this.measures, heading: heading && pieceOf(heading) };
    section.measures.push(measure);
    this.measure = measure;
    return measure;
  }

  close(): void {
    this.section = this.measure = undefined;
  }

  /** Prose of the open section, otherwise of the chapter of the open part. */
  addProse(segment: Segment): void {
    if (this.section && !isBlank(segment)) (this.section.prose ??= []).push(proseOf(segment));
    else this.addToChapter(segment);
  }

  addToChapter(segment: Segment, id = this.parts === 0 ? 'preamble' : `part-${this.parts}`): void {
    if (isBlank(segment)) {
      this.blankLines.push({ ...pieceOf(segment), what: '空行' });
      return;
    }
    let chapter = this.chapters.find((one) => one.id === id);
    if (!chapter) {
      chapter = { file: chapterFilePath(id), id, part: this.parts, prose: [] };
      this.chapters.push(chapter);
    }
    chapter.prose.push(proseOf(segment));
  }
}

export const pieceOf = ({ line, at, text }: Segment): Verbatim => ({ line, at, text });

function proseOf({ line, at, text, folded, marker }: Segment): ChapterFile['prose'][number] {
  const isHeading = marker !== undefined && text.length <= 60 && !/[。;]/.test(folded);
  return { line, at, kind: isHeading ? 'heading' : 'paragraph', text };
}

const chapterFilePath = (id: string) => `content/chapters/${id}.yaml`;
