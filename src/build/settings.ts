/** What can be set for a build: the address of the site and the folder of the plan, from SITE_URL, BASE_PATH and PLAN_DIR. */
import { dirname, resolve } from 'node:path';
import { isFolder, partOfPlan } from '../content-files/folders.ts';
import { notBuilt } from './shared/not-built.ts';

interface Variables {
  SITE_URL?: string | undefined;
  BASE_PATH?: string | undefined;
  PLAN_DIR?: string | undefined;
  /** Where the command was given: set by npm, which runs it elsewhere. */
  INIT_CWD?: string | undefined;
}

interface Settings {
  site: string | undefined;
  base: string;
  /** Absolute; undefined where the plan is that of the checkout. */
  planFolder: string | undefined;
}

/** Reads the settings; throws one error for all that are none. Empty is unset. */
export function readSettings(variables: Variables): Settings {
  const { SITE_URL = '', BASE_PATH = '', PLAN_DIR = '', INIT_CWD = '.' } = variables;
  const planFolder = PLAN_DIR === '' ? undefined : resolve(INIT_CWD, PLAN_DIR);
  const part = planFolder === undefined ? undefined : partOfPlan(planFolder);
  const problems = [
    ...(SITE_URL === '' || isOrigin(SITE_URL)
      ? []
      : [
          `SITE_URL is ${JSON.stringify(SITE_URL)}  → write scheme and host alone, like https://example.gov.cn; a path belongs in BASE_PATH`,
        ]),
    ...(BASE_PATH === '' || PATH.test(BASE_PATH)
      ? []
      : [
          `BASE_PATH is ${JSON.stringify(BASE_PATH)}  → write a path like /zwgk/fazhi/ of letters, digits, -, _ and ., from the first slash`,
        ]),
    ...(planFolder === undefined || isFolder(planFolder)
      ? []
      : [
          `PLAN_DIR is ${JSON.stringify(PLAN_DIR)}, and ${planFolder} is no folder  → name the folder that holds content/ and seeds/; npm run import -- FILE --into DIR makes one`,
        ]),
    ...(planFolder === undefined || part === undefined
      ? []
      : [
          `PLAN_DIR is ${JSON.stringify(PLAN_DIR)}: ${part}  → name the folder above it: ${dirname(planFolder)}`,
        ]),
  ];
  if (problems.length > 0) throw notBuilt(problems.join('\n'));
  return {
    site: SITE_URL === '' ? undefined : SITE_URL,
    base: BASE_PATH === '' ? '/' : BASE_PATH,
    planFolder,
  };
}

/** Folders that begin with no dot, which servers hide or resolve. */
const PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*\/?$/;

const isOrigin = (value: string) => /^https?:\/\/[^\s/?#@\\]+\/?$/.test(value) && URL.canParse(value);
