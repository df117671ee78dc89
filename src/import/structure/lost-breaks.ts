/** Texts that lost their line breaks: what stood on lines of its own is told by its words or by the blanks left between. */
import type { Segment } from './lines.ts';
import { slice } from './lines.ts';

/** Where something begins that a page prints on a line of its own. */
const BEGINS = new RegExp(
  [
    '(?<=[^ ]) +(?=[^ ])',
    '(?<=[^ ])(?=(?:信息来源|来源|发布(?:时间|日期|机构)) *:)',
    '(?<=>> ?正文(?:内容)?)(?=[^ 内])',
    // A title, and the first words of the text.
    '(?<=(?:方案|计划|意见|规划|办法|要点|通知|措施)(?:\\([^()]{0,20}\\))?)(?=为|根据|按照|各[省市县区乡])',
  ].join('|'),
  'g',
);

/** Title, source line and text before the first number. */
export function headPieces(segment: Segment): Segment[] {
  const starts = [0, ...[...segment.folded.matchAll(BEGINS)].map((match) => match.index + match[0].length)];
  return starts.map((start, index) => slice(segment, start, starts[index + 1] ?? segment.text.length));
}

/** 目标:… and 措施: that follow a heading in its line. */
const LABELS = /(?<![总体作要期务个阶段])目标 *:|措施 *: *$/g;

/** Gives goal and label segments of their own. */
export function splitLabels(segments: Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    const { role, marker, folded } = segment;
    if (role !== 'part' && role !== 'section' && role !== 'measure') return [segment];
    const starts = [...folded.matchAll(LABELS)]
      .map(({ index }) => index)
      .filter((at) => at > (marker?.end ?? 0));
    if (starts.length === 0) return [segment];
    const first = { ...slice(segment, 0, starts[0] ?? 0), role, marker };
    return [
      first,
      ...starts.map((start, index) => slice(segment, start, starts[index + 1] ?? folded.length)),
    ];
  });
}
