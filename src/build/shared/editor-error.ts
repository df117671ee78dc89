/** An error in words for whoever builds: Astro prints it without a stack, which helps no editor. */
export const editorError = (problem: string): Error =>
  Object.assign(new Error(`${problem}\nNothing was built.`), { stack: '' });
