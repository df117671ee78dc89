/** Entry point of the single-file edition: a search of the file, and 核对引文. */
import './single-file-search.ts';
import './single-file-verify.ts';
