// The real program is killed while eight people submit, again and again: what was answered is there after the next start.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { newFolder, succeeds } from './folders.mjs';
import { signIn } from './people.mjs';
import { start } from './start.mjs';

const KILLS = Number(process.env.SJSZ_KILLS ?? 50);
const CLIENTS = 8;
const PERIOD = '2020-09'; // of which the demonstration has nothing yet
const TODAY = ['--today', '2020-10-09'];

const pathOf = ({ period, task, unit }) => `/api/v1/reports/${period}/${task ?? 'narrative'}/${unit}`;

// One report of one unit, changed without a pause by one client, which remembers what the program answered.
class Client {
  constructor(cookie, line) {
    Object.assign(this, { cookie, path: pathOf(line), supporting: line.role === 'support', changes: 0 });
  }

  async ask(server, method, verb = '', body) {
    const headers = { cookie: this.cookie, origin: server.url, 'content-type': 'application/json' };
    return fetch(server.url + this.path + verb, { method, headers, body: body && JSON.stringify(body) });
  }

  async read(server) {
    const answer = await this.ask(server, 'GET');
    assert.equal(answer.status, 200);
    const { state, version, progress } = await answer.json();
    return { state, version, progress };
  }

  // What the next change leads to, from what is there now.
  next() {
    const { state, version, progress } = this.last;
    if (state === 'submitted') return { verb: '/withdraw', then: { state: 'draft', version: version + 1, progress } };
    if (this.written) return { verb: '/submit', then: { state: 'submitted', version: version + 1, progress } };
    const text = `第 ${++this.changes} 次填写：完成现场核查，更新台账。`;
    return { text, then: { state: state === 'none' ? 'draft' : state, version: version + 1, progress: text } };
  }

  async change(server) {
    const { verb, text, then } = this.next();
    this.underWay = then;
    const answer = verb
      ? await this.ask(server, 'POST', verb, { version: this.last.version })
      : await this.ask(server, 'PUT', '', { version: this.last.version, progress: text, ...(this.supporting ? {} : { self_state: 'on_pace', completion: 80, next_steps: '下月继续。' }) });
    assert.equal(answer.status, 200, `${this.path}${verb ?? ''}: ${await answer.clone().text()}`);
    this.last = then;
    this.written = !verb;
    this.answered = (this.answered ?? 0) + 1;
    this.underWay = undefined;
  }

  // Until the program is gone.
  async work(server) {
    for (;;) {
      try {
        await this.change(server);
      } catch (fault) {
        if (fault instanceof assert.AssertionError) throw fault;
        return;
      }
    }
  }

  // After a restart: the last answer, or the whole of what was under way.
  async compare(server) {
    const found = await this.read(server);
    const expected = found.version === this.last.version ? this.last : this.underWay;
    assert.deepEqual(found, expected, this.path);
    this.last = found;
    this.written = false;
    this.underWay = undefined;
  }
}

// They change things faster than people do.
async function liftLimit(server) {
  const headers = { cookie: await signIn(server, 'office'), origin: server.url, 'content-type': 'application/json' };
  const body = JSON.stringify({ value: 0, reason: '压力测试' });
  const answer = await fetch(`${server.url}/api/v1/settings/write_limit`, { method: 'PUT', headers, body });
  assert.equal(answer.status, 200);
}

// For the first lines of the month.
async function makeClients(server) {
  const { items } = await (await fetch(`${server.url}/api/v1/units`)).json();
  const clients = [];
  for (const { code } of items.filter((unit) => unit.code !== 'shengtai')) {
    const cookie = await signIn(server, code);
    const answer = await fetch(`${server.url}/api/v1/reports?period=${PERIOD}&unit=${code}`, { headers: { cookie } });
    const lines = (await answer.json()).items.filter((one) => one.unit === code && one.task);
    for (const line of lines) clients.push(new Client(cookie, line));
  }
  for (const client of clients) client.last = await client.read(server);
  return clients.slice(0, CLIENTS);
}

test(`what was answered is there after each of ${KILLS} kills`, { timeout: 600_000 }, async () => {
  const data = newFolder();
  let server = await start(['--demo', '--data', data, ...TODAY]);
  const clients = await makeClients(server);
  assert.equal(clients.length, CLIENTS);
  await liftLimit(server);
  for (let i = 0; i < KILLS; i++) {
    const work = Promise.all(clients.map((client) => client.work(server)));
    await Promise.race([work, sleep(20 + ((i * 37) % 180))]);
    await server.kill();
    await work;
    server = await start(['--data', data, ...TODAY]);
    for (const client of clients) await client.compare(server);
  }
  for (const client of clients) assert.ok(client.answered > KILLS, `${client.path}: ${client.answered}`);
  await server.stop();
  await succeeds(['check', '--data', data]);
});
