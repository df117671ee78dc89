/** The labels by which the logger knows the lines of this site among Astro's. */
export const LABEL = 'site';
export const PROGRESS = 'progress';
