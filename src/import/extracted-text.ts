/** The text of a received file, and what of the file an editor has to know. */

type Kind =
  | ('hidden' | 'ruby' | 'deleted' | 'comment' | 'header' | 'contents' | 'empty')
  | ('struck' | 'faint' | 'pale' | 'drawn')
  | ('raised' | 'inserted' | 'joined' | 'footnote' | 'unknown');

/** Words of a file that are not simply part of its text. */
export interface Note {
  /**
   * hidden and ruby words are left out, and so are those that a tracked change deleted, comments, headers and footers (header),
   * tables of contents, and what stands in a field that nobody has filled in (empty); struck and faint ones are kept, but stop
   * the import unless they are accepted, and so do those that a style sheet draws (drawn), which are not in the text; pale words
   * are kept, though they may not be seen; raised are superscripts; inserted are those that a tracked change added, joined is a
   * paragraph whose end one deleted; those of footnotes stand at the end; unknown is what could not be read.
   */
  kind: Kind;
  words: string;
}

export interface ExtractedText {
  text: string;
  notes: Note[];
}
