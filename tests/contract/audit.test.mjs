// The audit log by the API: every row against its schema, and the chain computed from what the API says.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test, { after, before } from 'node:test';
import { signIn } from '../system/people.mjs';
import { start } from '../system/start.mjs';
import { call } from './api.mjs';

const FIELDS = ['at', 'actor', 'role', 'unit', 'via', 'source', 'action', 'object', 'outcome', 'detail', 'request_id'];

let server;
const people = {};
before(async () => {
  server = await start(['--demo']);
  for (const name of ['auditor', 'office', 'admin']) people[name] = { cookie: await signIn(server, name) };
});
after(() => server?.stop());

const ask = (who, query, status = 200) => call(server, '/audit', { address: `/audit${query}`, headers: people[who], status });

async function allRows() {
  const rows = [];
  for (;;) {
    const { items, total } = await ask('auditor', `?after=${rows.at(-1)?.id ?? 0}`);
    rows.push(...items);
    assert.ok(total >= items.length);
    if (total === items.length) return rows;
  }
}

// docs/security.md, written out once more; the first row's predecessor is the one thing that the API does not tell.
function hashOf(row, previous) {
  const field = (text) => (text === null ? be(0xffffffff, 4) : Buffer.concat([be(Buffer.byteLength(text), 4), Buffer.from(text)]));
  const bytes = [Buffer.from('sjsz-audit-1\x01'), Buffer.from(previous, 'hex'), be(row.id, 8), ...FIELDS.map((name) => field(row[name]))];
  return createHash('sha256').update(Buffer.concat(bytes)).digest('hex');
}

function be(number, size) {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(number, Math.max(0, size - 6), Math.min(size, 6));
  return bytes;
}

test('GET /audit answers with every row in order, and the chain holds', async () => {
  const rows = await allRows();
  assert.ok(rows.length > 500, 'the demonstration has more than one answer holds');
  assert.deepEqual(rows.map(({ id }) => id), rows.map((_, i) => i + 1));
  for (let i = 1; i < rows.length; ++i) assert.equal(hashOf(rows[i], rows[i - 1].hash), rows[i].hash, `row ${i + 1}`);
});

test('reading the log leaves a row that says who read it', async () => {
  const rows = await allRows();
  const { items } = await ask('auditor', `?after=${rows.at(-1).id}`);
  assert.deepEqual(items.map(({ action, actor, outcome }) => [action, actor, outcome]), [['audit.read', 'auditor', 'ok']]);
});

test('nobody else reads it, and a wrong number is a problem', async () => {
  await ask('office', '', 403);
  await ask('admin', '', 403);
  await call(server, '/audit', { status: 401 });
  for (const after of ['-1', 'x', '1e9', '99999999999']) {
    const problem = await ask('auditor', `?after=${after}`, 422);
    assert.deepEqual(problem.errors.map(({ field }) => field), ['after']);
  }
  assert.deepEqual((await ask('auditor', '?after=999999999')), { items: [], total: 0 });
});
