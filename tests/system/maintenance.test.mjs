// Backup, restore and check of the real program: what is backed up comes back, and what is damaged is found and named.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { contents, exported, fails, killed, newFolder, onFullDisk, planFile, planFolder, SEED, sha256, succeeds } from './folders.mjs';
import { run, start, temporaryFolder } from './start.mjs';
import { readZip, writeZip } from './zip.mjs';

const seed = readFileSync(SEED, 'utf8');

async function backupOf(data) {
  const file = join(temporaryFolder(), 'backup.zip');
  await succeeds(['backup', '--data', data, file]);
  return file;
}

// Overwrites bytes of a file: `at` is a place, or a text that is there.
function overwrite(file, at, bytes) {
  const content = readFileSync(file);
  const place = typeof at === 'number' ? at : content.indexOf(at);
  assert.ok(place >= 0 && place < content.length, `${at} is not in ${file}`);
  Buffer.from(bytes).copy(content, place);
  writeFileSync(file, content);
}

test('a backup made while the server answers restores into an empty folder, and serves the same plan', async () => {
  const server = await start();
  const asking = Array.from({ length: 40 }, () => fetch(`${server.url}/tasks`).then((answer) => answer.status));
  const file = await backupOf(server.data);
  assert.deepEqual([...new Set(await Promise.all(asking))], [200]);
  const page = await (await fetch(`${server.url}/tasks`)).text();
  assert.equal(await server.stop(), 0);

  const data = newFolder();
  const said = await succeeds(['restore', '--data', data, file]);
  assert.match(said, /^task：16 行$/m);
  assert.match(said, /^assignment：42 行$/m);
  assert.equal(await exported(data), seed);
  assert.equal(statSync(data).mode & 0o777, 0o700);
  await succeeds(['check', '--data', data]);
  const restored = await start(['--data', data]);
  assert.equal(await (await fetch(`${restored.url}/tasks`)).text(), page);
  assert.equal(await restored.stop(), 0);
});

test('a backup holds database, attachments and a manifest with their sizes, hashes and rows', async () => {
  const data = await planFolder();
  const photo = randomBytes(100_000);
  mkdirSync(join(data, 'attachments', 'ab'), { recursive: true, mode: 0o700 });
  writeFileSync(join(data, 'attachments', 'ab', 'c0ffee'), photo, { mode: 0o600 });
  const file = await backupOf(data);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const entries = readZip(file);
  assert.deepEqual(Object.keys(entries).sort(), ['attachments/ab/c0ffee', 'manifest.json', 'sjsz.db']);
  assert.deepEqual(entries['attachments/ab/c0ffee'], photo);
  const manifest = JSON.parse(entries['manifest.json']);
  assert.equal(manifest.format, 'sjsz-backup');
  assert.match(manifest.program_version, /^\d+\.\d+\.\d+$/);
  assert.match(manifest.install_id, /^[0-9a-f]{32}$/);
  assert.equal(manifest.rows.task, 16);
  for (const { name, size, sha256: hash } of manifest.entries) {
    assert.equal(size, entries[name].length);
    assert.equal(hash, sha256(entries[name]));
  }
  const restored = newFolder();
  await succeeds(['restore', '--data', restored, file]);
  assert.deepEqual(readFileSync(join(restored, 'attachments', 'ab', 'c0ffee')), photo);
});

test('a backup of what does not read as a plan system is not made, and an old backup stays', async () => {
  const file = join(temporaryFolder(), 'backup.zip');
  writeFileSync(file, 'the old one');
  assert.match(await fails(['backup', '--data', newFolder(), file]), /没有数据库/);
  const data = await planFolder();
  overwrite(join(data, 'sjsz.db'), 'plan.import', 'plan.impart');
  assert.match(await fails(['backup', '--data', data, file]), /没有备份.*审计日志/);
  assert.equal(readFileSync(file, 'utf8'), 'the old one');
  assert.deepEqual(readdirSync(join(file, '..')), ['backup.zip']);
});

test('a full folder is not restored into, unless --replace, which keeps the old content aside', async () => {
  const file = await backupOf(await planFolder());
  const data = await planFolder(planFile([2021]));
  const before = await exported(data);
  const untouched = contents(data);
  assert.match(await fails(['restore', '--data', data, file]), /--replace/);
  assert.deepEqual(contents(data), untouched);

  const said = await succeeds(['restore', '--replace', '--data', data, file]);
  assert.equal(await exported(data), seed);
  const [, kept] = said.match(/(kept-\d{8}T\d{6}[-2]*)$/m);
  const aside = newFolder();
  mkdirSync(aside, { mode: 0o700 });
  for (const name of readdirSync(join(data, kept))) copyFileSync(join(data, kept, name), join(aside, name));
  assert.equal(await exported(aside), before);
});

test('a second restore in the same second keeps both old contents', async () => {
  const file = await backupOf(await planFolder());
  const data = newFolder();
  for (let time = 0; time < 3; time++) await succeeds(['restore', '--replace', '--data', data, file]);
  assert.equal(readdirSync(data).filter((name) => name.startsWith('kept-')).length, 2);
});

test('a restore beside a running server is refused', async () => {
  const server = await start();
  const file = await backupOf(server.data);
  assert.ok((await fails(['restore', '--replace', '--data', server.data, file])).includes(server.data));
  assert.equal(await server.stop(), 0);
});

// A backup of the seed, changed: entries by name, and the manifest as an object. The hashes are made to fit unless `lies`.
async function changedBackup(change, { lies = false } = {}) {
  const file = await backupOf(await planFolder());
  const entries = readZip(file);
  const manifest = JSON.parse(entries['manifest.json']);
  change(entries, manifest);
  if (!lies) {
    for (const entry of manifest.entries) {
      if (entries[entry.name]) Object.assign(entry, { size: entries[entry.name].length, sha256: sha256(entries[entry.name]) });
    }
  }
  if (entries['manifest.json']) entries['manifest.json'] = JSON.stringify(manifest);
  writeZip(file, entries);
  return file;
}

const put = (entries, at, bytes) => Buffer.from(bytes).copy(entries['sjsz.db'], typeof at === 'number' ? at : entries['sjsz.db'].indexOf(at));
const cut = (share) => async () => {
  const file = await backupOf(await planFolder());
  writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size * share));
  return file;
};
for (const [what, make] of [
  ['that is empty', cut(0)],
  ['that was not written to its end', cut(0.6)],
  ['with a changed byte', async () => {
    const file = await backupOf(await planFolder());
    overwrite(file, 5000, 'x');
    return file;
  }],
  ['without a manifest', () => changedBackup((entries) => delete entries['manifest.json'])],
  ['with a broken manifest', async () => {
    const file = await backupOf(await planFolder());
    writeZip(file, { ...readZip(file), 'manifest.json': '{"format": "sjsz-backup"' });
    return file;
  }],
  ['of another program', () => changedBackup((_, manifest) => (manifest.format = 'other'))],
  ['of a newer format', () => changedBackup((_, manifest) => (manifest.format_version = 2))],
  ['of a newer version of the database', () => changedBackup((entries) => put(entries, 60, [0, 0, 0, 99]))],
  ['without its database', () => changedBackup((entries, manifest) => { delete entries['sjsz.db']; manifest.entries = []; })],
  ['whose database is not the one of the manifest', () => changedBackup((entries) => put(entries, 'plan.import', 'plan.impart'), { lies: true })],
  ['whose database was changed by hand', () => changedBackup((entries) => put(entries, 'plan.import', 'plan.impart'))],
  ['whose database is damaged', () => changedBackup((entries) => put(entries, 8192, Buffer.alloc(4096, 0xff)))],
  ['whose database has not the rows of the manifest', () => changedBackup((_, manifest) => (manifest.rows.task = 17))],
  ['with a file more than the manifest names', () => changedBackup((entries) => (entries['attachments/more'] = Buffer.from('x')))],
  ['with a file less than the manifest names', () => changedBackup((_, manifest) => manifest.entries.push({ name: 'attachments/x', size: 1, sha256: '' }))],
  ['that would write outside the folder', () => changedBackup((entries, manifest) => {
    entries['../evil'] = Buffer.from('x');
    manifest.entries.push({ name: '../evil', size: 1, sha256: '' });
  })],
  ['that would write what is no data', () => changedBackup((entries, manifest) => {
    entries['sjsz.lock'] = Buffer.from('x');
    manifest.entries.push({ name: 'sjsz.lock', size: 1, sha256: '' });
  })],
]) {
  test(`a backup ${what} is refused, and nothing is touched`, async () => {
    const file = await make();
    const data = await planFolder(planFile([2021]));
    const before = contents(data);
    assert.ok((await fails(['restore', '--replace', '--data', data, file])).length > 20);
    assert.deepEqual(contents(data), before);
    assert.ok(!existsSync(join(data, '..', 'evil')));
    const empty = newFolder();
    await fails(['restore', '--data', empty, file]);
    assert.deepEqual(readdirSync(empty), ['sjsz.lock']);
  });
}

test('a backup that is not there, or a folder, is named', async () => {
  const folder = temporaryFolder();
  assert.ok((await fails(['restore', '--data', newFolder(), join(folder, 'none.zip')])).includes('none.zip'));
  assert.ok((await fails(['restore', '--data', newFolder(), folder])).includes(folder));
  assert.ok((await fails(['backup', '--data', await planFolder(), folder])).includes(folder));
  assert.ok((await fails(['backup', '--data', await planFolder(), join(folder, 'no', 'b.zip')])).includes('b.zip'));
});

test('neither a backup nor an export takes the place of the data themselves', async () => {
  const data = await planFolder();
  mkdirSync(join(data, 'attachments'), { mode: 0o700 });
  for (const name of ['sjsz.db', 'sjsz.lock', 'sjsz.db-wal', 'audit-heads', join('attachments', 'b.zip'), join('attachments', '..', 'sjsz.db')]) {
    const file = `${data}/${name}`;
    assert.match(await fails(['backup', '--data', data, file]), /本系统自己的数据/, name);
    assert.match(await fails(['export', '--data', data, file]), /本系统自己的数据/, name);
  }
  assert.equal(await exported(data), seed);
  await succeeds(['backup', '--data', data, join(data, 'backup.zip')]);
});

test('on a full disk no backup is left behind, and a restore changes nothing', async () => {
  const data = await planFolder();
  const folder = temporaryFolder();
  mkdirSync(join(data, 'attachments'), { mode: 0o700 });
  writeFileSync(join(data, 'attachments', 'photo'), randomBytes(300_000), { mode: 0o600 });
  for (const kibibytes of [8, 64, 200]) {
    assert.match(await fails(['backup', '--data', data, join(folder, 'b.zip')], onFullDisk(kibibytes)), /磁盘/, `${kibibytes} KiB`);
    assert.deepEqual(readdirSync(folder), []);
  }
  const file = await backupOf(data);
  const other = await planFolder(planFile([2021]));
  const before = contents(other);
  assert.match(await fails(['restore', '--replace', '--data', other, file], onFullDisk(64)), /磁盘/);
  assert.deepEqual(contents(other), before);
});

test('a folder where a restore was interrupted gets no new database, and is restored by a second try', async () => {
  const file = await backupOf(await planFolder());
  const data = newFolder();
  mkdirSync(join(data, 'restoring'), { recursive: true, mode: 0o700 });
  chmodSync(data, 0o700);
  writeFileSync(join(data, 'restoring', 'sjsz.db'), 'half');
  await assert.rejects(start(['--data', data]), /sjsz restore/);
  await succeeds(['restore', '--data', data, file]);
  assert.equal(await exported(data), seed);
});

test('killed at any moment, a restore is done, not begun, or asked for again before anything new is made', async () => {
  const file = await backupOf(await planFolder());
  const other = planFile([2021]);
  const whole = [seed, await exported(await planFolder(other))];
  for (let round = 0; round < 15; round++) {
    const data = await planFolder(other);
    await killed(['restore', '--replace', '--data', data, file], Math.random() * 60);
    if (!existsSync(join(data, 'sjsz.db'))) {
      assert.match(await fails(['serve', '--listen', '127.0.0.1:0', '--data', data]), /sjsz restore/);
      await succeeds(['restore', '--data', data, file]);
    }
    assert.ok(whole.includes(await exported(data)), 'neither the old plan nor the new one');
    await succeeds(['check', '--data', data]);
    await succeeds(['restore', '--replace', '--data', data, file]);
    assert.equal(await exported(data), seed);
  }
});

test('check finds nothing in a sound folder, for people and for programs, also while serving', async () => {
  const server = await start();
  const lines = (await succeeds(['check', '--data', server.data])).trim().split('\n');
  assert.equal(lines.length, 7);
  for (const line of lines) assert.match(line, /：正常$/);
  const records = (await succeeds(['check', '--json', '--data', server.data])).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(records.map(({ check }) => check), ['modes', 'readable', 'version', 'integrity', 'references', 'audit', 'attachments']);
  assert.ok(records.every(({ ok, fault }) => ok === true && fault === null));
  assert.equal(await server.stop(), 0);
});

for (const [what, code, damage] of [
  ['a file that others may read', 'modes', (data) => chmodSync(join(data, 'sjsz.db'), 0o640)],
  ['a folder that others may enter', 'modes', (data) => chmodSync(data, 0o711)],
  ['a file that is no database', 'readable', (data) => writeFileSync(join(data, 'sjsz.db'), 'not a database at all')],
  ['an empty file', 'readable', (data) => writeFileSync(join(data, 'sjsz.db'), '')],
  ['a newer version', 'version', (data) => overwrite(join(data, 'sjsz.db'), 60, [0, 0, 0, 99])],
  ['a damaged page', 'integrity', (data) => overwrite(join(data, 'sjsz.db'), 8192, Buffer.alloc(4096, 0xff))],
  ['an audit row that was edited', 'audit', (data) => overwrite(join(data, 'sjsz.db'), 'plan.import', 'plan.impart')],
]) {
  test(`check finds ${what}, and says where`, async () => {
    const data = await planFolder();
    damage(data);
    const { code: exit, stdout, stderr } = await run(['check', '--json', '--data', data]);
    assert.equal(exit, 1);
    assert.match(stderr, /^sjsz: 检查发现 \d+ 处问题/);
    const bad = stdout.trim().split('\n').map((line) => JSON.parse(line)).filter(({ ok }) => !ok);
    assert.ok(bad.some(({ check, fault }) => check === code && fault.length > 5), stdout);
    const people = await run(['check', '--data', data]);
    assert.equal(people.code, 1);
    assert.doesNotMatch(people.stdout.trim().split('\n').at(-1), /^$/);
  });
}

test('check finds that the newest rows of the audit log were cut off, and a restored backup does not miss them', async () => {
  const data = await planFolder();
  const before = readFileSync(join(data, 'sjsz.db'));
  const file = await backupOf(data);
  assert.equal(await (await start(['--data', data])).stop(), 0);
  await succeeds(['check', '--data', data]);
  writeFileSync(join(data, 'sjsz.db'), before);
  assert.match(await fails(['check', '--data', data]), /审计日志：第 \d+ 行起被截去：日志曾经至少有 \d+ 行，现在只有 \d+ 行/);
  await succeeds(['restore', '--replace', '--data', data, file]);
  await succeeds(['check', '--data', data]);
});

test('check of a folder without database says so', async () => {
  const data = newFolder();
  assert.match(await fails(['check', '--data', data]), /没有数据库/);
  assert.ok(!existsSync(data));
});

for (const [what, reason, damage] of [
  ['that others may enter', /chmod 700/, (data) => chmodSync(data, 0o755)],
  ['whose database others may read', /chmod 600/, (data) => chmodSync(join(data, 'sjsz.db'), 0o604)],
  ['with an empty file for a database', /不是|损坏/, (data) => writeFileSync(join(data, 'sjsz.db'), '')],
  ['with half a database', /损坏/, (data) => writeFileSync(join(data, 'sjsz.db'), readFileSync(join(data, 'sjsz.db')).subarray(0, 60_000))],
  ['with a damaged page', /损坏/, (data) => overwrite(join(data, 'sjsz.db'), 8192, Buffer.alloc(4096, 0xff))],
  ['from a newer version', /更新的 sjsz/, (data) => overwrite(join(data, 'sjsz.db'), 60, [0, 0, 0, 99])],
]) {
  test(`a data folder ${what} is neither served nor imported into, and keeps its database as evidence`, async () => {
    const data = await planFolder();
    damage(data);
    const before = readFileSync(join(data, 'sjsz.db'));
    assert.match(await fails(['serve', '--listen', '127.0.0.1:0', '--data', data]), reason);
    assert.match(await fails(['import', '--data', data, planFile([2021])]), reason);
    assert.deepEqual(readFileSync(join(data, 'sjsz.db')), before);
  });
}

test('a wide or newer folder is not exported from either', async () => {
  for (const damage of [(data) => chmodSync(data, 0o755), (data) => overwrite(join(data, 'sjsz.db'), 60, [0, 0, 0, 99])]) {
    const data = await planFolder();
    damage(data);
    const folder = temporaryFolder();
    await fails(['export', '--data', data, join(folder, 'plan.json')]);
    assert.deepEqual(readdirSync(folder), []);
  }
});
