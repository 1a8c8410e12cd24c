// Settings by the API: every answer and body against its schema.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { signIn } from '../system/people.mjs';
import { start } from '../system/start.mjs';
import { call } from './api.mjs';

let server;
const people = {};
before(async () => {
  server = await start(['--demo']);
  for (const name of ['office', 'leader', 'admin']) people[name] = { cookie: await signIn(server, name) };
});
after(() => server?.stop());

const list = (who, status = 200) => call(server, '/settings', { headers: people[who], status });
const put = (key, json, { who = 'office', status = 200 } = {}) =>
  call(server, '/settings/{key}', { address: `/settings/${key}`, method: 'PUT', json, status, headers: people[who] });

test('GET /settings answers with each one, in its own type', async () => {
  const { items, total } = await list('office');
  assert.equal(total, items.length);
  const values = Object.fromEntries(items.map(({ key, value }) => [key, value]));
  assert.equal(values.first_period, '2020-01');
  assert.equal(values.due_day, 5);
  assert.equal(values.public_pages, true);
  assert.equal(values.jump_percent, 50);
  assert.ok(items.every(({ owner }) => owner === 'office'));
});

test('PUT changes one, from the period that opens next unless told', async () => {
  const day = await put('due_day', { value: 8, reason: '与月度例会衔接' });
  assert.deepEqual([day.value, day.effective_from], [8, '2020-09']);
  const later = await put('due_day', { value: '5', reason: '恢复', effective_from: '2020-11' });
  assert.deepEqual([later.value, later.effective_from], [5, '2020-11']);
  const supporting = await put('supporting_due_day', { value: 3, reason: '先收配合事项' });
  assert.deepEqual([supporting.value, supporting.default, supporting.effective_from], [3, null, '2020-09']);
  assert.equal((await put('supporting_due_day', { value: null, reason: '恢复' })).value, null);
  const pages = await put('public_pages', { value: false, reason: '内部试用' });
  assert.equal(pages.value, false);
  await put('public_pages', { value: 'yes', reason: '公开' });
  const contact = await put('contact', { value: '专班办公室 82951234', reason: '初次设置' });
  assert.deepEqual([contact.value, contact.effective_from, contact.default], ['专班办公室 82951234', null, null]);
  assert.equal((await list('office')).items.find(({ key }) => key === 'contact').value, '专班办公室 82951234');
});

test('what cannot be done is a problem as described', async () => {
  const fields = async (key, json) => (await put(key, json, { status: 422 })).errors.map(({ field }) => field);
  assert.deepEqual(await fields('due_day', { value: 31, reason: '改期' }), ['value']);
  assert.deepEqual(await fields('due_day', { value: 8, reason: '' }), ['reason']);
  assert.deepEqual(await fields('due_day', { value: 8, reason: '改期', effective_from: '九月' }), ['effective_from']);
  assert.deepEqual(await fields('contact', { reason: '改' }), ['value']);
  assert.deepEqual(await fields('contact', { value: [], reason: '改' }), ['value']);
  assert.deepEqual(await fields('contact', { value: '', reason: '改', color: 1 }), ['color']);
  await put('nothing', { value: 1, reason: '改' }, { status: 404 });
  await put('contact', { value: 'x', reason: '改' }, { who: 'leader', status: 403 });
  await list('admin', 403);
  await call(server, '/settings', { status: 401 });
});
