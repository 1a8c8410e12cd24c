// Makes the pictures of the handbook: into shots/ at every run, so that it stays able to; into docs/handbook when asked to by
// SJSZ_HANDBOOK=1 (scripts/handbook).
import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import test from 'node:test';
import { start } from '../system/start.mjs';
import { HANDBOOK_SHOTS } from './handbook_shots.mjs';
import { launchNewest } from './newest.mjs';
import { SHOTS } from './pages.mjs';
import { Person } from './person.mjs';

const FOLDER = process.env.SJSZ_HANDBOOK ? new URL('../../docs/handbook/', import.meta.url).pathname : `${SHOTS}handbook/`;
const WIDTH = 1000;
const MOST_BYTES = 190 * 1024;

test('the pictures of the handbook are made, and are small', async (t) => {
  mkdirSync(FOLDER, { recursive: true });
  const [demo, empty] = await Promise.all([start(['--demo']), start()]);
  const browser = await launchNewest();
  t.after(() => browser.close());
  const links = {
    setup: empty.stderr().match(/http:\S+\/setup\?token=[\w-]{43}/)[0],
  };
  for (const shot of HANDBOOK_SHOTS) {
    const size = { width: WIDTH, height: shot.at ? 1000 : shot.height };
    const server = shot.empty ? empty : demo;
    const person = await (shot.who ? Person.signIn(browser, server.url, shot.who, { size }) : Person.open(browser, server.url, { size }));
    await person.visit(shot.path ?? links[shot.link]);
    if (shot.fill) await person.type(...shot.fill);
    for (const button of [shot.press ?? []].flat()) await person.press(button);
    if (shot.file === 'slips') links.invitation = await person.text('.slips .secret');
    const file = `${FOLDER}${shot.file}.png`;
    await picture(person.window.raw, shot, file);
    await person.window.close();
    assert.ok(statSync(file).size <= MOST_BYTES, `${shot.file}.png has ${statSync(file).size} bytes`);
  }
  await Promise.all([demo.stop(), empty.stop()]);
});

async function picture(page, { at, above = 12, height }, path) {
  if (!at) return page.screenshot({ path });
  const y = await page.evaluate((place) => document.querySelector(place).getBoundingClientRect().top + window.scrollY, at);
  return page.screenshot({ path, fullPage: true, clip: { x: 0, y: y - above, width: WIDTH, height } });
}
