/** Shows the result: each stretch with its state, its differences and its places. */
import type { Stretch, WrittenPiece } from '../../verify/check.ts';
import type { Place } from '../../verify/source.ts';
import { element } from '../dom.ts';
import { LINKED_PLACES, notesOf, placeName, plainText, STATES } from './words.ts';

/** The address at which a place of the plan is shown. */
type AddressOf = (place: Place) => string;

/** A stretch as an item of the list. */
export function stretchItem(text: string, stretch: Stretch, addressOf: AddressOf): HTMLElement {
  const { state, places, start, end, pieces } = stretch;
  const { sign, words } = STATES[state];
  const quoted =
    state === 'differs' ? pieces.flatMap(pieceNodes) : [document.createTextNode(text.slice(start, end))];
  const notes = notesOf(stretch).map((note) => element('li', {}, note));
  return element(
    'li',
    { 'data-state': state },
    element('p', { class: 'verify-state' }, element('span', { 'aria-hidden': 'true' }, `${sign} `), words),
    element('p', { class: 'verify-quoted' }, ...quoted),
    ...(notes.length > 0 ? [element('ul', { class: 'verify-notes' }, ...notes)] : []),
    ...(state === 'missing' || places.length === 0 ? [] : [placesLine(places, addressOf)]),
  );
}

/** A piece of a stretch: what differs has a word before it, so that no colour is needed. */
function pieceNodes({ kind, quoted, source }: WrittenPiece): (Node | string)[] {
  const label = (word: string) => element('b', {}, word);
  switch (kind) {
    case 'same':
      return [quoted];
    case 'added':
      return [element('ins', {}, label('多'), quoted)];
    case 'missing':
      return [element('del', {}, label('少'), source)];
    case 'replaced':
      return [element('ins', {}, label('换'), quoted), element('del', {}, label('原文'), source)];
  }
}

function placesLine(places: Place[], addressOf: AddressOf): HTMLElement {
  const links = places
    .slice(0, LINKED_PLACES)
    .flatMap((place, at) => [
      at === 0 ? '' : '；',
      element('a', { href: addressOf(place) }, placeName(place)),
    ]);
  const rest = places.length - LINKED_PLACES;
  return element('p', { class: 'verify-place' }, '见', ...links, rest > 0 ? `；另有${rest}处。` : '。');
}

/** The whole result as plain text, to be copied. */
export function resultText(
  plan: string,
  text: string,
  stretches: Stretch[],
  { compared, addressOf }: { compared: string; addressOf: AddressOf },
): string {
  const isFile = location.protocol === 'file:';
  const full = (place: Place) => (isFile ? '' : `：${new URL(addressOf(place), location.href).href}`);
  const lines = stretches.flatMap((stretch, at) => [
    `${at + 1}.【${STATES[stretch.state].words}】${plainText(text, stretch)}`,
    ...notesOf(stretch).map((note) => `　${note}`),
    ...(stretch.state === 'missing'
      ? []
      : stretch.places.slice(0, LINKED_PLACES).map((place) => `　见${placeName(place)}${full(place)}`)),
  ]);
  return [`核对引文：《${plan}》`, ...lines, compared].join('\n');
}
