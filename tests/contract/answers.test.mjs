// Every answer of the API against its schema, and against the plan to the letter.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { start } from '../system/start.mjs';
import { call, faults, PLAN, UNITS } from './api.mjs';

let server;
before(async () => {
  server = await start(['--today', '2020-09-03']);
});
after(() => server?.stop());

const nameOf = (code) => UNITS.find((unit) => unit.code === code).name;
const seqs = (list) => list.items.map(({ seq }) => seq);

test('GET /plan answers with the whole text, to the letter', async () => {
  const plan = await call(server, '/plan');
  assert.deepEqual(plan, {
    title: PLAN.title,
    year: 2020,
    years: [2020],
    district: PLAN.district,
    base_year: 2015,
    preamble: PLAN.preamble,
    chapters: PLAN.chapters,
    indicator_title: PLAN.indicator_table.title,
    indicator_note: PLAN.indicator_table.note,
    closing: PLAN.closing,
    annex_title: PLAN.annex.title,
    demonstration: false,
  });
  assert.equal(plan.chapters.length, 5);
  assert.deepEqual(plan.chapters.flatMap(({ articles }) => articles.map(({ number }) => number)), Array.from({ length: 19 }, (_, i) => i + 1));
  assert.deepEqual(await call(server, '/plan', { address: '/plan?year=2020' }), plan);
});

test('GET /indicators answers with 19, of which seven have no target, and says nothing of progress', async () => {
  const list = await call(server, '/indicators');
  assert.equal(list.total, 19);
  const planned = PLAN.indicator_table.indicators;
  for (const [i, indicator] of list.items.entries()) {
    const progress = { status: null, status_reason: null, value: null, value_period: null };
    const { second_threshold: _, ...published } = planned[i];
    assert.deepEqual(indicator, { ...published, unit: published.unit || null, ...progress });
  }
  assert.equal(list.items.filter(({ kind, target_text, target }) => kind === 'monitored' && target_text === '——' && target === null).length, 7);
  assert.equal(list.items.find(({ seq }) => seq === 6).target, '20.2382');
  assert.equal(list.items.find(({ seq }) => seq === 9).base_year, 2017);
});

test('GET /indicators/{seq} answers with each one, and with its values', async () => {
  const list = await call(server, '/indicators');
  for (const indicator of list.items) {
    const one = await call(server, '/indicators/{seq}', { address: `/indicators/${indicator.seq}` });
    assert.deepEqual(one, { ...indicator, values: [] });
  }
});

test('GET /tasks answers with 16 tasks and 42 assignments, to the letter', async () => {
  const list = await call(server, '/tasks');
  assert.equal(list.total, 16);
  assert.equal(list.items.flatMap(({ units }) => units).length, 42);
  for (const [i, task] of list.items.entries()) {
    const { seq, label, text, responsible_text, articles, units, requirements } = PLAN.annex.tasks[i];
    const assigned = units.map(({ unit, role }) => ({ code: unit, name: nameOf(unit), role }));
    const progress = { light: null, light_reason: null, provisional: null, recovered: null };
    assert.deepEqual({ ...task, requirements: [] }, { seq, label, text, responsible_text, articles, units: assigned, requirements: [], ...progress });
    assert.deepEqual(task.requirements.map(({ key }) => key), requirements.map(({ key }) => key));
    for (const { sentence } of task.requirements) assert.ok(text.includes(sentence), `task ${seq} does not say: ${sentence}`);
  }
});

test('GET /tasks is filtered by unit, role and chapter, together and alone', async () => {
  const rows = [
    ['unit=fagai', [1, 2, 4, 5, 7, 9, 12]],
    ['unit=fagai&role=lead', [2, 5, 9]],
    ['unit=shengtai&role=sole', [3, 6]],
    ['role=joint', [7, 14]],
    ['chapter=4', [14, 15, 16]],
    ['chapter=3&unit=zhujian', [9, 10, 13]],
    ['unit=zhengfuban', []],
    ['chapter=1', []],
    ['unit=&role=&chapter=', Array.from({ length: 16 }, (_, i) => i + 1)],
    ['nonsense=1&unit=keji', [4]],
    ['year=2020&unit=keji', [4]],
  ];
  for (const [query, expected] of rows) {
    const list = await call(server, '/tasks', { address: `/tasks?${query}` });
    assert.deepEqual(seqs(list), expected, query);
    assert.equal(list.total, expected.length);
  }
});

test('GET /units answers with 15 units in official order', async () => {
  const list = await call(server, '/units');
  assert.equal(list.total, 15);
  assert.deepEqual(list.items.map(({ code, name }) => ({ code, name })), UNITS.map(({ code, name }) => ({ code, name })));
  assert.deepEqual(list.items.filter(({ group }) => group).map(({ code }) => code), ['jiedao']);
  assert.ok(list.items.every(({ active }) => active));
});

test('what is wrong is a problem in Chinese with the status of the answer', async () => {
  const rows = [
    ['/tasks', '/tasks?unit=nobody', 422, ['unit']],
    ['/tasks', '/tasks?role=boss', 422, ['role']],
    ['/tasks', '/tasks?chapter=9', 422, ['chapter']],
    ['/tasks', '/tasks?chapter=1e400', 422, ['chapter']],
    ['/tasks', '/tasks?unit=%E5%8C%BA', 422, ['unit']],
    ['/plan', '/plan?year=1999', 422, ['year']],
    ['/indicators', '/indicators?year=99999999999999999999', 422, ['year']],
    ['/indicators/{seq}', '/indicators/20', 404, []],
    ['/indicators/{seq}', '/indicators/0', 404, []],
    ['/indicators/{seq}', '/indicators/1e400', 404, []],
    ['/indicators/{seq}', '/indicators/99999999999999999999', 404, []],
    ['/indicators/{seq}', '/indicators/6?year=2019', 422, ['year']],
    ['/units', '/units/', 404, []],
    ['/units', '/nothing', 404, []],
    ['/tasks', '/tasks?unit=%FF', 400, []],
    ['/tasks', `/tasks?unit=${'a'.repeat(3000)}`, 414, []],
  ];
  for (const [path, address, status, fields] of rows) {
    const problem = await call(server, path, { address, status });
    assert.equal(problem.status, status);
    assert.match(problem.title, /[\u4e00-\u9fff]/);
    assert.match(problem.detail, /[\u4e00-\u9fff]/);
    assert.deepEqual(problem.errors.map(({ field }) => field), fields, address);
  }
});

test('a method that there is not is a problem too, and names those that there are', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await fetch(`${server.url}/api/v1/tasks`, { method });
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
    assert.deepEqual(faults('/tasks', 405, answer.headers.get('content-type'), await answer.json()), []);
  }
});

test('HEAD answers as GET does, without a body', async () => {
  for (const path of ['/plan', '/indicators', '/indicators/6', '/tasks', '/units', '/openapi.json']) {
    const [get, head] = await Promise.all(['GET', 'HEAD'].map((method) => fetch(`${server.url}/api/v1${path}`, { method, headers: { 'accept-encoding': 'identity' } })));
    assert.equal(head.status, 200);
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) assert.equal(head.headers.get(name), get.headers.get(name), `${path} ${name}`);
    assert.equal(await head.text(), '');
    assert.notEqual(await get.text(), '');
  }
});

test('an answer that the client has is not sent again', async () => {
  for (const path of ['/plan', '/indicators', '/indicators/6', '/tasks?unit=fagai', '/units', '/openapi.json']) {
    const first = await fetch(`${server.url}/api/v1${path}`);
    const etag = first.headers.get('etag');
    assert.ok(etag, path);
    const again = await fetch(`${server.url}/api/v1${path}`, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304, path);
    assert.equal(await again.text(), '');
    const other = await fetch(`${server.url}/api/v1${path}`, { headers: { 'if-none-match': '"other"' } });
    assert.equal(other.status, 200, path);
  }
});

test('the check of answers does find faults', () => {
  const unit = { code: 'fagai', name: '区发改局', group: false, active: true };
  const list = (item) => faults('/units', 200, 'application/json', { items: [item], total: 1 });
  assert.deepEqual(list(unit), []);
  assert.equal(list({ ...unit, more: 1 }).length, 1);
  assert.equal(list({ ...unit, code: 'FAGAI' }).length, 1);
  assert.equal(list({ ...unit, group: 'no' }).length, 1);
  assert.equal(list({ code: 'fagai', name: '区发改局', group: false }).length, 1);
  assert.equal(faults('/units', 200, 'text/html', {}).length, 1);
  assert.equal(faults('/indicators/{seq}', 404, 'application/problem+json', { title: '没有' }).length > 1, true);
});
