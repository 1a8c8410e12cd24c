// The description itself: what an independent linter says of it, and whether it names the same addresses as the program.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import redocly from '@redocly/openapi-core';
import { start } from '../system/start.mjs';
import { DESCRIPTION } from './api.mjs';

// An API of one portal has no licence of its own: the program's is in LICENCES.txt.
const RULES = { extends: ['recommended-strict'], rules: { 'info-license': 'off', 'info-license-strict': 'off' } };

let server;
before(async () => {
  server = await start();
});
after(() => server?.stop());

test('the served description passes the linter', async () => {
  const answer = await fetch(`${server.url}/api/v1/openapi.json`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^application\/json/);
  assert.deepEqual(await lint(await answer.text()), []);
});

test('the linter does find faults', async () => {
  const broken = JSON.parse(JSON.stringify(DESCRIPTION));
  broken.paths['/units'].get.operationId = 'listTasks';
  broken.paths['/plan'].get.responses['200'].content['application/json'].schema.$ref = '#/components/schemas/Gone';
  const faults = await lint(JSON.stringify(broken));
  assert.ok(faults.some((text) => text.startsWith('operation-operationId-unique')), faults.join('\n'));
  assert.ok(faults.some((text) => text.startsWith('no-unresolved-refs')), faults.join('\n'));
});

test('the description that is served is the one of the sources', async () => {
  assert.deepEqual(await (await fetch(`${server.url}/api/v1/openapi.json`)).json(), DESCRIPTION);
});

test('the program routes exactly the operations that are described, with the queries that are described', () => {
  const table = readFileSync(new URL('../../src/routes.cpp', import.meta.url), 'utf8');
  const routed = [...table.matchAll(/\{(GET|PUT|POST), "\/api\/v1([^"]+)", \{([^}]*)\}/g)]
    .map(([, method, path, queries]) => [`${method} ${path.replace(/:\w+\}/g, '}')}`, [...queries.matchAll(/"(\w+)"/g)].map(([, name]) => name).sort()]);
  const described = Object.entries(DESCRIPTION.paths).flatMap(([path, methods]) => Object.entries(methods)
    .map(([method, { parameters = [] }]) => [`${method.toUpperCase()} ${path}`, parameters.map(nameOf).filter(Boolean).sort()]));
  assert.deepEqual(Object.fromEntries(routed), Object.fromEntries(described));
});

test('every operation has a name, a summary and a description, and no object of ours may have more than is described', () => {
  for (const [path, methods] of Object.entries(DESCRIPTION.paths)) {
    for (const operation of Object.values(methods)) {
      for (const key of ['operationId', 'summary', 'description']) assert.ok(operation[key], `${path} has no ${key}`);
    }
  }
  for (const [name, schema] of Object.entries(DESCRIPTION.components.schemas)) {
    const closed = schema.additionalProperties === false || schema.unevaluatedProperties === false;
    if (schema.properties && name !== 'IndicatorFields') assert.ok(closed, `${name} is open`);
    for (const key of Object.keys(schema.properties ?? {})) assert.ok(schema.required.includes(key), `${name}.${key} may be left out`);
  }
});

function nameOf(parameter) {
  const part = parameter.$ref ? DESCRIPTION.components.parameters[parameter.$ref.split('/').pop()] : parameter;
  return part.in === 'query' && part.name;
}

async function lint(source) {
  const config = await redocly.createConfig(RULES);
  const found = await redocly.lintFromString({ source, absoluteRef: 'openapi.json', config });
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0].pointer}`);
}
