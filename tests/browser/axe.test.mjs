// WCAG 2.2 AA and good practice, by axe-core, on every page at both sizes.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { start } from '../system/start.mjs';
import { launchNewest } from './newest.mjs';
import { PAGES, SIZES } from './pages.mjs';
import { violations } from './violations.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launchNewest();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const size of SIZES) {
  for (const page of PAGES) {
    test(`axe finds nothing to complain of on ${page.path} at ${size.width} px`, async () => {
      const window = await browser.open(size);
      await window.visit(server.url + page.path);
      assert.deepEqual(await violations(window), []);
      await window.close();
    });
  }
}

test('axe does complain of a page with faults', async () => {
  const window = await browser.open(SIZES[0]);
  await window.visit(server.url + '/');
  await window.evaluate(() => {
    document.querySelector('main').innerHTML = '<h1></h1><img src="data:,"><p id="pale">看不清的文字</p><form><input></form>';
    document.getElementById('pale').style.color = '#eee';
  });
  const rules = (await violations(window)).map((line) => line.split(':')[0]);
  for (const rule of ['image-alt', 'label', 'color-contrast', 'empty-heading']) assert.ok(rules.includes(rule), rules.join());
  await window.close();
});
