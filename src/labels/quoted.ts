/** Words of the plan in quotation marks. */
export const quoted = (words: string) => `“${words}”`;
