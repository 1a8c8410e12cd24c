// Bytes that no decent client sends, on raw sockets: each row of the front's table in docs/security.md is answered as it says, no bytes
// of a refused request are taken for the next one, and the next client is served as ever. SJSZ_URL=host:port names a server that runs
// already; otherwise the released binary is started.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { connect, header, splitAnswers } from './raw_http.mjs';
import { start } from './start.mjs';

let server;
let address;

before(async () => {
  if (!process.env.SJSZ_URL) server = await start();
  address = process.env.SJSZ_URL ?? `127.0.0.1:${server.port}`;
});

after(() => server?.stop());

const HOST = 'Host: portal\r\n';
const get = (target, fields = '') => `GET ${target} HTTP/1.1\r\n${HOST}${fields}\r\n`;
const post = (fields, body = '') => `POST /tasks HTTP/1.1\r\n${HOST}${fields}\r\n${body}`;
const HIDDEN = get('/healthz');
const hidden = `Content-Length: ${HIDDEN.length}\r\n`;

async function isSane() {
  const client = await connect(address);
  client.send(get('/healthz'));
  const [answer] = await client.answers(1);
  client.destroy();
  assert.equal(answer?.status, 200);
  assert.equal(answer.body.trim(), 'ok');
}

// Sends the bytes and expects one answer with this status and then the end of the connection.
async function isRefused(bytes, status) {
  const client = await connect(address);
  client.send(bytes);
  const answers = await client.end();
  assert.deepEqual(answers.map((answer) => answer.status), [status]);
  assert.equal(header(answers[0].head, 'connection'), 'close');
  await isSane();
}

// Sends the bytes and expects these answers, then one to a decent request on the same connection, and none besides.
async function isAnswered(bytes, ...statuses) {
  const client = await connect(address);
  for (const part of [bytes].flat()) {
    client.send(part);
    await setTimeout(100); // a packet of its own
  }
  await client.answers(statuses.length);
  client.send(get('/healthz', 'Connection: close\r\n'));
  const answers = await client.end();
  assert.deepEqual(answers.map((answer) => answer.status), [...statuses, 200]);
  assert.equal(answers.at(-1).body.trim(), 'ok');
  await isSane();
  return answers;
}

// [what is sent, bytes, status of the refusal]
const REFUSED = {
  'a head without bound': [
    ['a field of 17 KiB', () => get('/tasks', `A: ${'x'.repeat(17 * 1024)}\r\n`), 431],
    ['65 fields', () => get('/tasks', 'A: b\r\n'.repeat(64)), 431],
    ['5,000 fields', () => get('/tasks', 'A: b\r\n'.repeat(5000)), 431],
    ['a field without end', () => `GET /tasks HTTP/1.1\r\n${HOST}A: ${'x'.repeat(20 << 20)}`, 431],
    ['a target of 2,049 bytes', () => get(`/tasks?q=${'a'.repeat(2049 - 9)}`), 414],
    ['a path of 8,000 characters', () => get(`/${'a'.repeat(7999)}`), 414],
    ['a path of 100,000 characters', () => get(`/${'a'.repeat(99_999)}`), 414],
    ['a target without end', () => `GET /${'a'.repeat(20 << 20)}`, 414],
    ['201 fields in a query', () => get(`/tasks?${'a&'.repeat(201)}`), 400],
  ],
  'a body that comes in pieces': [
    ['chunked', () => post('Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n0\r\n\r\n'), 411],
    ['chunked without its end', () => post('Transfer-Encoding: chunked\r\n', 'FFFFFFFFFFFFFFFF\r\n'), 411],
    ['a list with chunked', () => post('Transfer-Encoding: gzip, chunked\r\n'), 411],
    ['an unknown coding', () => post('Transfer-Encoding: xchunked\r\n'), 411],
    ['chunked, and a request behind it', () => post('Transfer-Encoding: chunked\r\n', `0\r\n\r\n${HIDDEN}`), 411],
    ['chunked with a length', () => post(`${hidden}Transfer-Encoding: chunked\r\n`, `0\r\n\r\n${HIDDEN}`), 411],
    ['chunked GET', () => get('/tasks', 'Transfer-Encoding: chunked\r\n') + HIDDEN, 411],
  ],
  'a body whose length is unclear': [
    ['two lengths', () => post(`${hidden}Content-Length: 0\r\n`, HIDDEN), 400],
    ['one length twice', () => post(hidden + hidden, HIDDEN), 400],
    ['a list of lengths', () => post('Content-Length: 5, 5\r\n', 'hello'), 400],
    ['a negative length', () => post('Content-Length: -1\r\n'), 400],
    ['a signed length', () => post('Content-Length: +5\r\n', 'hello'), 400],
    ['a length in letters', () => post('Content-Length: five\r\n', 'hello'), 400],
    ['an empty length', () => post('Content-Length:\r\n'), 400],
    ['a GET with a body', () => get('/tasks', hidden) + HIDDEN, 400],
  ],
  'a body that is too much': [
    ['100 MiB', () => post(`Content-Length: ${100 << 20}\r\n`), 413],
    ['more than any number', () => post('Content-Length: 99999999999999999999\r\n'), 413],
    ['100 MiB whose client waits to be asked', () => post(`Content-Length: ${100 << 20}\r\nExpect: 100-continue\r\n`), 413],
    ['a request hidden in a body that is too large', () => post(`Content-Length: ${100 << 20}\r\n`, HIDDEN.repeat(100)), 413],
    ['gzip', () => post('Content-Length: 5\r\nContent-Encoding: gzip\r\n', 'hello'), 415],
    ['an unknown expectation', () => post('Content-Length: 5\r\nExpect: a-miracle\r\n', 'hello'), 417],
    ['a body with DELETE', () => `DELETE /tasks HTTP/1.1\r\n${HOST}${hidden}\r\n${HIDDEN}`, 405],
  ],
  'a server that is named badly': [
    ['no Host', () => 'GET /tasks HTTP/1.1\r\n\r\n', 400],
    ['two Hosts', () => get('/tasks', 'Host: other\r\n'), 400],
    ['an empty Host', () => 'GET /tasks HTTP/1.1\r\nHost:\r\n\r\n', 400],
    ['a Host with a path', () => 'GET /tasks HTTP/1.1\r\nHost: a/b\r\n\r\n', 400],
    ['a Host with a user', () => 'GET /tasks HTTP/1.1\r\nHost: a@b\r\n\r\n', 400],
  ],
  'lines that can be read in two ways': [
    ['line feeds alone', () => 'GET /tasks HTTP/1.1\nHost: a\n\n', 400],
    ['a line feed in a field', () => get('/tasks', 'A: b\nTransfer-Encoding: chunked\r\n'), 400],
    ['a carriage return in a field', () => get('/tasks', 'A: b\rC: d\r\n'), 400],
    ['a blank before the colon', () => get('/tasks', 'A : b\r\n'), 400],
    ['a folded line', () => get('/tasks', 'A: b\r\n c\r\n'), 400],
    ['a line without a colon', () => get('/tasks', 'nonsense\r\n'), 400],
    ['a field without a name', () => get('/tasks', ': b\r\n'), 400],
    ['NUL in a field', () => get('/tasks', 'A: b\0c\r\n'), 400],
    ['ESC in a field', () => get('/tasks', 'A: b\x1bc\r\n'), 400],
    ['two blanks in the request line', () => `GET  /tasks HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['HTTP/0.9', () => 'GET /tasks\r\n\r\n', 400],
    ['HTTP/2.0', () => `GET /tasks HTTP/2.0\r\n${HOST}\r\n`, 505],
    ['a version of letters', () => `GET /tasks HTTP/x.y\r\n${HOST}\r\n`, 400],
    ['a TLS handshake', () => Buffer.from('16030100050100000100\n\r\n\r\n', 'latin1'), 400],
    ['three empty lines', () => '\r\n\r\n\r\n', 400],
  ],
  'targets that are no paths of the portal': [
    ['another server', () => get('http://example.com/tasks'), 400],
    ['an authority', () => `CONNECT example.com:443 HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['an asterisk', () => `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['no slash', () => get('tasks'), 400],
    ['a fragment', () => get('/tasks#top'), 400],
    ['NUL', () => get('/tasks%00'), 400],
    ['NUL as it is', () => get('/tasks\0'), 400],
    ['a line break', () => get('/tasks%0d%0aX-Injected:%20yes'), 400],
    ['half a percent sign', () => get('/tasks%4'), 400],
    ['a percent sign alone', () => get('/tasks?q=%'), 400],
    ['UTF-8 that is cut off', () => get('/tasks?q=%E5%8E'), 400],
    ['UTF-8 that is overlong', () => get('/tasks/%C0%AF'), 400],
    ['a byte that is no UTF-8', () => get('/tasks?q=\xff'), 400],
  ],
};

for (const [kind, rows] of Object.entries(REFUSED)) {
  describe(`refused, and the connection ended: ${kind}`, { concurrency: 8 }, () => {
    for (const [what, bytes, status] of rows) test(`${what}: ${status}`, () => isRefused(bytes(), status));
  });
}

// [what is sent, bytes, statuses of the answers]
const ANSWERED = [
  ['three requests in one go are answered in order', get('/healthz') + get('/nothing-here') + get('/healthz'), 200, 404, 200],
  ['an empty line before a request does no harm', `\r\n${get('/tasks')}`, 200],
  ['a second question mark is part of the value', get('/tasks?q=a?b'), 200],
  ['a slash and an equals sign are part of the value', get('/tasks?to=/a=b'), 200],
  ['percent signs in a field stay as they are', get('/tasks', 'A: %0d%0aX-Injected:%20yes\r\n'), 200],
  ['a line break in a query makes no header', get('/tasks?q=%0d%0aX-Injected:%20yes'), 200],
  ['a list of ranges gets the page', get('/tasks', `Range: bytes=${'0-,'.repeat(2600)}0-\r\n`), 200],
  ['one range gets the page', get('/tasks', 'Range: bytes=0-9\r\n'), 200],
  ['dots lead out of nothing', get('/web/../../../etc/passwd') + get('/..%2f..%2fetc%2fpasswd'), 404, 404],
  ['another method is refused', `DELETE /tasks HTTP/1.1\r\n${HOST}\r\nTRACE /tasks HTTP/1.1\r\n${HOST}\r\n`, 405, 405],
  ['a method that nobody knows is refused', `BREW /tasks HTTP/1.1\r\n${HOST}\r\n`, 405],
  ['the body of a refused POST is no request', [post(hidden), HIDDEN], 405],
];

describe('answered, and so is the next request: what is odd but clear', { concurrency: 8 }, () => {
  for (const [what, bytes, ...statuses] of ANSWERED) {
    test(what, async () => {
      for (const { status, head, body } of await isAnswered(bytes, ...statuses)) {
        assert.equal(header(head, 'x-injected'), undefined);
        if (status === 200) assert.equal(header(head, 'content-range'), undefined);
        assert.ok(!body.includes('root:'));
      }
    });
  }
});

test('the log knows clients by the addresses of their sockets', async () => {
  const client = await connect(address);
  client.send(get('/tasks', 'REMOTE_ADDR: 9.9.9.9\r\nX-Forwarded-For: 9.9.9.9\r\n'));
  await client.answers(1);
  client.destroy();
  if (server) assert.match(server.stderr(), /"peer":"127\.0\.0\.1"/);
  assert.doesNotMatch(server?.stderr() ?? '', /9\.9\.9\.9/);
});

test('HEAD has the head of GET and no body', async () => {
  const client = await connect(address);
  client.send(`HEAD /healthz HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`);
  await client.end();
  const [answer] = splitAnswers(client.text(), true);
  assert.equal(answer.status, 200);
  assert.ok(Number(header(answer.head, 'content-length')) > 0);
  assert.equal(client.text(), answer.head);
});

test('a page that the client has is not sent again', async () => {
  const client = await connect(address);
  client.send(get('/tasks'));
  const [{ head }] = await client.answers(1);
  client.send(get('/tasks', `If-None-Match: ${header(head, 'etag')}\r\n`));
  client.send(get('/healthz'));
  const [, unchanged, next] = await client.answers(3);
  assert.equal(unchanged.status, 304);
  assert.equal(header(unchanged.head, 'content-length'), undefined);
  assert.equal(next.body.trim(), 'ok');
  client.destroy();
});

test('a client that waits to be asked for its body is asked', async () => {
  const client = await connect(address);
  client.send(post('Content-Length: 5\r\nExpect: 100-continue\r\n'));
  const [interim] = await client.answers(1);
  assert.equal(interim.status, 100);
  client.send(`hello${get('/healthz')}`);
  assert.deepEqual((await client.answers(3)).map(({ status }) => status), [100, 405, 200]);
  client.destroy();
});

test('every refusal carries the headers of every answer, and nothing about the program', async () => {
  for (const bytes of ['nonsense\r\n\r\n', get('/tasks', 'A : b\r\n'), get('/nothing-here'), get('/api/v1/nothing-here'), post('Content-Length: -1\r\n')]) {
    const client = await connect(address);
    client.send(bytes);
    const [{ head }] = await client.answers(1);
    assert.match(header(head, 'content-security-policy') ?? '', /default-src 'self'/);
    assert.equal(header(head, 'x-content-type-options'), 'nosniff');
    assert.equal(header(head, 'referrer-policy'), 'same-origin');
    assert.equal(header(head, 'cross-origin-resource-policy'), 'same-origin');
    assert.equal(header(head, 'cache-control'), 'no-store');
    for (const name of ['server', 'x-powered-by', 'exception_what']) assert.equal(header(head, name), undefined, name);
    client.destroy();
  }
});

test('a head that drips is cut', { timeout: 60_000 }, async () => {
  const client = await connect(address);
  client.send(`GET /tasks HTTP/1.1\r\n${HOST}A: `);
  const dripping = setInterval(() => client.send('x'), 500);
  try {
    assert.deepEqual(await client.end(40), []);
  } finally {
    clearInterval(dripping);
    client.destroy();
  }
  await isSane();
});

test('800 idle and slow clients keep nobody waiting and need little memory', async () => {
  const rss = () => server && Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'latin1'))[1]);
  const before = rss();
  const others = [];
  const slow = ['', `GET /tasks HTTP/1.1\r\n${HOST}A: ${'x'.repeat(8000)}`, post('Content-Length: 60000\r\n', 'x'.repeat(1000)), get('/healthz')];
  try {
    for (let i = 0; i < 800; ++i) {
      others.push(await connect(address));
      if (slow[i % 4]) others.at(-1).send(slow[i % 4]);
    }
    for (let i = 0; i < 20; ++i) await isSane();
    if (server) assert.ok(rss() - before < 50 * 1024, `${before} KiB, then ${rss()} KiB`);
  } finally {
    for (const other of others) other.destroy();
  }
  await isSane();
});
