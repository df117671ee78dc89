import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** The HTML checker of every page: html-validate's recommended rules, each departure with its reason. */
export const htmlValidate = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Stricter than recommended.
      'heading-level': 'error',
      'input-missing-label': 'error',
      'no-missing-references': 'error',
      // Astro's own way of writing, which is valid HTML and not ours to choose.
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-raw-characters': ['error', { relaxed: true }],
      // Ids may be Chinese: HTML forbids only blanks in them.
      'valid-id': ['error', { relaxed: true }],
      // Titles are the plan's own words; their length is not ours to choose.
      'long-title': 'off',
      // Browsers take lists without bullets, and tables shown as blocks on narrow screens, for neither of the two
      // unless they say so.
      'no-redundant-role': [
        'error',
        { exclude: ['list', 'table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'] },
      ],
      // role="status" is part of the search page's contract; a box that scrolls is a region, not a section.
      'prefer-native-element': ['error', { exclude: ['status', 'region'] }],
    },
  }),
);
