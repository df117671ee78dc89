import { copyButton } from '../clipboard.ts';

/** Lets the code for embedding a picture show what the reader chose, as the address does. */
export function embedChoice(query: string): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('[data-embed]')) {
    field.value = field.value.replace(/(src="[^"?]*)[^"]*/, (_, address: string) => address + query);
  }
}

/** Completes the address in the code for embedding a picture with this site's host, and adds a button that copies it. */
export function prepareEmbed(field: HTMLTextAreaElement): void {
  field.value = field.value.replace(
    /src="(\/[^"]*)"/,
    (_, address: string) => `src="${location.origin}${address}"`,
  );
  const copyCode = copyButton('复制代码', '嵌入代码', () => {
    // Where the browser forbids copying, the code is at least selected.
    field.select();
    return field.value;
  });
  field.closest('label')?.after(copyCode);
}
