// Files of reports on the real program: sent, kept, served, backed up, and found to be damaged.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { succeeds, newFolder } from './folders.mjs';
import { signIn } from './people.mjs';
import { run, start, temporaryFolder } from './start.mjs';

const LINE = '/reports/2020-08/2/fagai'; // of which nothing is written in the demonstration
const TEXT = '完成两户企业关停退出的现场核查。';

let server;
let cookie;
before(async () => {
  server = await start(['--demo']);
  cookie = await signIn(server, 'fagai');
});
after(() => server?.stop());

const pdf = (size) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size), Buffer.from('\n%%EOF\n')]);
const report = async () => (await fetch(`${server.url}/api/v1${LINE}`, { headers: { cookie } })).json();
const filesOnDisk = () => readdirSync(join(server.data, 'attachments'), { recursive: true }).filter((name) => name.length > 30);

async function upload(files) {
  const form = new FormData();
  form.set('version', String((await report()).version));
  form.set('progress', TEXT);
  for (const [name, bytes] of files) form.append('file', new Blob([bytes]), name);
  return fetch(`${server.url}${LINE}/attachments`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: server.url } });
}

test('files of twenty megabytes are taken with the text, and come back to the byte', async () => {
  const files = [['大.pdf', pdf(20 * 1024 * 1024 - 16)], ['小.pdf', pdf(100)]];
  assert.equal((await upload(files)).status, 303);
  const { progress, attachments } = await report();
  assert.equal(progress, TEXT);
  assert.deepEqual(attachments.map(({ name, size }) => [name, size]).sort(), files.map(([name, bytes]) => [name, bytes.length]).sort());
  for (const { name, url, type } of attachments) {
    const answer = await fetch(server.url + url, { headers: { cookie } });
    assert.equal(answer.headers.get('content-type'), type);
    assert.match(answer.headers.get('content-disposition'), /^attachment; /);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), files.find(([one]) => one === name)[1]);
  }
});

test('what is too large is refused before it is received, and what is cut off leaves nothing', async () => {
  const before = filesOnDisk();
  const answer = await upload([['大.pdf', pdf(21 * 1024 * 1024)]]);
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /20 MB/);
  const { hostname, port } = new URL(server.url);
  const head = (length) => `POST ${LINE}/attachments HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${server.url}\r\nCookie: ${cookie}\r\n` +
    `Content-Type: multipart/form-data; boundary=XX\r\nContent-Length: ${length}\r\n\r\n`;
  const huge = connect(Number(port), hostname);
  huge.write(head(100 * 1024 * 1024));
  const [said] = await once(huge, 'data');
  assert.match(said.toString(), /^HTTP\/1.1 413 /);
  huge.destroy();
  const cut = connect(Number(port), hostname);
  cut.write(head(5 * 1024 * 1024));
  cut.write(randomBytes(3 * 1024 * 1024), () => cut.destroy());
  await once(cut, 'close');
  assert.deepEqual(filesOnDisk(), before);
  assert.deepEqual(readdirSync(server.data).filter((name) => name.startsWith('incoming')), []);
  assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
});

test('three files of one account come at once; a fourth is told to wait, and comes when one is through', async () => {
  const { hostname, port } = new URL(server.url);
  const open = async () => {
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${LINE}/attachments HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${server.url}\r\nCookie: ${cookie}\r\nExpect: 100-continue\r\n` +
      'Content-Type: multipart/form-data; boundary=XX\r\nContent-Length: 2000000\r\n\r\n');
    const [said] = await once(socket, 'data');
    return { socket, said: said.toString() };
  };
  // An upload of the test before, which was cut off, may hold its place until the server sees that.
  const enter = async () => {
    let one = await open();
    for (let i = 0; i < 500 && !one.said.startsWith('HTTP/1.1 100 '); i++) {
      one.socket.destroy();
      one = await open();
    }
    assert.match(one.said, /^HTTP\/1.1 100 /);
    return one;
  };
  const inside = [await enter(), await enter(), await enter()];
  const fourth = await open();
  assert.match(fourth.said, /^HTTP\/1.1 429 [^]*Retry-After: 1\r\n/i);
  fourth.socket.destroy();
  assert.equal((await fetch(`${server.url}${LINE}`, { headers: { cookie } })).status, 200);
  inside[0].socket.destroy();
  let status = 429;
  for (let i = 0; i < 500 && status === 429; i++) ({ status } = await upload([['后到.pdf', pdf(100)]]));
  assert.equal(status, 303);
  for (const { socket } of inside) socket.destroy();
});

test('a backup brings attachments back; check names those that are damaged or gone', async () => {
  const file = join(temporaryFolder(), 'backup.zip');
  await succeeds(['backup', '--data', server.data, file]);
  const data = newFolder();
  await succeeds(['restore', '--data', data, file]);
  await succeeds(['check', '--data', data]);
  const folder = join(data, 'attachments');
  const [first, second] = readdirSync(folder, { recursive: true }).filter((name) => name.length > 30).map((name) => join(folder, name));
  assert.ok(existsSync(first) && existsSync(second));
  writeFileSync(first, readFileSync(first).fill(0, 0, 1));
  rmSync(second);
  const { code, stdout } = await run(['check', '--json', '--data', data]);
  assert.equal(code, 1);
  const faults = stdout.trim().split('\n').map((line) => JSON.parse(line)).filter(({ ok }) => !ok);
  assert.deepEqual(faults.map(({ check }) => check), ['attachments', 'attachments']);
  assert.ok(faults.some(({ fault }) => fault.includes(first) && fault.includes('不符')));
  assert.ok(faults.some(({ fault }) => fault.includes(second) && fault.includes('缺失')));
});
