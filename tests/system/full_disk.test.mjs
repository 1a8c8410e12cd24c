// The disk is full while a month is written, submitted and reviewed on the real program: nothing is half written, nothing typed is lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test, { after, before } from 'node:test';
import { succeeds } from './folders.mjs';
import { signIn } from './people.mjs';
import { BINARY, start } from './start.mjs';

const LINE = '/reports/2020-08/9/fagai'; // a complete draft in the demonstration
const TEXT = '完成2号机组通流改造设备安装，进入分部试运。';

let server;
const cookies = {};
before(async () => {
  server = await start(['--demo'], { binary: ['bash', '-c', `trap '' XFSZ; exec "$@"`, 'bash', BINARY] });
  for (const name of ['fagai', 'zhengfuban']) cookies[name] = await signIn(server, name);
});
after(() => server?.stop());

// As on a full disk, no file takes another byte.
const fill = () => execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=1:unlimited']);
const makeRoom = () => execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited']);

async function onFullDisk(ask) {
  fill();
  try {
    return await ask();
  } finally {
    makeRoom();
  }
}

const post = (who, path, form, headers = {}) =>
  fetch(server.url + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers: { cookie: cookies[who], origin: server.url, ...headers } });
const page = async (who, path) => (await fetch(server.url + path, { headers: { cookie: cookies[who] } })).text();
const report = async (path = LINE) => JSON.parse(await page('fagai', `/api/v1${path}`));
const draft = async () => ({
  do: 'save', version: (await report()).version, self_state: 'on_pace', completion: '66', progress: TEXT, measures: '每周调度。', next_steps: '9月完成整套试运。', 'requirements.coal_use': '312.4',
});

test('a draft that the disk does not take comes back as it was typed, and is saved when there is room again', async () => {
  const before = await report();
  const form = await draft();
  const answer = await onFullDisk(() => post('fagai', LINE, form));
  assert.equal(answer.status, 507);
  const html = await answer.text();
  assert.match(html, /role="alert">服务器磁盘空间不足，没有保存。/);
  assert.ok(html.includes(TEXT) && html.includes('value="66"'), 'everything typed is there');
  assert.deepEqual(await report(), before);
  assert.equal((await post('fagai', LINE, form)).status, 303);
  assert.equal((await report()).progress, TEXT);
});

test('what saves itself is told in JSON', async () => {
  const form = { ...(await draft()), progress: `${TEXT}又一句。` };
  const answer = await onFullDisk(() => post('fagai', LINE, form, { accept: 'application/json' }));
  assert.equal(answer.status, 507);
  assert.match((await answer.json()).message, /磁盘空间不足/);
});

test('a month that could not be submitted is not submitted at all, and is with the second try', async () => {
  const path = '/reports/2020-08/confirm';
  const before = await report();
  const line = (await page('fagai', path)).match(/name="line" value="(9:\d+)"/)[1];
  const answer = await onFullDisk(() => post('fagai', path, { line }));
  assert.equal(answer.status, 507);
  assert.match(await answer.text(), /没有提交。服务器磁盘空间不足/);
  assert.deepEqual(await report(), before);
  assert.doesNotMatch(await page('fagai', '/reports?period=2020-08'), /2020-08-fagai-\d+　9月3日/);
  const again = await post('fagai', path, { line });
  assert.equal(again.status, 303);
  assert.match(again.headers.get('location'), /^\/receipts\//);
  assert.equal((await report()).state, 'submitted');
});

test('a reason for sending back is on the page again', async () => {
  const path = '/review/2020-08/9/fagai/return';
  const form = { version: (await report()).version, comment: '请补充现场照片和调度记录。' };
  const answer = await onFullDisk(() => post('zhengfuban', path, form));
  assert.equal(answer.status, 507);
  const html = await answer.text();
  assert.ok(html.includes('磁盘空间不足') && html.includes(form.comment));
  assert.equal((await report()).state, 'submitted');
  assert.equal((await post('zhengfuban', path, form)).status, 303);
});

test('the API answers with a problem, pages go on being served, and the folder is sound afterwards', async () => {
  const { version } = await report();
  const send = () => fetch(`${server.url}/api/v1${LINE}`, { method: 'PUT', body: JSON.stringify({ version, progress: TEXT }), headers: { cookie: cookies.fagai, origin: server.url, 'content-type': 'application/json' } });
  const answer = await onFullDisk(send);
  assert.equal(answer.status, 507);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.equal((await onFullDisk(() => fetch(`${server.url}/healthz`))).status, 200);
  assert.match(await onFullDisk(() => page('fagai', LINE)), /压减煤炭消费/);
  assert.equal((await send()).status, 200);
  assert.match(server.stderr(), /"event":"fault"[^\n]*没有保存/);
  await succeeds(['check', '--data', server.data]);
});
