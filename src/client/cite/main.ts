/** Everything that makes a page easier to cite than its address alone. */
import { watchAnchors } from './anchors.ts';
import { watchBox } from './box.ts';
import { watchSelection } from './selection.ts';

watchAnchors();
watchSelection();
for (const box of document.querySelectorAll<HTMLDetailsElement>('details[data-cite]')) watchBox(box);
