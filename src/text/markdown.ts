/** Markdown (CommonMark): words that are no markup, and text that is kept to the character. */

/** Escapes words, so that they are read as they are written. */
export const markdownText = (text: string) => text.replace(/[\\`*_[\]<>~&#|!]/g, '\\$&');

/** A link. */
export const markdownLink = (text: string, url: string) =>
  `[${markdownText(text)}](${url.replace(/[()<>\s\\]/g, percent)})`;

/** A text in a fence, where no character is markup; the fence is longer than any in the text. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A file of blocks with a blank line between them; empty ones are left out. */
export const markdownFile = (blocks: string[]) => `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

/** A list with an item a line. */
export const bullets = (items: string[]) => items.map((item) => `- ${item}`).join('\n');

const percent = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
