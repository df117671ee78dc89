/** The built site that tests look at: dist/, or what their project names (vitest.config.ts). */
import { fileURLToPath } from 'node:url';

export const dist = process.env.SITE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** The base path it was built for, with a slash at both ends. */
export const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
