/** The text of a cell of our tables: removes the guard against formulas, as /data/ says readers should. */
export const cellText = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
