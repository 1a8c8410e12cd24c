// Reports by the API on the demonstration year: every answer and every body against its schema, and a month's round.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { signIn } from '../system/people.mjs';
import { start } from '../system/start.mjs';
import { call } from './api.mjs';

const LINE = '/reports/{period}/{task}/{unit}';
const NARRATIVE = '/reports/{period}/narrative/{unit}';

let server;
const people = {};
before(async () => {
  server = await start(['--demo']);
  for (const name of ['fagai', 'office', 'leader', 'zhengfuban', 'admin']) people[name] = { cookie: await signIn(server, name) };
});
after(() => server?.stop());

const ask = (who, path, options) => call(server, path, { headers: people[who], ...options });
const put = (who, path, address, json, status = 200) => ask(who, path, { address, method: 'PUT', json, status });
const post = (who, path, verb, address, json, status = 200) => ask(who, `${path}/${verb}`, { address: `${address}/${verb}`, method: 'POST', json, status });

test('GET /reports answers with what is owed', async () => {
  for (const who of ['fagai', 'office', 'leader', 'zhengfuban']) {
    const list = await ask(who, '/reports', { address: '/reports?period=2020-08' });
    assert.equal(list.total, list.items.length);
    if (who !== 'fagai') assert.equal(list.total, 56);
  }
  const exempt = await ask('office', '/reports', { address: '/reports?period=2020-05' });
  assert.equal(exempt.items.filter(({ state }) => state === 'exempt').length, 1);
  const outside = await ask('office', '/reports', { address: '/reports?period=2021-05' });
  assert.equal(outside.total, 0);
});

test('GET of each line that is listed answers with the report', async () => {
  for (const who of ['fagai', 'office']) {
    const { items } = await ask(who, '/reports', { address: '/reports?period=2020-08&unit=fagai' });
    for (const { task, narrative, state, version } of items) {
      const address = `/reports/2020-08/${narrative ? 'narrative' : task}/fagai`;
      const report = await ask(who, narrative ? NARRATIVE : LINE, { address });
      assert.deepEqual([report.state, report.version], [state, version]);
    }
  }
});

test('a report goes round: saved, submitted, withdrawn, submitted, returned, submitted, accepted', async () => {
  const address = '/reports/2020-08/2/fagai';
  const draft = {
    version: 0, self_state: 'on_pace', completion: 60, progress: '完成两户企业关停退出的现场核查，正在办理注销。', no_progress: null,
    measures: '建立周调度。', problems: null, next_steps: '九月底前完成注销。', expected_date: null, coordination: null, requirements: {},
  };
  const saved = await put('fagai', LINE, address, draft);
  assert.deepEqual(saved, { state: 'draft', version: 1 });
  const first = await post('fagai', LINE, 'submit', address, { version: 1 });
  assert.match(first.receipt, /^2020-08-fagai-\d+$/);
  await post('fagai', LINE, 'withdraw', address, { version: 2 });
  await post('fagai', LINE, 'submit', address, { version: 3 });
  await post('office', LINE, 'return', address, { version: 4, comment: '请补充企业名单。' });
  await post('fagai', LINE, 'submit', address, { version: 5, comment: '名单已补充。' });
  const accepted = await post('office', LINE, 'accept', address, { version: 6, judged_state: 'behind', comment: '低于序时进度' });
  assert.deepEqual(accepted, { state: 'accepted', version: 7 });
  const report = await ask('leader', LINE, { address });
  assert.equal(report.revisions.length, 3);
  assert.deepEqual(report.history.map(({ verb }) => verb), ['submit', 'withdraw', 'submit', 'return', 'submit', 'accept']);
});

test('what cannot be done is a problem as described', async () => {
  const address = '/reports/2020-08/7/fagai';
  const { version } = await ask('fagai', LINE, { address });
  const conflict = await put('fagai', LINE, address, { version: 0, progress: '已经过时的文字' }, 409);
  assert.deepEqual([conflict.state, conflict.version], ['submitted', version]);
  await post('fagai', LINE, 'submit', address, { version }, 409);
  await post('fagai', LINE, 'accept', address, { version }, 403);
  await post('office', LINE, 'return', address, { version, comment: '' }, 422);
  await post('office', LINE, 'withdraw', address, { version }, 403);
  await put('fagai', LINE, address, { version: 'x', color: 1 }, 422);
  await ask('admin', LINE, { address, status: 403 });
  await call(server, LINE, { address, status: 401 });
  await ask('office', LINE, { address: '/reports/2020-08/99/fagai', status: 404 });
  await ask('office', '/reports', { address: '/reports?period=August', status: 422 });
});

test('a narrative has the same calls', async () => {
  const address = '/reports/2020-08/narrative/fagai';
  const { version } = await ask('fagai', NARRATIVE, { address });
  const saved = await put('fagai', NARRATIVE, address, { version, progress: '八月份牵头任务总体按序时推进，煤炭压减任务完成年度目标的六成。' });
  const { version: submitted } = await post('fagai', NARRATIVE, 'submit', address, { version: saved.version });
  const returned = await post('office', NARRATIVE, 'return', address, { version: submitted, comment: '请补充盖章扫描件。' });
  assert.equal(returned.state, 'returned');
});

test('a token that is not valid is nobody', async () => {
  const made = await fetch(`${server.url}/api/v1/reports`, { headers: { authorization: 'Bearer sjsz_none_none' } });
  assert.equal(made.status, 401);
});
