/** On a page that a search result led to: the words that were searched for are marked. */
// Bundled by itself, as src/client/jump/start.ts does and says why.
import script from './mark.ts?worker&url';
import { foundQuery } from './query.ts';

if (foundQuery() !== undefined && 'highlights' in CSS) void import(/* @vite-ignore */ script);
