// What no file of the project says: where it was written, what is left to do, where packages came from.
import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsIn, files, matches } from './files.mjs';

// The samples are put together here, so that this file is clean too.
const RULES = [
  ['path of some machine', /(?<![\w.])\/(work|home|root|Users)\/\w/, 'see /' + 'home/me/notes'],
  ['something left to do', /\b(TO[D]O|FIX[M]E|X{3}|HA[C]K)\b/, '// TO' + 'DO: later'],
  ['host of a package registry', /\b(registry\.np[m]js|np[m]js\.org|deb\.deb[i]an\.org|pyp[i]\.org|crates\.[i]o)\b/, 'https://registry.np' + 'mjs.org/ajv'],
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY/, '-----BEGIN RSA ' + 'PRIVATE KEY-----'],
  ['windows line end', /\r\n/, 'a\r' + '\n'],
  ['tab', /^ *\t/m, '\t' + 'indented'],
  ['space at the end of a line', /[ \t]+$/m, 'a ' + '\nb'],
];

function banned(text) {
  return matches(text, RULES.map(([what, pattern]) => [pattern, what]));
}

test('no file tells of machines, things to do, registries or secrets', () => {
  assert.deepEqual(faultsIn(files(/(CMakeLists|layers)\.txt$|\.(h|cpp|cmake|json|mjs|js|css|html|md|sql|sh|yml)$|^(scripts|\.ci|bench|tools)\/[^.]+$|^\.\w|^[A-Z]+$/), banned), []);
});

for (const [what, , sample] of RULES) {
  test(`banned finds: ${what}`, () => assert.ok(banned(sample).some((fault) => fault.what === what)));
}

test('what is no fault is let through', () => {
  assert.deepEqual(banned('GET /homepage, ../work/x, the word todo list, application/root\n  two spaces\n'), []);
});
