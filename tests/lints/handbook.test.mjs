// The handbook shows pictures that there are and that its script makes, and says the words that the pages say.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { HANDBOOK_SHOTS } from '../browser/handbook_shots.mjs';
import { files, read, ROOT } from './files.mjs';

const BOOK = readdirSync(join(ROOT, 'docs/handbook'));
const TEXT = BOOK.filter((name) => name.endsWith('.md')).map((name) => read(`docs/handbook/${name}`)).join('\n');
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();

test('every picture that the handbook shows is there, and its script makes these and no other', () => {
  const shown = all(TEXT, /!\[[^\]]*\]\(([^)]+)\)/g);
  assert.deepEqual(BOOK.filter((name) => name.endsWith('.png')).sort(), shown);
  assert.deepEqual(HANDBOOK_SHOTS.map(({ file }) => `${file}.png`).sort(), shown);
});

test('what is bold in the handbook stands on a page', () => {
  const said = files(/^templates\/.*\.html$|^src\/(view|pages|domain)\/.*\.cpp$/).map(read).join('\n');
  const strange = all(TEXT, /\*\*([^*]+)\*\*/g).filter((words) => !said.includes(words.replace(/7月/, '')) && !said.includes(words.replace(/7月.*/, '')));
  assert.deepEqual(strange, []);
});
