/** What the pages say of themselves to machines: schema.org as JSON-LD. */
import type { Plan, Section, Task, Unit } from '../plan/model.ts';

/** Turns an address of this site into the one to be published: full where the host is known. */
type Address = (path: string) => string;
type Thing = Record<string, unknown>;

const LANGUAGE = 'zh-CN';
const organization = (name: string) => ({ '@type': 'GovernmentOrganization', name });

/** JSON for a <script>: nothing in it can end the script or begin a comment. */
export const scriptJson = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');

/** The plan itself, for pages that are about it or part of it. */
const planThing = (plan: Plan, url: Address): Thing => ({
  '@type': 'DigitalDocument',
  '@id': url('/plan/'),
  name: plan.title.shown,
  url: url('/plan/'),
  inLanguage: LANGUAGE,
  ...(plan.published !== undefined && { datePublished: plan.published }),
  ...(plan.publisher !== undefined && { publisher: organization(plan.publisher) }),
  ...(plan.source.url !== undefined && { isBasedOn: plan.source.url }),
});

const page = (thing: Thing): Thing => ({ '@context': 'https://schema.org', ...thing });

/** A trail from the home page to this one; each step is a name and an address. */
const trail = (steps: [name: string, address: string][], url: Address): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, address], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: url(address),
  })),
});

/** The site, its search and the plan it is about. */
export const homeJsonLd = (plan: Plan, name: string, url: Address): Thing =>
  page({
    '@type': 'WebSite',
    name,
    url: url('/'),
    inLanguage: LANGUAGE,
    about: planThing(plan, url),
    potentialAction: {
      '@type': 'SearchAction',
      target: `${url('/search/')}?q={query}`,
      'query-input': 'required name=query',
    },
  });

/** The whole text. */
export const planJsonLd = (plan: Plan, url: Address): Thing => page(planThing(plan, url));

/** The units of a task, each once, whatever its roles. */
const eachUnit = ({ duty: { units } }: Task) =>
  units.filter(({ id }, index) => units.findIndex((one) => one.id === id) === index);

/** A task: a numbered part of the plan, with the units its clause names. */
export const taskJsonLd = (task: Task, section: Section | undefined, plan: Plan, url: Address): Thing => {
  const address = `/tasks/${task.number}/`;
  return page({
    '@type': 'WebPage',
    url: url(address),
    inLanguage: LANGUAGE,
    breadcrumb: trail(
      [
        ['任务', '/tasks/'],
        ...(section && section.heading.shown !== ''
          ? [[section.heading.shown, `/sections/${section.number}/`] as [string, string]]
          : []),
        [`任务${task.number}`, address],
      ],
      url,
    ),
    mainEntity: {
      '@type': 'CreativeWork',
      name: task.title,
      position: task.number,
      isPartOf: planThing(plan, url),
      mentions: eachUnit(task).map(({ id, name }) => ({
        '@type': 'Organization',
        name,
        url: url(`/units/${id}/`),
      })),
    },
  });
};

/** A unit's page: arranged by this site, about the unit and drawn from the plan. */
export const unitJsonLd = (unit: Unit, plan: Plan, url: Address): Thing => {
  const address = `/units/${unit.id}/`;
  return page({
    '@type': 'CollectionPage',
    url: url(address),
    inLanguage: LANGUAGE,
    breadcrumb: trail(
      [
        ['责任单位', '/units/'],
        [unit.name, address],
      ],
      url,
    ),
    about: {
      '@type':
        unit.kind === 'department' || unit.kind === 'branch' ? 'GovernmentOrganization' : 'Organization',
      name: unit.name,
    },
    isBasedOn: planThing(plan, url),
  });
};

/** The data files as a dataset; of each file its address and what can be checked of it. */
export const datasetJsonLd = (
  plan: Plan,
  description: string,
  files: { address: string; type: string; what: string; size: number; sha256: string }[],
  url: Address,
): Thing =>
  page({
    '@type': 'Dataset',
    name: `${plan.title.shown}：数据`,
    description,
    url: url('/data/'),
    inLanguage: LANGUAGE,
    isBasedOn: planThing(plan, url),
    isAccessibleForFree: true,
    ...(plan.period && { temporalCoverage: plan.period.join('/') }),
    distribution: files.map(({ address, type, what, size, sha256 }) => ({
      '@type': 'DataDownload',
      name: address.replace(/^.*\//, ''),
      description: what,
      encodingFormat: type,
      contentUrl: url(address),
      contentSize: `${size} B`,
      sha256,
    })),
  });
