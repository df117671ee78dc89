/** The signature below a text: the body that issued it, the day, and （此件公开发布）. It belongs to no task. */
import { AFTER_SIGNATURE, DAY_ALONE, ORGAN } from '../../content-files/facts/publication.ts';
import { isBlank, type Segment } from './segment.ts';

/** Splits off the signature at the end of a text. */
export function splitSignature(body: Segment[]): { body: Segment[]; signature: Segment[] } {
  let start = body.length;
  const lineAbove = () => {
    const at = body.findLastIndex((one, index) => index < start && !isBlank(one));
    return { at, words: body[at]?.role === undefined ? (body[at]?.folded.trim() ?? '') : '' };
  };
  if (AFTER_SIGNATURE.test(lineAbove().words)) start = lineAbove().at;
  if (!DAY_ALONE.test(lineAbove().words)) return { body, signature: [] };
  start = lineAbove().at;
  while (ORGAN.test(lineAbove().words)) start = lineAbove().at;
  return { body: body.slice(0, start), signature: body.slice(start) };
}
