/** The text of a received file, and what of the file an editor has to know. */

/** Words of a file that are not simply part of its text. */
export interface Note {
  /**
   * pale words are kept, though they may not be seen; hidden and ruby words are left out, and so are those that a tracked change deleted, and comments; struck ones are kept,
   * but stop the import unless they are accepted; inserted are those that a tracked change added; those of footnotes stand at
   * the end; unknown is what could not be read.
   */
  kind: 'hidden' | 'pale' | 'ruby' | 'struck' | 'inserted' | 'deleted' | 'comment' | 'footnote' | 'unknown';
  words: string;
}

export interface ExtractedText {
  text: string;
  notes: Note[];
}
