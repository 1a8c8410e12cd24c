// Accounts of the real program: from an empty folder to people who sign in, by the page and by the command line beside it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fails, succeeds } from './folders.mjs';
import { run, start } from './start.mjs';

const PASSWORD = '泉城的秋天很好看呀一二三';

// A browser that keeps its cookie, follows nothing and comes from the portal's own page.
function browser(url) {
  let cookie = '';
  const ask = async (method, path, form) => {
    const answer = await fetch(url + path, {
      method, redirect: 'manual', body: form && new URLSearchParams(form),
      headers: { Origin: url, ...(cookie && { Cookie: cookie }) },
    });
    const set = answer.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0];
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  };
  return { get: (path) => ask('GET', path), post: (path, form = {}) => ask('POST', path, form), cookie: () => cookie };
}

const signIn = (who, username, password = PASSWORD) => who.post('/login', { username, password });
const setupToken = (server) => server.stderr().match(/http:\/\/127\.0\.0\.1:\d+\/setup\?token=([\w-]{43})\n/)?.[1];

async function addUser(data, name, ...flags) {
  const { code, stderr } = await run(['user', 'add', name, ...flags, '--password-stdin', '--data', data], { input: PASSWORD + '\n' });
  assert.equal(code, 0, stderr);
}

test('an empty folder makes its first admin by the link that is printed once, and then no more', async () => {
  const server = await start();
  const admin = browser(server.url);
  const token = setupToken(server);
  assert.ok(token, server.stderr());
  assert.equal((await admin.get(`/setup?token=${token}`)).status, 200);
  const made = await admin.post('/setup', { token, name: 'admin', display: '李明', password: PASSWORD, again: PASSWORD });
  assert.equal(made.location, '/admin/users');
  assert.equal((await admin.get('/admin/users')).status, 200);
  assert.equal((await admin.get(`/setup?token=${token}`)).status, 404);
  assert.equal(await server.stop(), 0);
  const again = await start(['--data', server.data]);
  assert.equal(setupToken(again), undefined);
  await again.stop();
});

test('people are added beside the running server, set their password by a link, and sign in', async () => {
  const server = await start();
  const printed = await succeeds(['user', 'add', 'fagai', '--role', 'reporter', '--unit', 'fagai', '--display', '王欣', '--data', server.data]);
  const path = printed.match(/^http:\/\/[^/]+(\/reset\?token=[\w-]{43})\n$/)[1];
  const wang = browser(server.url);
  assert.match((await wang.get(path)).text, /王欣/);
  assert.equal((await wang.post('/reset', { token: path.split('=')[1], password: PASSWORD, again: PASSWORD })).status, 303);
  assert.match((await wang.get('/account')).text, /区发改局/);
  assert.equal((await signIn(browser(server.url), 'fagai')).status, 303);
  assert.match(await succeeds(['user', 'list', '--data', server.data]), /^fagai\treporter\tfagai\t正常\t王欣$/m);

  await addUser(server.data, 'admin', '--role', 'admin');
  await succeeds(['user', 'disable', 'fagai', '--data', server.data]);
  assert.equal((await wang.get('/account')).status, 303, 'at once');
  assert.equal((await signIn(browser(server.url), 'fagai')).status, 422);
  assert.match(await fails(['user', 'disable', 'admin', '--data', server.data]), /最后一个启用的系统管理员/);
  await server.stop();
  await succeeds(['check', '--data', server.data]);
});

test('what cannot be an account or a password is refused in one line', async () => {
  const server = await start();
  const data = ['--data', server.data];
  assert.match(await fails(['user', 'add', 'Wang', '--role', 'leader', ...data]), /账号用 2 至 32 个小写字母/);
  assert.match(await fails(['user', 'add', 'wang', '--role', 'reporter', ...data]), /要选所属单位/);
  assert.match(await fails(['user', 'add', 'wang', '--role', 'reporter', '--unit', 'nowhere', ...data]), /没有代码为“nowhere”的单位/);
  assert.match(await fails(['user', 'passwd', 'nobody', ...data]), /没有账号“nobody”/);
  assert.match(await fails(['token', 'create', 'nobody', ...data]), /没有账号“nobody”/);
  assert.match(await fails(['token', 'revoke', 'ffff', ...data]), /没有编号为“ffff”的令牌/);
  const weak = await run(['user', 'add', 'wang', '--role', 'leader', '--password-stdin', ...data], { input: 'password1234\n' });
  assert.equal(weak.code, 1);
  assert.match(weak.stderr, /太容易被猜到/);
  assert.equal((await run(['user', 'add', 'wang', '--role', 'boss', ...data])).code, 2);
  assert.equal((await run(['token', 'create', 'wang', '--days', '366', ...data])).code, 2);
  assert.equal(await succeeds(['user', 'list', ...data]), '');
  await server.stop();
});

test('a token is printed once, works until it is revoked, and changes nothing where it may only read', async () => {
  const server = await start();
  const data = ['--data', server.data];
  await addUser(server.data, 'office', '--role', 'office', '--unit', 'shengtai');
  const token = (await succeeds(['token', 'create', 'office', '--days', '3', '--scope', 'read', ...data])).trim();
  assert.match(token, /^sjsz_[0-9a-f]{8}_[\w-]{43}$/);
  const status = async (path, init = {}) => (await fetch(server.url + path, { ...init, redirect: 'manual', headers: { Authorization: `Bearer ${token}` } })).status;
  assert.equal(await status('/api/v1/tasks'), 200);
  assert.equal(await status('/logout', { method: 'POST' }), 403);
  assert.ok(!(await succeeds(['token', 'list', ...data])).includes(token));
  await succeeds(['token', 'revoke', token.split('_')[1], ...data]);
  assert.equal(await status('/api/v1/tasks'), 401);
  await server.stop();
});

test('fifty who sign in at once are let in or told to come again, and nobody else waits for them', async () => {
  const server = await start();
  await addUser(server.data, 'fagai', '--role', 'reporter', '--unit', 'fagai');
  const reader = browser(server.url);
  assert.equal((await signIn(reader, 'fagai')).status, 303);
  let done = false;
  const burst = Promise.all(Array.from({ length: 50 }, () => signIn(browser(server.url), 'fagai'))).finally(() => (done = true));
  let answered = 0;
  while (!done) {
    assert.equal((await reader.get('/plan')).status, 200);
    answered += 1;
  }
  const statuses = (await burst).map(({ status }) => status);
  assert.deepEqual([...new Set(statuses)].filter((status) => status !== 303 && status !== 503), []);
  assert.ok(statuses.includes(303));
  assert.ok(answered > 0);
  await server.stop();
});

test('no secret stands in the log or in the database', async () => {
  const server = await start();
  await addUser(server.data, 'fagai', '--role', 'reporter', '--unit', 'fagai');
  const wang = browser(server.url);
  await signIn(wang, 'fagai', 'geheim-Wort-4711-Regen');
  await signIn(wang, 'fagai');
  const token = (await succeeds(['token', 'create', 'fagai', '--data', server.data])).trim();
  await fetch(`${server.url}/api/v1/tasks`, { headers: { Authorization: `Bearer ${token}` } });
  const link = (await succeeds(['user', 'passwd', 'fagai', '--data', server.data])).trim().split('=')[1];
  await wang.get(`/reset?token=${link}`);
  await server.stop();
  const secrets = [PASSWORD, 'geheim-Wort-4711-Regen', wang.cookie().split('=')[1], token.split('_').slice(2).join('_'), link];
  const database = readFileSync(join(server.data, 'sjsz.db'));
  for (const secret of secrets) {
    assert.ok(secret.length > 10);
    assert.ok(!server.stderr().includes(secret), 'the log');
    assert.ok(!database.includes(Buffer.from(secret)), 'the database');
  }
});
