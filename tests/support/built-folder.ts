/** The built site that tests look at: dist/, or what their project names (vitest.config.ts). */
import { join } from 'node:path';
import { checkout } from './build/build-site.ts';

/** The folder, without a slash at its end. */
export const dist = process.env.SITE_DIST ?? join(checkout, 'dist');

/** The base path it was built for, with a slash at both ends. */
export const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
