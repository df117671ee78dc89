/** Entry point of pages of charts: what a reader chooses there, and code for embedding. */
import { prepareEmbed } from './embed.ts';
import { filterTimeline } from './filter.ts';
import { sortMatrix } from './sort.ts';

for (const field of document.querySelectorAll<HTMLTextAreaElement>('[data-embed]')) prepareEmbed(field);
filterTimeline();
sortMatrix();
