/** The metadata of pages for machines: schema.org as JSON-LD. */
import type { Plan, Section, Task, Unit } from '../plan/model.ts';
import { uniqueBy } from '../text/lists.ts';
import type { AddressOf } from '../urls.ts';

type Thing = Record<string, unknown>;

const LANGUAGE = 'zh-CN';
const organization = (name: string) => ({ '@type': 'GovernmentOrganization', name });

/** JSON for a <script>: it cannot end the script or begin a comment. */
export const scriptJson = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');

/** The plan, for pages about it or part of it. */
const planThing = (plan: Plan, url: AddressOf): Thing => ({
  '@type': 'DigitalDocument',
  '@id': url('/plan/'),
  name: plan.title.shown,
  url: url('/plan/'),
  inLanguage: LANGUAGE,
  ...(plan.publishedAs === 'dated' ? { dateCreated: plan.published } : { datePublished: plan.published }),
  publisher: plan.publisher === undefined ? undefined : organization(plan.publisher),
  isBasedOn: plan.source.url,
});

const page = (thing: Thing): Thing => ({ '@context': 'https://schema.org', ...thing });

/** A breadcrumb from the home page to this one. */
const breadcrumb = (steps: [name: string, address: string][], url: AddressOf): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, address], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: url(address),
  })),
});

/** The site, its search and the plan it is about. */
export const homeJsonLd = (plan: Plan, name: string, url: AddressOf): Thing =>
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
export const planJsonLd = (plan: Plan, url: AddressOf): Thing => page(planThing(plan, url));

/** A task: a numbered part of the plan, with the units that its clauses name. */
export const taskJsonLd = (task: Task, section: Section | undefined, plan: Plan, url: AddressOf): Thing => {
  const address = `/tasks/${task.number}/`;
  return page({
    '@type': 'WebPage',
    url: url(address),
    inLanguage: LANGUAGE,
    breadcrumb: breadcrumb(
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
      mentions: uniqueBy(task.duty.units, ({ id }) => id).map(({ id, name }) => ({
        '@type': 'Organization',
        name,
        url: url(`/units/${id}/`),
      })),
    },
  });
};

/** The page of a unit: compiled by this site, about the unit, from the plan. */
export const unitJsonLd = (unit: Unit, plan: Plan, url: AddressOf): Thing => {
  const address = `/units/${unit.id}/`;
  return page({
    '@type': 'CollectionPage',
    url: url(address),
    inLanguage: LANGUAGE,
    breadcrumb: breadcrumb(
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

/** The data files as a dataset, with size and checksum. */
export const datasetJsonLd = (
  plan: Plan,
  description: string,
  files: { address: string; type: string; what: string; size: number; sha256: string }[],
  url: AddressOf,
): Thing =>
  page({
    '@type': 'Dataset',
    name: `${plan.title.shown}：数据`,
    description,
    url: url('/data/'),
    inLanguage: LANGUAGE,
    isBasedOn: planThing(plan, url),
    isAccessibleForFree: true,
    temporalCoverage: plan.period && [...new Set(plan.period)].join('/'),
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
