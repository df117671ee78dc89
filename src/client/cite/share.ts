/** The device's own way of sending: a button where it has one. */
import { button } from '../dom.ts';

/** A button that hands something to the device's share sheet, in a list; none where there is no such sheet. */
export function shareButton(data: () => ShareData): HTMLButtonElement[] {
  if (!('share' in navigator)) return [];
  return [
    button('分享', () => {
      // Whoever closes the sheet has changed their mind.
      navigator.share(data()).catch(() => undefined);
    }),
  ];
}
