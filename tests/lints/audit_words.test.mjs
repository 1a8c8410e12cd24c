// Every action that the program writes into the audit log has its word in the one table, and the table has no other.
import assert from 'node:assert/strict';
import test from 'node:test';
import { stringsOf } from './cpp.mjs';
import { files, read } from './files.mjs';

const TABLE = 'src/view/audit_words.cpp';
const WRITERS = /^src\/((actions|cli|pages)\/\w+|storage\/db|\w+)\.cpp$/;
const FILE_NAME = /\.(css|db|h|ico|js|json|lock|new|part|csv|html)$/;

const known = new Set([...read(TABLE).match(/kActions\[\] = \{([^]*?)\n\};/)[1].matchAll(/\{"([a-z._]+)"/g)].map(([, code]) => code));

function actionsIn(path) {
  const dotted = stringsOf(read(path)).map(({ text }) => text.slice(1, -1)).filter((text) => /^[a-z]+\.[a-z_]+$/.test(text) && !FILE_NAME.test(text));
  return [...dotted, ...[...read(path).matchAll(/record_command\(db, "([a-z.]+)"/g)].map(([, code]) => code)];
}

test('every action of the audit log has a word', () => {
  const written = new Set(files(WRITERS).flatMap(actionsIn));
  assert.deepEqual([...written].filter((code) => !known.has(code)), []);
  assert.deepEqual([...known].filter((code) => !written.has(code)), []);
});
