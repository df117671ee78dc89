/** A site whose pages have just been built. */
export interface BuiltSite {
  /** Where it stands; ends with a separator. */
  root: string;
  /** The path it will stand under: / or /zwgk/fazhi/. */
  base: string;
  /** Tells whoever watches the build. */
  say: (line: string) => void;
}

/** A file of the search; `path` is relative to dist/. */
export interface SearchFile {
  path: string;
  content: Uint8Array;
}
