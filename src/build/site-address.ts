/** The address of the site, from the variables SITE_URL and BASE_PATH. */

interface Variables {
  SITE_URL?: string | undefined;
  BASE_PATH?: string | undefined;
}

/** Reads where the site will be; throws one message for an editor where a variable is none of an address. Empty is unset. */
export function siteAddress({ SITE_URL = '', BASE_PATH = '' }: Variables): {
  site: string | undefined;
  base: string;
} {
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
  ];
  // Astro prints the stack, which helps no editor.
  if (problems.length > 0)
    throw Object.assign(new Error(`${problems.join('\n')}\nNothing was built.`), { stack: '' });
  return { site: SITE_URL === '' ? undefined : SITE_URL, base: BASE_PATH === '' ? '/' : BASE_PATH };
}

/** Folders that begin with no dot, which servers hide or resolve. */
const PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*\/?$/;

const isOrigin = (value: string) => /^https?:\/\/[^\s/?#@\\]+\/?$/.test(value) && URL.canParse(value);
