/** Shapes and texts of charts: the basis of a deadline and the role of a unit are distinguished by shape, not by colour alone. */
import { roleName } from '../labels/roles.ts';
import type { Deadline, Role } from '../plan/model.ts';
import type { RoleNames } from '../plan/role-words.ts';
import { el, type Chart, type SvgNode } from './svg.ts';

/** A text of a class at a position. */
export const label = (
  kind: string | undefined,
  x: number | undefined,
  y: number,
  text: string | number,
  anchor?: 'start' | 'middle' | 'end',
): SvgNode => el('text', { class: kind, x, y, 'text-anchor': anchor }, String(text));

/** The number in the middle of a mark. */
export function middleText(size: number, text: string | number): SvgNode {
  const words = String(text);
  // A long number (2-1-3) is condensed so that it stays inside of its mark.
  const narrow =
    words.length > Math.max(2, size / 12) ? { textLength: size - 4, lengthAdjust: 'spacingAndGlyphs' } : {};
  return el('text', { x: size / 2, y: size / 2, dy: '.35em', 'text-anchor': 'middle', ...narrow }, words);
}

/** A filled square for a deadline of the task itself, an outlined circle for the plan's general rule. */
export function basisShape(basis: Deadline['basis'], size: number): SvgNode {
  return basis === 'own'
    ? el('rect', { class: 'mark-own', width: size, height: size })
    : el('circle', { class: 'mark-general', cx: size / 2, cy: size / 2, r: size / 2 });
}

/** As the role words look on the pages: filled, thick edge, round, dashed, round and dashed. */
export function roleShape(role: Role, size: number): SvgNode {
  const box = { width: size, height: size };
  switch (role) {
    case 'lead':
      return el('rect', { class: 'role-lead', ...box });
    case 'sole':
      // The thick edge is part of the outline: one element, as for every other role.
      return el('path', { class: 'role-sole', d: `M0 0H${size}V${size}H0ZM1.5 0V${size}` });
    case 'joint':
      return el('rect', { class: 'role-joint', ...box, rx: size / 2 });
    case 'with':
      return el('rect', { class: 'role-with', ...box });
    case 'support':
      return el('rect', { class: 'role-support', ...box, rx: size / 2 });
    case 'implement':
      return el('rect', { class: 'role-joint', ...box });
    case 'assist':
      return el('rect', { class: 'role-with', ...box, rx: size / 4 });
    case 'participate':
      return el('path', {
        class: 'role-joint',
        d: `M${size / 2} 0L${size} ${size / 2}L${size / 2} ${size}L0 ${size / 2}Z`,
      });
    case 'guide':
      return el('path', { class: 'role-joint', d: `M${size / 2} 0L${size} ${size}H0Z` });
  }
}

/** The legend of some of the roles of a plan, in their order. */
export const roleLegend = (roles: RoleNames, isUsed: (role: Role) => boolean = () => true): Chart['legend'] =>
  [...roles.keys()]
    .filter(isUsed)
    .map((role) => ({ shape: roleShape(role, 16), words: roleName(roles, role) }));

/** Moves elements to a position. */
export function at(x: number, y: number, ...children: (SvgNode | string)[]): SvgNode {
  return el('g', { transform: `translate(${x} ${y})` }, ...children);
}

/** Full-width characters are as wide as the font size, others about half as wide. */
export const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2000 ? size : size * 0.6), 0);

/** The width that names of units need. */
export const roomForNames = (units: { name: string }[], fontSize: number) =>
  Math.max(0, ...units.map(({ name }) => widthOf(name, fontSize)));
