/** The shapes of marks: a deadline's basis and a unit's role are told apart without colour. */
import type { Deadline, Role } from '../plan/model.ts';
import { el, type SvgNode } from './svg.ts';

/** A mark's number stands in its middle. */
export function middleText(size: number, text: string | number): SvgNode {
  const label = String(text);
  // A long number (2-1-3) is drawn narrower, so that it stays inside its mark.
  const narrow =
    label.length > Math.max(2, size / 12) ? { textLength: size - 4, lengthAdjust: 'spacingAndGlyphs' } : {};
  return el('text', { x: size / 2, y: size / 2, dy: '.35em', 'text-anchor': 'middle', ...narrow }, label);
}

/** Filled square: the task says so itself; outlined circle: the plan's general rule. */
export function basisShape(basis: Deadline['basis'], size: number): SvgNode {
  return basis === 'own'
    ? el('rect', { class: 'mark-own', width: size, height: size })
    : el('circle', { class: 'mark-general', cx: size / 2, cy: size / 2, r: size / 2 });
}

/** As the role words look on the pages: filled, thick edge, round, round and dashed. */
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
  }
}

/** Places something. */
export function at(x: number, y: number, ...children: (SvgNode | string)[]): SvgNode {
  return el('g', { transform: `translate(${x} ${y})` }, ...children);
}

const LONGEST_NAME = 28;

/** How wide names of units are, the very longest left out of account. */
export const roomForNames = (units: { name: string }[], fontSize: number) =>
  fontSize * Math.max(0, ...units.map(({ name }) => Math.min(name.length, LONGEST_NAME)));
