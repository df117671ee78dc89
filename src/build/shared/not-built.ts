import { editorError } from '../../content-files/findings.ts';

/** The error of a build that leaves all as it was. */
export const notBuilt = (problem: string): Error => editorError(`${problem}\nNothing was built.`);
