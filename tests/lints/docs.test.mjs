// Documents say all that there is, and nothing that there is not: routes, queries, flags, variables, settings; and their links lead somewhere.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { code } from './cpp.mjs';
import { files, read, ROOT } from './files.mjs';

const unique = (list) => [...new Set(list)].sort();
const all = (text, pattern) => unique([...text.matchAll(pattern)].map((match) => match[1]));

// ["GET /tasks/{seq} q unit", …] of a routes.cpp, each with its queries.
function routes(source) {
  return unique([...code(source, { strings: true }).matchAll(/\{(GET|POST|PUT),\s+"([^"]+)",\s+\{([^}]*)\}/g)]
    .map(([, method, path, queries]) => [`${method} ${path.replace(/:\w+\}/g, '}')}`, ...all(queries, /"(\w+)"/g)].join(' ')));
}

// The same of a page: rows of tables that begin with a route; the queries are the words in code of the third column.
function describedRoutes(page) {
  return unique([...page.matchAll(/^\| `((?:GET|POST|PUT) [^`]+)` \|([^\n]*)\|$/gm)]
    .map(([, route, rest]) => [route, ...all(rest.split('|')[1] ?? '', /`(\w+)`/g)].join(' ')));
}

const flags = (source) => all(code(source, { strings: true }), /"--([a-z-]+)[",]/g).map((name) => `--${name}`);
const describedFlags = (page) => all(page, /^\| `(--[a-z-]+)` \|[^|\n]*\|[^|\n]*\|$/gm);
const commands = (source) => all(code(source, { strings: true }), /\b(?:command|group)\("([a-z]+)"/g);
const variables = (source) => all(code(source, { strings: true }), /"(SJSZ_[A-Z_]+)"/g);
// The first of each row of setting_kinds().
const settings = (source) => all(code(source, { strings: true }), /\{\s*"([a-z_]+)",\s*"/g);
const rows = (page, heading) => all(page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '', /^\| `([^`]+)` \|/gm);

function deadLinks(page, path) {
  return [...page.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target)
    .filter((target) => !/^https?:/.test(target) && !existsSync(join(ROOT, dirname(path), target)));
}

const REFERENCE = read('docs/reference.md');
const SOURCE = files(/^src\/.*\.cpp$/).map(read).join('\n');

test('every route and its queries stand in the reference, and no other', () => {
  assert.deepEqual(describedRoutes(REFERENCE), routes(read('src/routes.cpp')));
});

test('every flag stands in the reference, and no other', () => assert.deepEqual(describedFlags(REFERENCE), unique([...flags(SOURCE), '--help', '--version'])));

test('every command stands in the reference, and no other', () => {
  assert.deepEqual(all(REFERENCE, /^\| `([a-z]+)` \|[^|\n]*\|$/gm), commands(SOURCE));
});

test('every environment variable stands in the reference, with its place in the configuration file', () => {
  const table = all(REFERENCE, /^\| `--[a-z-]+` \| `(SJSZ_[A-Z_]+)` \| `[a-z-]+` \|$/gm);
  assert.deepEqual(table, variables(SOURCE));
});

test('every setting stands in the reference, and no other', () => assert.deepEqual(rows(REFERENCE, 'Settings'), settings(read('src/domain/settings.cpp'))));

test('every migration of the database is numbered without a gap', () => {
  const numbers = files(/^src\/storage\/migrations\/.*\.sql$/).map((path) => path.match(/\/(\d{4})_[a-z0-9_]+\.sql$/)?.[1]);
  assert.deepEqual(numbers, numbers.map((_, i) => String(i + 1).padStart(4, '0')));
});

const testNames = (source) => all(source, /\bTEST(?:_F)?\((\w+, \w+)\)/g).map((name) => name.replace(', ', '.'));
const namedTests = (page) => all(page, /`([A-Z]\w+\.[A-Z]\w+)`/g);

test('every test that the rules name is there', () => {
  const known = new Set(testNames(files(/^tests\/.*_test\.cpp$/).map(read).join('\n')));
  const named = namedTests(read('docs/rules.md'));
  assert.ok(named.length > 30);
  assert.deepEqual(named.filter((name) => !known.has(name)), []);
});

test('the links of the documents lead to files that there are', () => {
  const dead = files(/\.md$/).flatMap((path) => deadLinks(read(path), path).map((target) => `${path}: ${target}`));
  assert.deepEqual(dead, []);
});

test('the README leads with the two commands and a picture', () => {
  const top = read('README.md').slice(0, 3000);
  for (const words of ['./scripts/run', './scripts/test']) assert.ok(top.includes(words), words);
  assert.match(top, /!\[[^\]]+\]\([^)]+\.(png|svg|webp)\)/);
});

test('the checks of documents see what is missing and what is gone', () => {
  const source = '{GET, "/tasks/{seq:number}", {"year", "q"}, anyone, show}, // {GET, "/old", {}, anyone, show}\n {POST, "/login", {}, anyone, sign_in}';
  assert.deepEqual(routes(source), ['GET /tasks/{seq} q year', 'POST /login']);
  assert.deepEqual(describedRoutes('| `GET /tasks/{seq}` | shows `task` | `year` `q` |\n| `GET /healthz` | ok |\n'), ['GET /healthz', 'GET /tasks/{seq} q year']);
  assert.deepEqual(flags('value(sub, "--data", ""); flag("--help,-h"); // "--gone"'), ['--data', '--help']);
  assert.deepEqual(describedFlags('| `--data` | every | the folder |\n| `--data` | `SJSZ_DATA` | `data` |\n text `--other`'), ['--data']);
  assert.deepEqual(testNames('TEST(ATask, IsOff) {}\nTEST(\n'), ['ATask.IsOff']);
  assert.deepEqual(namedTests('| rule | `ATask.IsOff`, `judge_task` `domain/task.h` |'), ['ATask.IsOff']);
  assert.deepEqual(commands('d.command("serve", "…"); d.group("user", "…"); d.command("user list", "…"); options.command == "check"'), ['serve', 'user']);
  assert.deepEqual(variables('getenv("SJSZ_DATA"); SJSZ_VERSION'), ['SJSZ_DATA']);
  assert.deepEqual(settings('{"contact", "联系方式", ""},\n {"first_period",\n "首个调度期"}; // {"gone", "没有了"}\n unexpected<std::string>("请填。")'), ['contact', 'first_period']);
  assert.deepEqual(rows('\n## Settings\n| `contact` | a |\n## Other\n| `no` | b |', 'Settings'), ['contact']);
  assert.deepEqual(deadLinks('[a](gone.md) [b](architecture.md#top) [c](https://example.org/)', 'docs/reference.md'), ['gone.md']);
});
