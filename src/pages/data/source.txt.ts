/** The seed, byte for byte. */
import type { APIRoute } from 'astro';
import { bytesOf } from '../../data/files.ts';

export const GET: APIRoute = () => new Response(bytesOf('/data/source.txt'));
