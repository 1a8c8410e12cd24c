// Plans go in and come out whole: to the byte, whatever is wrong with the file, and whenever the power goes.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { exported, fails, killed, newFolder, onFullDisk, planFile, planFolder, SEED, succeeds } from './folders.mjs';
import { run, start, temporaryFolder } from './start.mjs';

const seed = readFileSync(SEED, 'utf8');
const MANY = Array.from({ length: 30 }, (_, i) => 2020 + i);

test('the seed comes out as it went in, to the byte', async () => assert.equal(await exported(await planFolder()), seed));

test('what was exported makes the same folder anew: several years, one current, the calendar', async () => {
  const data = await planFolder(planFile([2021, 2020, 2022]));
  const first = await exported(data);
  const book = JSON.parse(first);
  assert.equal(book.current_year, 2021);
  assert.deepEqual(book.plans.map((plan) => plan.year), [2020, 2021, 2022]);
  const file = join(temporaryFolder(), 'first.json');
  writeFileSync(file, first);
  assert.equal(await exported(await planFolder(file)), first);
});

test('an import into a folder without database makes the schema and no seed', async () => {
  const data = await planFolder(planFile([2021]));
  assert.deepEqual(JSON.parse(await exported(data)).plans.map((plan) => plan.year), [2021]);
  const server = await start(['--data', data]);
  assert.doesNotMatch(server.stderr(), /"event":"seeded"/);
  assert.equal(await server.stop(), 0);
});

test('an import says what changes, a line each, and a second one that nothing does', async () => {
  const data = await planFolder();
  const file = join(temporaryFolder(), 'plan.json');
  const book = JSON.parse(seed);
  book.plans[0].annex.tasks[2].label = '严控新增污染';
  writeFileSync(file, JSON.stringify(book));
  assert.match(await succeeds(['import', '--data', data, file]), /^2020 年方案：修改任务 3：简称（.* → 严控新增污染）\n$/);
  assert.equal(await succeeds(['import', '--data', data, file]), '没有变化\n');
});

test('a dry run says the same and writes nothing: without a database, with one, and beside a server', async () => {
  const empty = newFolder();
  const dry = await succeeds(['import', '--dry-run', '--data', empty, SEED]);
  assert.match(dry, /新增 2020 年方案：16 项任务、19 项指标/);
  assert.ok(!existsSync(empty));
  const server = await start();
  const next = planFile([2021]);
  assert.match(await succeeds(['import', '--dry-run', '--data', server.data, next]), /新增 2021 年方案/);
  assert.equal(await exported(server.data), seed);
  assert.equal(await server.stop(), 0);
});

test('an import beside a running server is refused, and the server goes on', async () => {
  const server = await start();
  assert.ok((await fails(['import', '--data', server.data, planFile([2021])])).includes(server.data));
  assert.equal((await fetch(`${server.url}/tasks`)).status, 200);
  assert.equal(await exported(server.data), seed);
  assert.equal(await server.stop(), 0);
});

const changed = (change) => {
  const book = JSON.parse(seed);
  change(book, book.plans[0]);
  return JSON.stringify(book);
};
for (const [what, text, place] of [
  ['no JSON', 'not a plan', /plan\.json/],
  ['broken JSON', seed.slice(0, -20), /行/],
  ['an empty file', '', /plan\.json/],
  ['a byte that is not UTF-8', Buffer.concat([Buffer.from(seed), Buffer.from([0xff])]), /UTF-8/],
  ['another format', changed((book) => (book.format = 'other')), /format/],
  ['a newer version', changed((book) => (book.version = 2)), /version/],
  ['an unknown key', changed((book) => (book.more = 1)), /\/more/],
  ['a unit that nobody knows', changed((_, plan) => (plan.annex.tasks[0].units[0].code = 'nobody')), /\/plans\/0\/annex\/tasks\/0\/units\/0/],
  ['a doubled number', changed((_, plan) => (plan.annex.tasks[3].seq = 3)), /\/plans\/0\/annex\/tasks\/3\/seq/],
  ['a wrong role', changed((_, plan) => (plan.annex.tasks[0].units[0].role = 'boss')), /\/plans\/0\/annex\/tasks\/0\/units\/0\/role/],
  ['two leads', changed((_, plan) => (plan.annex.tasks[0].units[1].role = 'lead')), /\/plans\/0\/annex\/tasks\/0\/units/],
  ['a number beyond all numbers', seed.replace('"20.2382",\n', '1e400,\n'), /\/target|1e400|行/],
  ['a current year without plan', changed((book) => (book.current_year = 2031)), /\/current_year/],
]) {
  test(`a plan file with ${what} is refused with its place, and changes nothing`, async () => {
    const file = join(temporaryFolder(), 'plan.json');
    writeFileSync(file, text);
    const empty = newFolder();
    assert.match(await fails(['import', '--data', empty, file]), place);
    assert.ok(!existsSync(empty), 'a folder was made');
    const data = await planFolder();
    assert.match(await fails(['import', '--data', data, file]), place);
    assert.equal(await exported(data), seed);
  });
}

test('a plan file without a unit that its tasks name is refused where the database does not know that unit either', async () => {
  const file = join(temporaryFolder(), 'plan.json');
  writeFileSync(file, changed((book) => book.units.splice(1, 1)));
  const { code, stdout, stderr } = await run(['import', '--data', newFolder(), file]);
  assert.equal(code, 1);
  assert.match(stderr, /\/plans\/0\/annex\/tasks\/0\/units\/0.*共 \d+ 处错误/);
  assert.ok(stdout.split('\n').length > 3, 'each fault has its line');
  await succeeds(['import', '--data', await planFolder(), file]);
});

test('files that cannot be read or written are named', async () => {
  const data = await planFolder();
  const folder = temporaryFolder();
  assert.ok((await fails(['import', '--data', data, join(folder, 'none.json')])).includes('none.json'));
  assert.ok((await fails(['import', '--data', data, folder])).includes(folder));
  assert.ok((await fails(['export', '--data', data, folder])).includes(folder));
  assert.ok((await fails(['export', '--data', data, join(folder, 'no', 'plan.json')])).includes('plan.json'));
  assert.ok((await fails(['export', '--data', newFolder(), join(folder, 'plan.json')])).includes('没有数据库'));
  assert.deepEqual(readdirSync(folder), []);
});

test('a folder that cannot be written, or that others may enter, is named', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  assert.ok((await fails(['import', '--data', join(folder, 'file', 'data'), SEED])).includes('file/data'));
  mkdirSync(join(folder, 'wide'));
  chmodSync(join(folder, 'wide'), 0o755);
  assert.match(await fails(['import', '--data', join(folder, 'wide'), SEED]), /chmod 700/);
  assert.deepEqual(readdirSync(join(folder, 'wide')), []);
});

test('on a full disk an import leaves the plan as it was, and works when there is room again', async () => {
  const data = await planFolder();
  const many = planFile(MANY);
  for (const kibibytes of [160, 400, 800]) {
    assert.match(await fails(['import', '--data', data, many], onFullDisk(kibibytes)), /没有保存/, `${kibibytes} KiB`);
    assert.equal(await exported(data), seed);
    await succeeds(['check', '--data', data]);
  }
  await succeeds(['import', '--data', data, many]);
});

test('on a full disk no half database is made, and no half export', async () => {
  const data = newFolder();
  await fails(['import', '--data', data, SEED], onFullDisk(16));
  await succeeds(['import', '--data', data, SEED]);
  assert.equal(await exported(data), seed);
  const folder = temporaryFolder();
  assert.match(await fails(['export', '--data', data, join(folder, 'plan.json')], onFullDisk(40)), /磁盘/);
  assert.deepEqual(readdirSync(folder), []);
});

test('killed at any moment, an import is done or not begun', async (t) => {
  const files = ['甲', '乙'].map((words) => planFile(MANY, { words }));
  const data = await planFolder(files[0]);
  const whole = [await exported(data)];
  const began = performance.now();
  await succeeds(['import', '--data', data, files[1]]);
  const lasts = performance.now() - began;
  whole.push(await exported(data));
  let early = 0;
  let state = 1;
  for (let round = 0; round < 20; round++) {
    if (await killed(['import', '--data', data, files[1 - state]], Math.random() * lasts)) early++;
    state = whole.indexOf(await exported(data));
    assert.notEqual(state, -1, 'neither the old plan nor the new one');
    await succeeds(['check', '--data', data]);
  }
  t.diagnostic(`${early} of 20 were killed`);
  assert.ok(early > 0);
});

test('killed at any moment, the making of a database leaves none, an empty one or a whole one', async () => {
  for (let round = 0; round < 10; round++) {
    const data = newFolder();
    await killed(['import', '--data', data, SEED], Math.random() * 40);
    if (existsSync(join(data, 'sjsz.db'))) await succeeds(['check', '--data', data]);
    const { code } = await run(['import', '--data', data, SEED]);
    assert.equal(code, 0);
    assert.equal(await exported(data), seed);
  }
});
