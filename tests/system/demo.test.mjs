// The demonstration year on the real program: made once, marked for good, known passwords that never leave the machine.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { run, start, temporaryFolder } from './start.mjs';

const text = async (server, path) => (await fetch(server.url + path)).text();
const said = (stderr) => stderr.split('\n').filter((line) => line && !line.startsWith('{'));

async function signIn(server, username, password = 'demo-sijian-2020') {
  const answer = await fetch(`${server.url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: server.url },
    body: new URLSearchParams({ username, password }),
  });
  return answer.status;
}

test('--demo fills an empty folder, and everybody may sign in with the one password', async () => {
  const server = await start(['--demo']);
  assert.match(await text(server, '/tasks'), /演示数据<\/b>[^]*业务日期 2020-09-03/);
  for (const name of ['admin', 'office', 'leader', 'auditor', 'zhengfuban', 'fagai', 'shizheng']) {
    assert.equal(await signIn(server, name), 303, name);
  }
  assert.equal(await signIn(server, 'fagai', 'demo-sijian-2021'), 422);
  assert.ok(!server.stderr().includes('/setup?token='), 'there are accounts already');
  assert.equal(await server.stop(), 0);
  assert.equal((await run(['check', '--data', server.data])).code, 0);
});

test('a demonstration stays one, with the flag or without; --today moves its date', async () => {
  const data = join(temporaryFolder(), 'data');
  assert.equal(await (await start(['--demo', '--data', data])).stop(), 0);
  const again = await start(['--demo', '--data', data]);
  assert.match(await text(again, '/'), /业务日期 2020-09-03/);
  assert.equal(await again.stop(), 0);
  const later = await start(['--data', data, '--today', '2020-10-12']);
  assert.match(await text(later, '/'), /演示数据<\/b>[^]*业务日期 2020-10-12/);
  assert.equal(await later.stop(), 0);
});

test('--demo refuses a folder that is none, in one line, and leaves it as it was', async () => {
  const server = await start();
  assert.equal(await server.stop(), 0);
  const refused = await run(['serve', '--demo', '--data', server.data, '--listen', '127.0.0.1:0']);
  assert.equal(refused.code, 1);
  assert.equal(said(refused.stderr).length, 1, refused.stderr);
  assert.ok(refused.stderr.includes(server.data));
  const after = await start(['--data', server.data]);
  assert.ok(!(await text(after, '/')).includes('演示数据'));
  assert.equal(await after.stop(), 0);
});

test('a demonstration listens on loopback alone', async () => {
  const data = join(temporaryFolder(), 'data');
  const refused = await run(['serve', '--demo', '--data', data, '--listen', '0.0.0.0:0']);
  assert.equal(refused.code, 1);
  assert.equal(said(refused.stderr).length, 1, refused.stderr);
  assert.ok(!existsSync(data));
  assert.equal(await (await start(['--demo', '--data', data])).stop(), 0);
  assert.equal((await run(['serve', '--data', data, '--listen', '0.0.0.0:0'])).code, 1);
});
