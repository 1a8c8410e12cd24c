// What must hold for every page in every browser and at every size.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { start } from '../system/start.mjs';
import { measure } from './measure.mjs';
import { PAGES, SHOTS, SIZES, ZOOMED } from './pages.mjs';

export function testEveryPage(launch) {
  let server, browser;
  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    server = await start();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const size of [...SIZES, ZOOMED]) {
    for (const page of PAGES) {
      test(`${page.path} is whole, silent and no wider than ${size.width} px`, async () => {
        const window = await browser.open(size);
        const { status, problems } = await window.visit(server.url + page.path);
        assert.equal(status, page.status ?? 200);
        const seen = await window.evaluate(measure);
        await window.screenshot(`${SHOTS}${page.file}-${browser.mark}-${size.name}.png`);
        await window.close();
        assert.deepEqual(problems, []);
        assert.deepEqual(faults(seen), []);
      });
    }
  }

  test('every page says in its title and its heading which page it is', async () => {
    const window = await browser.open(SIZES[0]);
    const titles = new Map();
    for (const page of PAGES.filter(({ status, path }) => !status && !path.includes('?'))) {
      await window.visit(server.url + page.path);
      const { title } = await window.evaluate(measure);
      assert.ok(!titles.has(title), `${page.path} has the title of ${titles.get(title)}: ${title}`);
      titles.set(title, page.path);
    }
    await window.close();
  });
}

export function faults({ title, language, headings, landmarks, overflow, wide, broken, words }) {
  const all = [];
  if (!title.trim()) all.push('no title');
  if (language !== 'zh-CN') all.push(`language is "${language}"`);
  if (headings.length !== 1 || !headings[0]) all.push(`headings of level 1: ${JSON.stringify(headings)}`);
  if (landmarks !== 1) all.push(`${landmarks} main landmarks`);
  if (overflow > 0) all.push(`${overflow} px wider than the window: ${wide.join(', ')}`);
  if (broken.length > 0) all.push(`names of units broken into two lines: ${broken.join(', ')}`);
  if (words < 20) all.push(`only ${words} characters of text`);
  return all;
}
