/** A real nginx, set up as deploy/nginx says, where one is installed. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const conf = fileURLToPath(new URL('../../deploy/nginx', import.meta.url));

export interface Nginx {
  /** Where the site's home page is. */
  url: string;
  /** The folder that deploy/publish.sh writes to. */
  dir: string;
  /** What nginx complained of so far. */
  complaints: () => string;
  close: () => Promise<void>;
}

const version = spawnSync('nginx', ['-V'], { encoding: 'utf8' });
const modules =
  /--modules-path=(\S+)/.exec(version.status === 0 ? version.stderr : '')?.[1] ?? '/usr/lib/nginx/modules';
const brotliModule = join(modules, 'ngx_http_brotli_static_module.so');

/** Whether nginx is installed; says so where it is not, since its tests are left out then. */
export const hasNginx = version.status === 0;
if (!hasNginx) console.log('nginx is not installed: the tests that need it are SKIPPED.');
/** Whether it can send .br files. */
export const hasBrotli = hasNginx && existsSync(brotliModule);

/**
 * Serves a site with nginx below a base path; `dir` may be left out where the site is published later. With `brotli`
 * it is set up as deploy/nginx/site.conf says for those who have the module.
 */
export async function startNginx({
  dir,
  base = '/',
  brotli = hasBrotli,
}: {
  dir?: string;
  base?: string;
  brotli?: boolean;
}): Promise<Nginx> {
  const prefix = mkdtempSync(join(tmpdir(), 'nginx-'));
  const own = join(prefix, 'site');
  mkdirSync(own);
  if (dir !== undefined) symlinkSync(resolve(dir), join(own, 'current'));
  const port = await freePort();
  writeFileSync(join(prefix, 'site.conf'), siteConf(brotli));
  writeFileSync(
    join(prefix, 'nginx.conf'),
    `${frame(prefix)}\nhttp {\n${http(prefix, own, base, port)}\n}\n`,
  );
  const nginx = spawn('nginx', ['-p', prefix, '-c', join(prefix, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  nginx.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise<void>((done) =>
    nginx.once('close', () => {
      done();
    }),
  );
  const url = `http://localhost:${port}${base}`;
  for (let attempt = 0; !(await answers(url)); attempt++) {
    if (nginx.exitCode !== null || attempt > 100) throw new Error(`nginx did not start:\n${said}`);
    await new Promise((later) => setTimeout(later, 30));
  }
  return {
    url,
    dir: own,
    complaints: () => said,
    close: async () => {
      nginx.kill('SIGQUIT');
      await ended;
      rmSync(prefix, { recursive: true });
    },
  };
}

/** What the machine's own nginx.conf has around a site. */
const frame = (prefix: string) => `
${hasBrotli ? `load_module ${brotliModule};` : ''}
daemon off;
master_process off;
pid ${prefix}/pid;
error_log stderr warn;
events {}`;

const http = (prefix: string, dir: string, base: string, port: number) => `
access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${prefix}/${kind};`).join('\n')}
${readFileSync(join(conf, 'map.conf'), 'utf8')}
${readFileSync(join(conf, base === '/' ? 'server-root.conf' : 'server-path.conf'), 'utf8')
  .replace('listen 80;', `listen 127.0.0.1:${port}; ${hasIpv6 ? `listen [::1]:${port};` : ''}`)
  .replaceAll('/etc/nginx/fazhi/site.conf', join(prefix, 'site.conf'))
  .replaceAll('/srv/fazhi/', `${dir}/`)
  .replaceAll('/zwgk/fazhi', base.replace(/\/$/, ''))}`;

const siteConf = (brotli: boolean) => {
  const text = readFileSync(join(conf, 'site.conf'), 'utf8');
  return brotli
    ? text
        .replace('#brotli_static on;', 'brotli_static on;')
        .replace(/^disable_symlinks .*$/m, 'disable_symlinks if_not_owner;')
    : text;
};

const hasIpv6 = (await listen('::1')) !== undefined;

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const port = await listen('127.0.0.1');
  if (port === undefined) throw new Error('There is no free port.');
  return port;
}

/** A port on which one can listen at this moment; undefined where the address itself is not there. */
function listen(host: string): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => {
      done(undefined);
    });
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        done(port);
      });
    });
  });
}

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );
