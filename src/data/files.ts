/** Door: every data file as it is published, with what can be told only from its bytes. Made once a build. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { CALENDAR_WORDS } from './calendar-words.ts';
import { calendarEvents, iCalendar } from './formats/calendar.ts';
import { dataFiles, type Bytes, type DataFile } from './catalogue.ts';
import { dataPackage } from './formats/datapackage.ts';
import { planData, toJson } from './formats/plan-json.ts';
import { readmeText } from './formats/readme.ts';
import { plan, seed } from '../site.ts';
import { absolute, full } from '../urls.ts';

/** Adds what can be told of a file only from its bytes. */
export function measured<File extends { address: string; bytes: Uint8Array }>(one: File) {
  const sha256 = createHash('sha256').update(one.bytes).digest('hex');
  return { ...one, file: one.address.replace(/^.*\//, ''), size: one.bytes.length, sha256 };
}

type Measured = ReturnType<typeof measured<DataFile>>;

const encode = (text: string): Bytes => new TextEncoder().encode(text);
const data = planData(plan, full);

const calendar = measured<DataFile>({
  address: '/calendar.ics',
  format: 'iCalendar（RFC 5545）',
  type: 'text/calendar',
  what: '全部任务的期限、每年的书面报告和方案的目标日期，可在日历程序中订阅。',
  fields: [],
  bytes: encode(
    iCalendar(calendarEvents(plan, CALENDAR_WORDS, { tasks: plan.tasks, reports: true, goal: true }), {
      name: plan.title.shown,
      stamp: plan.published,
      url: absolute,
    }),
  ),
});

const plain = [...dataFiles(plan, seed, full).map(measured), calendar];

const tables = measured<DataFile>({
  address: '/data/datapackage.json',
  format: 'JSON，Frictionless Data Package',
  type: 'application/json',
  what: '各表格文件的列、类型、约束和校验值，可用来校验和导入。',
  fields: [],
  bytes: encode(
    toJson(
      dataPackage(
        data,
        plain.flatMap(({ columns, ...one }) => (columns ? [{ ...one, columns }] : [])),
      ),
    ),
  ),
});

const zip = measured<DataFile>({
  address: '/data/plan-data.zip',
  format: 'ZIP',
  type: 'application/zip',
  what: '以上各文件和一份说明（README.txt）。',
  fields: [],
  bytes: zipped([...plain, tables]),
});

/** The files about the whole plan, in the order they are listed. */
export const files: Measured[] = [...plain, tables, zip];

/** The content of one of them. */
export function bytesOf(address: string): Bytes {
  const file = files.find((one) => one.address === address);
  if (!file) throw new Error(`no data file has the address ${address}`);
  return file.bytes;
}

/** A zip that is the same in every build: names in order, and a date that says nothing, at noon for every time zone. */
function zipped(packed: Measured[]): Bytes {
  const readme = encode(readmeText(data, full('/data/'), packed));
  const named = [{ file: 'README.txt', bytes: readme }, ...packed].sort((a, b) => (a.file < b.file ? -1 : 1));
  return zipSync(Object.fromEntries(named.map(({ file, bytes }) => [file, bytes])), {
    level: 9,
    mtime: new Date(1980, 0, 1, 12),
  });
}
