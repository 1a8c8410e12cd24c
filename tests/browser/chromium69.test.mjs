// Every page in Chromium 69. That it really is that old is checked too: else the rest would prove nothing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { launchChromium69 } from './chromium69.mjs';
import { testEveryPage } from './every_page.mjs';

test('the old browser is Chromium 69', async () => {
  const browser = await launchChromium69();
  assert.match(browser.version, /^HeadlessChrome\/69\./);
  await browser.close();
});

testEveryPage(launchChromium69);
