/** Entry point of 核对引文 on the site. */
import { path } from '../../urls.ts';
import { startForm } from './form.ts';
import { openTexts } from './texts.ts';

startForm({
  textsFor: openTexts({ texts: path('/search/texts.json'), pagefind: path('/pagefind/pagefind.js') }),
  addressOf: ({ url, first }) =>
    path(url.replace(/#.*$/, '')) + (first === undefined ? url.replace(/^[^#]*/, '') : `#${first}`),
});
