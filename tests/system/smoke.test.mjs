// The released binary as people start it: from any folder, twice by mistake, and where there is nothing but itself.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { BINARY, run, start, temporaryFolder } from './start.mjs';

const get = async (server, path) => {
  const answer = await fetch(server.url + path);
  return { status: answer.status, text: await answer.text() };
};
const taskRows = (html) => new Set([...html.matchAll(/href="\/tasks\/(\d+)/g)].map((match) => match[1])).size;
// What it says to a person: its log lines are JSON.
const said = (stderr) => stderr.split('\n').filter((line) => line && !line.startsWith('{'));

test('starts from an empty folder, with its data beside it, and shows the 16 tasks of the plan', async () => {
  const cwd = temporaryFolder();
  const server = await start([], { cwd });
  assert.deepEqual(readdirSync(cwd), ['data']);
  assert.equal(statSync(join(cwd, 'data')).mode & 0o777, 0o700);
  const health = await get(server, '/healthz');
  assert.equal(health.status, 200);
  assert.equal(health.text.trim(), 'ok');
  const tasks = await get(server, '/tasks');
  assert.equal(tasks.status, 200);
  assert.equal(taskRows(tasks.text), 16);
  assert.equal(await server.stop(), 0);
});

test('stops on SIGTERM and on SIGINT with exit code 0, and starts again with the same data', async () => {
  const data = join(temporaryFolder(), 'data');
  const first = await start(['--data', data]);
  assert.equal(await first.stop(), 0);
  const second = await start(['--data', data]);
  assert.equal(taskRows((await get(second, '/tasks')).text), 16);
  second.process.kill('SIGINT');
  assert.equal(await second.stop(), 0);
});

test('refuses a port that another server has, in one line', async () => {
  const server = await start();
  const second = await run(['serve', '--data', join(temporaryFolder(), 'data'), '--listen', `127.0.0.1:${server.port}`]);
  assert.equal(second.code, 1);
  assert.equal(said(second.stderr).length, 1, second.stderr);
  assert.ok(second.stderr.includes(String(server.port)));
  assert.equal((await get(server, '/healthz')).status, 200);
  assert.equal(await server.stop(), 0);
});

test('refuses a data folder that another server has, in one line', async () => {
  const server = await start();
  const second = await run(['serve', '--data', server.data, '--listen', '127.0.0.1:0']);
  assert.equal(second.code, 1);
  assert.equal(said(second.stderr).length, 1, second.stderr);
  assert.ok(second.stderr.includes(server.data));
  assert.equal((await get(server, '/healthz')).status, 200);
  assert.equal(await server.stop(), 0);
});

test('the environment stands in for flags, and a flag beats it', async () => {
  const folder = temporaryFolder();
  const server = await start(['--data', join(folder, 'flag')], { env: { SJSZ_DATA: join(folder, 'environment') } });
  assert.deepEqual(readdirSync(folder), ['flag']);
  assert.equal(await server.stop(), 0);
});

test('--version names version, commit and build type', async () => {
  const { code, stdout, stderr } = await run(['--version']);
  assert.equal(code, 0);
  assert.match(stdout, /^sjsz \d+\.\d+\.\d+ \(([0-9a-f]{12}|unknown), (release|debug)\)\n$/);
  assert.equal(stderr, '');
});

test('--help names every command', async () => {
  const { code, stdout } = await run(['--help']);
  assert.equal(code, 0);
  for (const command of ['serve', 'backup', 'restore', 'check', 'import', 'export']) assert.ok(stdout.includes(command), command);
});

for (const [what, args] of [
  ['an unknown flag', ['serve', '--no-such-flag']],
  ['an unknown command', ['dance']],
  ['no command', []],
  ['a date that is none', ['serve', '--today', '2020-02-30']],
  ['a log level that is none', ['serve', '--log-level', 'loud']],
]) {
  test(`${what} is wrong usage: exit code 2, one line, no data folder`, async () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = await run(args, { cwd });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.equal(said(stderr).length, 1, stderr);
    assert.ok(!existsSync(join(cwd, 'data')));
  });
}

test('serves in an empty chroot that holds nothing but the program', async () => {
  const root = temporaryFolder();
  copyFileSync(BINARY, join(root, 'sjsz'));
  mkdirSync(join(root, 'data'), { mode: 0o700 });
  const enter = process.getuid() === 0 ? ['chroot'] : ['unshare', '--map-root-user', 'chroot'];
  const server = await start(['--data', '/data'], { binary: [...enter, root, '/sjsz'] });
  assert.equal(taskRows((await get(server, '/tasks')).text), 16);
  assert.equal(await server.stop(), 0);
  assert.deepEqual(readdirSync(root).sort(), ['data', 'sjsz']);
});
