/** The metadata of the Akoma Ntoso file; what the plan does not state is left out. */
import type { Plan, Role } from '../../plan/model.ts';
import { PUBLICATION_WORDS } from '../../labels/publication.ts';
import { block, element, xmlText } from '../../text/xml.ts';
import type { AddressOf } from '../../urls.ts';
import * as ids from './akn-ids.ts';
import { FIRST_ROLES, ROLE_TITLES } from './plan-json-fields.ts';

/** Namespace of the list from eIds to addresses; it depends on no host. */
const PLACES = 'urn:uuid:6f1d2c80-7a34-4b5e-8d19-2c4be07f9a63';
/** The standard requires dates, and most plans have only that of their publication. */
function datesOf({ publishedAs, readings }: Plan) {
  const day = publishedAs === 'dated' ? '成文日期' : '发布日期';
  const other = publishedAs === 'dated' ? '' : readings.dated === 'none' ? '；原文未载明成文日期' : '';
  return { work: `${day}${other}`, expression: day, manifestation: `${day}；本文件不记生成日期` };
}
/** A plan with a publisher and a time of publication. */
export type PublishedPlan = Plan & { publisher: string; published: string };

/** The element <meta>, with everything that the text refers to. */
export function metaElement(plan: PublishedPlan, url: AddressOf): string {
  const date = plan.published.slice(0, 10);
  return block('meta', {}, [
    identification(plan, date),
    element('publication', {
      date,
      name: plan.publishedAs === 'dated' ? '成文' : '发布',
      showAs: plan.publisher,
    }),
    references(plan, url),
    ...(plan.corrections.length > 0 ? [block('notes', { source: '#site' }, notes(plan))] : []),
    block('proprietary', { source: '#site' }, [block('places', { xmlns: PLACES }, places(plan, url))]),
  ]);
}

/** The plan has no official number: the first digits of the checksum of its text are used instead. */
const workOf = ({ source }: Plan, date: string) => `/akn/cn/doc/${date}/${source.sha256.slice(0, 12)}`;

function identification(plan: Plan, date: string): string {
  const work = workOf(plan, date);
  const names = datesOf(plan);
  const core = (kind: keyof typeof names, path: string, main: string, more: string[] = []) => [
    element('FRBRthis', { value: main }),
    element('FRBRuri', { value: path }),
    ...more,
    element('FRBRdate', { date, name: names[kind] }),
  ];
  const publisher = element('FRBRauthor', { href: '#publisher', as: '#role-publisher' });
  return block('identification', { source: '#site' }, [
    block('FRBRWork', {}, [
      ...core('work', work, `${work}/!main`, [
        element('FRBRalias', { value: plan.title.shown, name: 'title' }),
      ]),
      publisher,
      element('FRBRcountry', { value: 'cn' }),
    ]),
    block('FRBRExpression', {}, [
      ...core('expression', `${work}/zho@`, `${work}/zho@/!main`),
      publisher,
      element('FRBRauthoritative', { value: plan.official }),
      element('FRBRlanguage', { language: 'zho' }),
    ]),
    block('FRBRManifestation', {}, [
      ...core('manifestation', `${work}/zho@.akn.xml`, `${work}/zho@/!main.akn.xml`),
      element('FRBRauthor', { href: '#site' }),
      element('FRBRformat', { value: 'application/akn+xml' }),
    ]),
  ]);
}

function references(plan: PublishedPlan, url: AddressOf): string {
  const own = (kind: string, eId: string, href: string, showAs: string, name?: string) =>
    element(`TLC${kind}`, { eId, href, showAs, name });
  const known = (kind: string, id: string) => `/akn/ontology/${kind}/cn/${id}`;
  return block('references', { source: '#site' }, [
    own('Organization', 'publisher', known('organization', 'publisher'), plan.publisher),
    own('Organization', 'site', url('/about/'), '本站整理'),
    own('Role', 'role-publisher', known('role', 'publisher'), PUBLICATION_WORDS[plan.publisherAs]),
    ...Object.entries(ROLE_TITLES)
      .filter(([role]) => FIRST_ROLES.includes(role as Role) || isUsed(plan, role as Role))
      .map(([role, words]) => own('Role', ids.roleRef(role), known('role', role), words)),
    own('Concept', 'measure', known('concept', 'measure'), '措施'),
    own('Concept', 'task', known('concept', 'task'), '任务'),
    ...plan.units.map(({ id, name, kind }) =>
      own(kind === 'collective' ? 'Concept' : 'Organization', ids.unitRef(id), url(`/units/${id}/`), name),
    ),
    ...plan.documents.map(({ id, title, relation }) =>
      own('Reference', ids.documentRef(id), url(`/documents/#${id}`), title, relation),
    ),
    ...plan.glossary.map(({ id, term }) => own('Term', ids.termRef(id), url(`/glossary/#${id}`), term)),
  ]);
}

/** Most plans do not use the roles that were added later. */
const isUsed = ({ tasks }: Plan, role: Role) =>
  tasks.some(({ duty }) => duty.units.some((unit) => unit.role === role));

/** Each correction as an editor's note outside of the text. */
const notes = ({ corrections }: Plan) =>
  corrections.map(({ id, line, received, shown, suspected, reason }) =>
    block(
      'note',
      { eId: ids.noteId(id) },
      [
        `收到的文本第${line}行：${received}`,
        `显示为：${shown}`,
        ...(suspected === undefined ? [] : [`疑为：${suspected}`]),
        `理由：${reason}`,
      ].map((words) => element('p', {}, xmlText(words))),
    ),
  );

/** The addresses of sections, measures and tasks on the site. */
const places = (plan: Plan, url: AddressOf) => {
  const place = (eId: string, address: string) => element('place', { element: eId, href: url(address) });
  return [
    ...plan.sections.flatMap((section) => [
      place(ids.sectionId(plan, section), `/sections/${section.number}/`),
      ...section.measures.map(({ number }) =>
        place(ids.measureId(number), `/sections/${section.number}/#measure-${number}`),
      ),
    ]),
    ...plan.tasks.map(({ number }) => place(ids.taskId(number), `/tasks/${number}/`)),
  ];
};
