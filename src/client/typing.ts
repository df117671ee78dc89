/** Reports what is typed into a field, but not the letters that an input method has yet to turn into text. */
export function onTyped(input: HTMLInputElement, handle: () => void): void {
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) handle();
  });
  input.addEventListener('compositionend', handle);
}
