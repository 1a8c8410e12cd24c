// Starts the real program on a free port and hands back how to talk to it, read its log and end it. For every test of the whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const BINARY = process.env.SJSZ_BINARY ?? fileURLToPath(new URL('../../build/sjsz', import.meta.url));

const folders = new Set();
const running = new Set();

// A test that fails or dies leaves neither processes nor folders behind, nor waits for a server that nobody stops.
after(cleanUp);
process.on('exit', cleanUp);

function cleanUp() {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

// An empty folder that is gone when the tests end.
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'sjsz-test-'));
  folders.add(folder);
  return folder;
}

// Runs `sjsz serve ARGS` and resolves when it listens: on a free port and, unless args say --data, in a new folder.
// binary: path, or an array of words that go before "serve". Rejects with what it said if it ends instead.
export async function start(args = [], { binary = BINARY, env = {}, cwd } = {}) {
  const data = has(args, '--data') || cwd ? undefined : join(temporaryFolder(), 'data');
  const words = [...[binary].flat(), 'serve', ...args];
  if (!has(args, '--listen')) words.push('--listen', '127.0.0.1:0');
  if (data) words.push('--data', data);
  const child = spawn(words[0], words.slice(1), { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return code ?? signal;
  });
  let stderr = '';
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
      const found = listeningAddress(stderr);
      if (found) resolve(found), clearTimeout(timer);
    });
    child.on('error', reject);
    ended.then((how) => {
      clearTimeout(timer);
      reject(new Error(`${words.join(' ')} ended with ${how}: ${stderr}`));
    });
  });
  const end = (signal) => {
    child.kill(signal);
    return ended;
  };
  return {
    url: `http://${address}`,
    port: Number(address.slice(address.lastIndexOf(':') + 1)),
    pid: child.pid,
    process: child,
    data,
    stderr: () => stderr,
    stop: () => end('SIGTERM'), // → exit code
    kill: () => end('SIGKILL'),
  };
}

// Runs a command of the program to its end → {code, stdout, stderr}.
export async function run(args, { binary = BINARY, env = {}, cwd, input = '' } = {}) {
  const words = [...[binary].flat(), ...args];
  const child = spawn(words[0], words.slice(1), { cwd, env: { ...process.env, ...env } });
  running.add(child);
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (out[name] += text));
  child.stdin.on('error', () => {}).end(input);
  const [code, signal] = await once(child, 'close');
  running.delete(child);
  return { code: code ?? signal, ...out };
}

function has(args, flag) {
  return args.some((arg) => arg === flag || arg.startsWith(`${flag}=`));
}

// From the log line {"event":"listening","address":"127.0.0.1:40321"}.
function listeningAddress(log) {
  const line = log.split('\n').slice(0, -1).find((text) => text.includes('"event":"listening"'));
  return line && JSON.parse(line).address;
}
