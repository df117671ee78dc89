const WRITTEN = /((?:19|20)\d\d) ?[-./] ?(\d{1,2})(?: ?[-./] ?(\d{1,2})(?!\d))?(?!\d)/gu;

/** Writes the dates of a text in words, so that they outlive the loss of punctuation: 2017-12-31 → 2017年12月31日. */
export const datesInWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(WRITTEN, (_, year: string, month: string, day?: string) =>
      [`${year}年${month}月`, ...(day === undefined ? [] : [`${day}日`])].join(''),
    );
