/** What stands in the pictures of shared links. No file of the site: a build draws the pictures (src/build/pictures/). */
import type { APIRoute } from 'astro';
import { shareCards } from '../metadata/share-cards.ts';
import { plan } from '../site.ts';

export const GET: APIRoute = ({ site }) => new Response(JSON.stringify(shareCards(plan, site !== undefined)));
