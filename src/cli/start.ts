/** `npm start`: builds the site and serves it on this machine until Ctrl-C. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { errorCode, serve, type Served } from './serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = Number(process.env.PORT ?? 4321);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
  stop(`PORT is “${process.env.PORT ?? ''}”, which is no port: set a number from 1 to 65535.`);
}

// A process of its own: the same output as `npm run build`, and its memory is free again afterwards.
const built = spawnSync(process.execPath, ['src/cli/astro.mjs', 'build'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) stop('The site was not built, so there is nothing to serve: see the findings above.');

const { url, close } = await serveOnFreePort(wanted);
console.log(`\nThe site is on ${url}  (Ctrl-C stops it)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().then(() => process.exit(0)));
}

async function serveOnFreePort(port: number): Promise<Served> {
  try {
    return await serve({ dir: `${root}/dist`, base: process.env.BASE_PATH ?? '/', port });
  } catch (error) {
    if (errorCode(error) === 'EACCES') stop(`Port ${port} is not open to you: set PORT to 1024 or higher.`);
    if (errorCode(error) !== 'EADDRINUSE' || port === 65535) throw error;
    console.log(`Port ${port} is busy, trying ${port + 1}.`);
    return serveOnFreePort(port + 1);
  }
}

function stop(message: string): never {
  console.error(`\n${message}`);
  process.exit(1);
}
