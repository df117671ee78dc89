/** The data files as published, with size and checksum; made once for a build. */
import { zipSync } from 'fflate';
import { sha256 } from '../content-files/seed.ts';
import { plan, seed } from '../site.ts';
import { compare } from '../text/lists.ts';
import { absolute, full } from '../urls.ts';
import { CALENDAR_WORDS } from './calendar-words.ts';
import { dataFiles, encode, taskFiles, unitFiles, type Bytes, type DataFile } from './catalogue.ts';
import { calendarEvents, iCalendar } from './formats/calendar.ts';
import { dataPackage } from './formats/datapackage.ts';
import { planData, toJson } from './formats/plan-json.ts';
import { readmeText } from './formats/readme.ts';

/** Adds what only the bytes of a file tell. */
function measured<File extends { address: string; bytes: Uint8Array }>(one: File) {
  const file = one.address.replace(/^.*\//, '');
  return { ...one, file, size: one.bytes.length, sha256: sha256(one.bytes) };
}

type Measured = ReturnType<typeof measured<DataFile>>;

export const publishedData = planData(plan, full);

const calendar = measured<DataFile>({
  address: '/calendar.ics',
  format: 'iCalendar（RFC 5545）',
  type: 'text/calendar',
  what: '全部任务的完成期限、每年的书面报告和方案的目标日期，可在日历程序中订阅。',
  bytes: encode(
    iCalendar(calendarEvents(plan, CALENDAR_WORDS, { tasks: plan.tasks, reports: true, goal: true }), {
      name: plan.title.shown,
      stamp: plan.published,
      url: absolute,
    }),
  ),
});

const plain = [...dataFiles(plan, publishedData, seed, full).map(measured), calendar];

const tables = measured<DataFile>({
  address: '/data/datapackage.json',
  format: 'JSON，Frictionless Data Package',
  type: 'application/json',
  what: '各表格文件的列、类型、约束和校验值，可用来校验和导入。',
  bytes: encode(
    toJson(
      dataPackage(
        publishedData,
        plain.flatMap(({ columns, ...one }) => (columns ? [{ ...one, columns }] : [])),
      ),
    ),
  ),
});

const zip = measured<DataFile>({
  address: '/data/plan-data.zip',
  format: 'ZIP',
  type: 'application/zip',
  what: '全部数据文件和一份说明（README.txt）。',
  bytes: zipped([...plain, tables]),
});

/** The files of the whole plan, in the order in which /data/ lists them. */
export const files: Measured[] = [...plain, tables, zip];

/** The files of single tasks and units. */
export const filesOfTasks = taskFiles(publishedData).map(measured);
export const filesOfUnits = unitFiles(publishedData).map(measured);

/** The content of a file of the whole plan. */
export function bytesOf(address: string): Bytes {
  const file = files.find((one) => one.address === address);
  if (!file) throw new Error(`no data file has the address ${address}`);
  return file.bytes;
}

/** A zip that is the same in every build: sorted by name, with a fixed date, at noon for every time zone. */
function zipped(packed: Measured[]): Bytes {
  const readme = encode(readmeText(publishedData, full('/data/'), packed));
  const named = [{ file: 'README.txt', bytes: readme }, ...packed].sort((a, b) => compare(a.file, b.file));
  return zipSync(Object.fromEntries(named.map(({ file, bytes }) => [file, bytes])), {
    level: 6,
    mtime: new Date(1980, 0, 1, 12),
  });
}
