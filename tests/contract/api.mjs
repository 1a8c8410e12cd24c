// The description of the API in web/openapi.json, and what it says of an answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export const DESCRIPTION = JSON.parse(readFileSync(new URL('../../web/openapi.json', import.meta.url), 'utf8'));
export const PLAN = JSON.parse(readFileSync(new URL('../../seed/plan-2020.json', import.meta.url), 'utf8')).plans[0];
export const UNITS = JSON.parse(readFileSync(new URL('../../seed/plan-2020.json', import.meta.url), 'utf8')).units;

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(DESCRIPTION, 'api');

// What the description has to say of an answer to GET path (as in the description: /indicators/{seq}), or to another
// method; nothing: [].
export function faults(path, status, type, body, method = 'GET') {
  const name = response(path, status, method.toLowerCase());
  if (!name) return [`${path} is not described to answer ${status}`];
  const content = pointer(name).content ?? {};
  const media = type.split(';')[0];
  if (!content[media]) return [`${path} is not described to answer ${status} as ${media}`];
  const validate = ajv.compile({ $ref: `api${encodeURI(name)}/content/${escape(media)}/schema` });
  return validate(body) ? [] : validate.errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

// Asks for an address, or sends `json` to it, and resolves with its JSON, after holding both against the description.
export async function call(server, path, { address = path, status = 200, headers = {}, method = 'GET', json } = {}) {
  const sent = json === undefined ? {} : { method, body: JSON.stringify(json), headers: { ...headers, 'content-type': 'application/json', origin: server.url } };
  if (json !== undefined && status < 400) assert.deepEqual(faultsInRequest(path, method, json), [], `${method} ${address}`);
  const answer = await fetch(`${server.url}/api/v1${address}`, { method, headers, ...sent });
  const body = await answer.json();
  assert.equal(answer.status, status, JSON.stringify(body));
  assert.deepEqual(faults(path, status, answer.headers.get('content-type'), body, method), [], `${address} → ${JSON.stringify(body).slice(0, 400)}`);
  return body;
}

// What the description has to say of a body that is sent; nothing: [].
export function faultsInRequest(path, method, json) {
  const name = DESCRIPTION.paths[path][method.toLowerCase()].requestBody.$ref;
  const validate = ajv.compile({ $ref: `api${encodeURI(name)}/content/${escape('application/json')}/schema` });
  return validate(json) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

// Where in the document the response stands: "#/paths/~1tasks/get/responses/200", or the component it refers to.
function response(path, status, method) {
  const { responses } = DESCRIPTION.paths[path][method];
  const key = [String(status), `${String(status)[0]}XX`, 'default'].find((one) => responses[one]);
  return key && (responses[key].$ref ?? `#/paths/${escape(path)}/${method}/responses/${key}`);
}

function pointer(name) {
  return name.slice(2).split('/').reduce((part, key) => part[key.replace(/~1/g, '/').replace(/~0/g, '~')], DESCRIPTION);
}

function escape(key) {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
