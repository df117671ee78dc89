/** What src/client/jump/start.ts hands to src/client/jump/box.ts, which it loads. */
import type { JumpData } from '../../search/jump-entries.ts';

/** The event on the search box that carries it. */
export const OPEN = 'jump-open';

export interface Opening {
  input: HTMLInputElement;
  data: JumpData;
  /** Whether something was typed while the data came. */
  typed: boolean;
}
