/** Texts that lost their line breaks: words, or the blanks left between, show where a line began. */
import { slice, type Segment } from './segment.ts';

/** The end of something that was followed by a line break. */
const LINE_END = new RegExp(
  [
    '(?<=[^ ]) +(?=[^ ])',
    '(?<=[^ ])(?=(?:信息来源|来源|发布(?:时间|日期|机构)) *:)',
    '(?<=>> ?正文(?:内容)?)(?=[^ 内])',
    // Between the title and the first words of the text.
    '(?<=(?:方案|计划|意见|规划|办法|要点|通知|措施)(?:\\([^()]{0,20}\\))?)(?=为|根据|按照|各[省市县区乡])',
  ].join('|'),
  'g',
);

/** Splits the text before the first number into title, source line and paragraphs. */
export function splitHead(segment: Segment): Segment[] {
  const starts = [0, ...[...segment.folded.matchAll(LINE_END)].map((match) => match.index + match[0].length)];
  return starts.map((start, index) => slice(segment, start, starts[index + 1] ?? segment.text.length));
}

/** 目标:… and 措施: behind a heading. */
const LABELS = /(?<![总体作要期务个阶段])目标 *:|措施 *: *$/g;

/** Splits goals and labels off headings. */
export function splitLabels(segments: Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    const { role, marker, folded } = segment;
    if (role !== 'part' && role !== 'section' && role !== 'measure') return [segment];
    const starts = [...folded.matchAll(LABELS)]
      .map(({ index }) => index)
      .filter((at) => at > (marker?.end ?? 0));
    if (starts.length === 0) return [segment];
    return [
      { ...slice(segment, 0, starts[0] ?? 0), role, marker },
      ...starts.map((start, index) => slice(segment, start, starts[index + 1] ?? folded.length)),
    ];
  });
}
