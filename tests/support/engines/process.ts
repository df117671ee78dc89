/** The browsers, and what they need beside them, as processes. */
import { spawn } from 'node:child_process';

/** Starts a program and waits until it says something, if there is something to wait for; gives what the pattern has in brackets. */
export async function start(command: string, args: string[], said?: RegExp, env = process.env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  let output = '';
  const found = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer) => {
      output += part.toString();
      const [, group] = said?.exec(output) ?? [];
      if (group !== undefined) resolve(group);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    if (!said)
      child.once('spawn', () => {
        resolve('');
      });
    void ended.then(() => {
      reject(new Error(`${command} ended: ${output}`));
    });
  });
  return {
    found,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}
