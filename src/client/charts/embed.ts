/** The lines that show a picture on another site. */

/** Completes an address without a host, and adds a button that copies. */
export function prepareEmbed(field: HTMLTextAreaElement): void {
  field.value = field.value.replace(
    /src="(\/[^"]*)"/,
    (_, address: string) => `src="${location.origin}${address}"`,
  );
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '复制代码';
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    field.select();
    // Not every page may write to the clipboard; the lines are selected all the same.
    const copied =
      'clipboard' in navigator ? navigator.clipboard.writeText(field.value) : Promise.reject(new Error());
    copied.then(
      () => (status.textContent = '已复制'),
      () => (status.textContent = '已选中，请用键盘复制'),
    );
  });
  field.closest('label')?.after(button, status);
}
