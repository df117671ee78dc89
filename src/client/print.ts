/** Entry point of pages with a button that prints them. */
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.addEventListener('click', () => {
    window.print();
  });
  button.parentElement?.setAttribute('data-ready', '');
}
