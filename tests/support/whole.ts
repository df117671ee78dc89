/** `WHOLE=1`, as .ci/run sets it: every generated case is tried. Otherwise a sample of them, the same in every run. */
export const isWhole = process.env.WHOLE === '1';

/** How many of so many cases are tried. */
export const sampleOf = (cases: number) => (isWhole ? cases : Math.ceil(cases / 10));
