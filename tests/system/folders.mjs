// Data folders in every state that the commands for them must cope with.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINARY, run, temporaryFolder } from './start.mjs';

export const SEED = fileURLToPath(new URL('../../seed/plan-2020.json', import.meta.url));
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
export const newFolder = () => join(temporaryFolder(), 'data');

// What it says to a person: its log lines are JSON.
export const said = (stderr) => stderr.split('\n').filter((line) => line && !line.startsWith('{'));

export async function succeeds(args, options) {
  const result = await run(args, options);
  assert.equal(result.code, 0, `${args.join(' ')}: ${result.stderr}`);
  assert.equal(result.stderr, '');
  return result.stdout;
}

// Exit code 1 and one clear line. → that line
export async function fails(args, options) {
  const result = await run(args, options);
  assert.equal(result.code, 1, `${args.join(' ')}: ${result.code} ${result.stdout} ${result.stderr}`);
  assert.equal(said(result.stderr).length, 1, result.stderr);
  assert.match(result.stderr, /^sjsz: .*\p{Script=Han}/u);
  return result.stderr;
}

// The same, when no file may grow beyond so many KiB, as on a full disk.
export const onFullDisk = (kibibytes) => ({ binary: ['bash', '-c', `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$@"`, 'bash', BINARY] });

// Runs a command and kills it after so many milliseconds; → whether it was still running then.
export async function killed(args, milliseconds) {
  const child = spawn(BINARY, args, { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const [, signal] = await once(child, 'close');
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

// A folder with the plan of the seed, or of another file.
export async function planFolder(file = SEED) {
  const data = newFolder();
  await succeeds(['import', '--data', data, file]);
  return data;
}

export async function exported(data) {
  const file = join(temporaryFolder(), 'plan.json');
  await succeeds(['export', '--data', data, file]);
  return readFileSync(file, 'utf8');
}

// The seed's plan under other years and with other words: → name of its file
export function planFile(years, { words = '', file = join(temporaryFolder(), 'plan.json') } = {}) {
  const seed = JSON.parse(readFileSync(SEED, 'utf8'));
  const [plan] = seed.plans;
  const of = (year) => {
    const copy = JSON.parse(JSON.stringify(plan).replace(/"2020-(\d\d-\d\d)"/g, `"${year}-$1"`));
    copy.year = year;
    copy.title += words;
    for (const task of copy.annex.tasks) task.label += words;
    return copy;
  };
  writeFileSync(file, JSON.stringify({ ...seed, current_year: years[0], plans: years.map(of) }));
  return file;
}

// Everything in a folder, for comparing before and after: {name: hash}
export function contents(folder) {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}
