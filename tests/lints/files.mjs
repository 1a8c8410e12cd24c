// The files of the project as the lints read them: those that git knows or would take, by path from the root.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

const known = execFileSync('git', ['-C', ROOT, '-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  .split('\0').filter((path) => path && existsSync(join(ROOT, path))).sort();

// files(/^src\/.*\.h$/) → ['src/base/date.h', …]
export function files(pattern) {
  return known.filter((path) => pattern.test(path));
}

export function read(path) {
  return readFileSync(join(ROOT, path), 'utf8');
}

// Runs check(text, path) → [{line, what}] over files and says each fault as path:line: what.
export function faultsIn(paths, check) {
  return paths.flatMap((path) => check(read(path), path).map(({ line, what }) => `${path}:${line}: ${what}`));
}

export function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}

// Every match of rules [pattern, what] in a text.
export function matches(text, rules) {
  return rules.flatMap(([pattern, what]) =>
    [...text.matchAll(new RegExp(pattern, [...new Set(`${pattern.flags}g`)].join('')))].map(({ index }) => ({ line: lineAt(text, index), what })));
}
