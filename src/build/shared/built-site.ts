/** The site that is being built. */
export interface BuiltSite {
  /** Folder of its files; ends with a separator. */
  root: string;
  /** Path that it will be served under: / or /zwgk/fazhi/. */
  base: string;
  /** Prints a line among Astro's own. */
  log: (line: string) => void;
}
