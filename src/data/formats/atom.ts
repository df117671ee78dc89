/** The plan as an Atom feed (RFC 4287): one entry for each task and each correction. */
import type { TaskNumber } from '../../plan/model.ts';
import type { PlanData } from './plan-json-fields.ts';
import { xmlText } from '../../text/xml.ts';

/** Kinds of entries; the numbers are part of published ids and never change. */
const KINDS = { plan: 0, task: 1, correction: 2 } as const;

/**
 * A permanent id that does not depend on the host, so that no entry is new when the site moves: a UUID of version 8
 * (RFC 9562) from the checksum of the seed, the kind of entry, and its registered number.
 */
export function entryId(sha256: string, kind: keyof typeof KINDS, number: TaskNumber): string {
  const variant = ((parseInt(sha256.slice(15, 16), 16) & 0x3) | 0x8).toString(16);
  const node = KINDS[kind].toString(16).padStart(4, '0') + inHex(number);
  const [time, middle, version, clock] = [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(12, 15)}`,
    `${variant}${sha256.slice(16, 19)}`,
  ];
  return `urn:uuid:${time}-${middle}-${version}-${clock}-${node}`;
}

/** Eight hexadecimal digits: a plain number, or above all of those one composed of two or three numbers. */
function inHex(number: TaskNumber): string {
  const [a = 0, b = 0, c = 0] = String(number).split('-').map(Number);
  const whole = typeof number === 'number' ? number : 2 ** 31 + ((a * 2 ** 11 + b) * 2 ** 11 + c);
  return whole.toString(16).padStart(8, '0');
}

interface Entry {
  kind: 'task' | 'correction';
  number: TaskNumber;
  title: string;
  url: string;
  content: string;
}

const taskEntry = ({ number, title, url, text, duty }: PlanData['tasks'][number]): Entry => ({
  kind: 'task',
  number,
  title: `任务${number} ${title}`,
  url,
  content: `${text}${duty}`,
});

function correctionEntry({
  id,
  line,
  url,
  received,
  shown,
  suspected,
  reason,
}: PlanData['corrections'][number]): Entry {
  const guess = suspected === undefined ? '' : `\n疑为：${suspected}`;
  return {
    kind: 'correction',
    number: id,
    title: `勘误第${id}条（收到的文本第${line}行）`,
    url,
    content: `收到的文本：${received}\n显示为：${shown}${guess}\n理由：${reason}`,
  };
}

const CATEGORIES = { task: '任务', correction: '勘误' } as const;
/** The author of the feed and of corrections; that of a task is the publisher of the plan. */
const SITE_AUTHOR = '本站整理';

/** Atom requires a date; used if none is known. */
const UNKNOWN = '1970-01-01T00:00:00Z';

/**
 * The text of feed.xml. Every date is that of the plan's publication: the texts have no other, and no clock is used.
 * `self` is the full address of the feed, if the host of the site is known.
 */
export function toAtom(data: PlanData, self?: string): string {
  const { sha256 } = data.source;
  const updated = `<updated>${xmlText(data.published ?? UNKNOWN)}</updated>`;
  const entry = ({ kind, number, title, url, content }: Entry) => `  <entry>
    <id>${entryId(sha256, kind, number)}</id>
    <title>${xmlText(title)}</title>
    ${updated}
    <author><name>${xmlText(kind === 'task' ? (data.publisher ?? SITE_AUTHOR) : SITE_AUTHOR)}</name></author>
    <link rel="alternate" type="text/html" href="${xmlText(url)}"/>
    <category term="${kind}" label="${CATEGORIES[kind]}"/>
    <content type="text">${xmlText(content)}</content>
  </entry>
`;
  const entries = [...data.tasks.map(taskEntry), ...data.corrections.map(correctionEntry)];
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${entryId(sha256, 'plan', 0)}</id>
  <title>${xmlText(data.title)}</title>
  <subtitle>各项任务与勘误</subtitle>
  ${updated}
  <author><name>${SITE_AUTHOR}</name></author>
  <link rel="alternate" type="text/html" href="${xmlText(data.url)}"/>
${self === undefined ? '' : `  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>\n`}${entries.map(entry).join('')}</feed>
`;
}
