// What every answer carries, whatever it answers: the headers of docs/security.md, and how long it may be kept.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { start } from '../system/start.mjs';

const ALWAYS = {
  'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
const NEVER = ['server', 'access-control-allow-origin', 'x-powered-by', 'set-cookie'];
const KEPT_FOR_EVER = 'public, max-age=31536000, immutable';
const ASKED_AGAIN = 'private, no-cache';

let server, asset;
before(async () => {
  server = await start();
  asset = (await (await fetch(server.url + '/')).text()).match(/href="(\/web\/[^"]+\.css)"/)[1];
});
after(() => server?.stop());

const ROWS = [
  ['a page', '/tasks', {}, 200, /^text\/html; charset=utf-8$/, ASKED_AGAIN],
  ['a filtered page', '/tasks?unit=fagai', {}, 200, /^text\/html; charset=utf-8$/, ASKED_AGAIN],
  ['the API', '/api/v1/tasks', {}, 200, /^application\/json/, ASKED_AGAIN],
  ['an asset', () => asset, {}, 200, /^text\/css/, KEPT_FOR_EVER],
  ['the icon', '/favicon.ico', {}, 200, /^image\//, null],
  ['the state of health', '/healthz', {}, 200, /^text\/plain/, 'no-store'],
  ['a page that there is not', '/gone', {}, 404, /^text\/html; charset=utf-8$/, 'no-store'],
  ['an address of the API that there is not', '/api/v1/gone', {}, 404, /^application\/problem\+json/, 'no-store'],
  ['an asset that there is not', '/web/0000000000000000/gone.css', {}, 404, /^text\/html; charset=utf-8$/, 'no-store'],
  ['a wrong filter', '/tasks?role=boss', {}, 422, /^text\/html; charset=utf-8$/, 'no-store'],
  ['a wrong method', '/tasks', { method: 'DELETE' }, 405, /^text\/html; charset=utf-8$/, 'no-store'],
  ['a query that cannot be read', '/tasks?unit=%FF', {}, 400, /^text\/html; charset=utf-8$/, 'no-store'],
  ['an address that is too long', '/' + 'a'.repeat(3000), {}, 414, /^text\/html; charset=utf-8$/, 'no-store'],
  ['a head that is too large', '/', { headers: { cookie: 'a'.repeat(20_000) } }, 431, /^text\/html; charset=utf-8$/, 'no-store'],
];

for (const [what, address, options, status, type, keep] of ROWS) {
  test(`${what} carries the headers of every answer`, async () => {
    const answer = await fetch(server.url + (typeof address === 'function' ? address() : address), options);
    await answer.arrayBuffer();
    assert.equal(answer.status, status);
    for (const [name, value] of Object.entries(ALWAYS)) assert.equal(answer.headers.get(name), value, name);
    for (const name of NEVER) assert.equal(answer.headers.get(name), null, name);
    assert.match(answer.headers.get('content-type'), type);
    if (keep) assert.equal(answer.headers.get('cache-control'), keep);
    assert.equal(Boolean(answer.headers.get('etag')), answer.headers.get('cache-control') === ASKED_AGAIN || what === 'an asset');
  });
}

test('304 carries them too, with the ETag and without a body', async () => {
  for (const path of ['/', '/plan', '/tasks', '/api/v1/plan']) {
    const etag = (await fetch(server.url + path)).headers.get('etag');
    const answer = await fetch(server.url + path, { headers: { 'if-none-match': etag } });
    assert.equal(answer.status, 304);
    for (const [name, value] of Object.entries(ALWAYS)) assert.equal(answer.headers.get(name), value, name);
    assert.equal(answer.headers.get('etag'), etag);
    assert.equal(answer.headers.get('cache-control'), ASKED_AGAIN);
  }
});

test('pages, API and assets come compressed to those who take it, and the same to those who do not', async () => {
  for (const path of ['/', '/plan', '/tasks?unit=fagai', '/api/v1/plan', asset]) {
    const [small, plain] = await Promise.all(['gzip', 'identity'].map((coding) => fetch(server.url + path, { headers: { 'accept-encoding': coding } })));
    assert.equal(small.headers.get('content-encoding'), 'gzip', path);
    assert.equal(plain.headers.get('content-encoding'), null, path);
    for (const answer of [small, plain]) assert.match(answer.headers.get('vary'), /accept-encoding/i);
    assert.notEqual(small.headers.get('etag'), plain.headers.get('etag'), 'each coding is an answer of its own');
    const texts = [await small.text(), await plain.text()];
    assert.equal(texts[0], texts[1]);
    assert.ok(Number(small.headers.get('content-length')) < Buffer.byteLength(texts[1]));
  }
});

test('a page without its query and with one that it does not know is the same page', async () => {
  const [one, other] = await Promise.all(['/tasks', '/tasks?utm_source=oa&x=1'].map(async (path) => (await fetch(server.url + path)).headers.get('etag')));
  assert.equal(one, other);
});
