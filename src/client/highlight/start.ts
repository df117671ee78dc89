/** On every page with search text: highlights the query where a search result led to the page. */
// Bundled by itself, as src/client/jump/start.ts explains.
import script from './mark.ts?worker&url';
import { foundQuery } from './query.ts';

if (foundQuery() !== undefined && 'highlights' in CSS) void import(/* @vite-ignore */ script);
