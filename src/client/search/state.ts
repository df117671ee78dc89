/** The state of the search page, which is also its address. */
import { readAddress } from '../address.ts';

export const facets = ['unit', 'role', 'section', 'deadline', 'kind'] as const;
export type Facet = (typeof facets)[number];

/** The query and the filters; an empty string is no condition. */
export type State = { q: string } & Record<Facet, string>;

export const nothing: State = { q: '', unit: '', role: '', section: '', deadline: '', kind: '' };

/** Whether a state has neither query nor filter. */
export function isEmpty(state: State): boolean {
  return state.q.trim() === '' && facets.every((facet) => state[facet] === '');
}

/** Reads the state from the query part of an address. */
export function stateOf(search: string): State {
  return readAddress(['q', ...facets], search);
}

/** The filters of a state as the index knows them. Unit and role are one condition: this unit in this role. */
export function filtersOf(state: State): Record<string, string> {
  const { unit, role, section, deadline, kind } = state;
  const filters = unit && role ? { as: `${unit}:${role}` } : { unit, role };
  return Object.fromEntries(
    Object.entries({ ...filters, section, deadline, kind }).filter(([, value]) => value !== ''),
  );
}
