/** What the script on every page tells the one it loads. */
import type { JumpData } from '../../search/jump-entries.ts';

/** The event by which it is told, on the document. */
export const OPEN = 'jump-open';

export interface Opening {
  input: HTMLInputElement;
  data: JumpData;
  /** Whether something was typed while the data came. */
  typed: boolean;
}
