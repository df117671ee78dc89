/** The text of a received file, and what of the file an editor has to know. */

/** Words of a file that are not simply part of its text. */
export interface Note {
  /**
   * hidden and ruby words are left out; struck ones are kept, but stop the import unless they are accepted; those of
   * footnotes stand at the end; unknown is what could not be read.
   */
  kind: 'hidden' | 'ruby' | 'struck' | 'footnote' | 'unknown';
  words: string;
}

export interface ExtractedText {
  text: string;
  notes: Note[];
}
