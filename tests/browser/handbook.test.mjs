// Makes the pictures of the handbook: into shots/ at every run, so that it stays able to; into docs/handbook when asked to by
// SJSZ_HANDBOOK=1 (scripts/handbook).
import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import test from 'node:test';
import { start } from '../system/start.mjs';
import { HANDBOOK_SHOTS, README_SHOTS } from './handbook_shots.mjs';
import { launchNewest } from './newest.mjs';
import { SHOTS } from './pages.mjs';
import { Person } from './person.mjs';

const DOCS = process.env.SJSZ_HANDBOOK ? new URL('../../docs/', import.meta.url).pathname : SHOTS;
const WIDTH = 1000;
const DEMO_DAY = '2020-09-03';
const PDF = `%PDF-1.4\n${'%\n'.repeat(24_000)}%%EOF\n`;
const MOST_BYTES = 190 * 1024;

test('the pictures of the handbook are made, and are small', async (t) => {
  const [demo, empty] = await Promise.all([start(['--demo']), start()]);
  const browser = await launchNewest();
  t.after(() => browser.close());
  const links = {
    setup: empty.stderr().match(/http:\S+\/setup\?token=[\w-]{43}/)[0],
  };
  for (const [folder, shots] of [['handbook', HANDBOOK_SHOTS], ['images', README_SHOTS]]) {
    mkdirSync(DOCS + folder, { recursive: true });
    for (const shot of shots) {
      const file = `${DOCS}${folder}/${shot.file}.png`;
      const person = await arrive(browser, (shot.empty ? empty : demo).url, shot, links);
      if (shot.file === 'slips') links.invitation = await person.text('.slips .secret');
      await picture(person.window.raw, shot, file);
      await person.window.close();
      assert.ok(statSync(file).size <= MOST_BYTES, `${file} has ${statSync(file).size} bytes`);
    }
  }
  await Promise.all([demo.stop(), empty.stop()]);
});

async function arrive(browser, url, { who, path, link, fill, press, upload, width = WIDTH }, links) {
  const size = { width, height: 1000 };
  const person = await (who ? Person.signIn(browser, url, who, { size }) : Person.open(browser, url, { size }));
  await person.visit(path ?? links[link]);
  if (fill) await person.type(...fill);
  for (const button of [press ?? []].flat()) await person.press(button);
  if (upload) {
    const file = { name: upload, mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
    await person.toNextPage(() => person.window.raw.setInputFiles('#f-file', file));
  }
  return person;
}

// In a window as tall as the page, so that what sticks to the window's edge is in its place.
async function picture(page, { at, to }, path) {
  const width = page.viewportSize().width;
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await page.evaluate(tellDemonstrationTime, DEMO_DAY);
  const { top, bottom } = await page.evaluate(([first, last]) => {
    const box = (one) => one.getBoundingClientRect();
    const top = first ? box(document.querySelector(first)).top - 12 : 0;
    if (last) return { top, bottom: box(document.querySelector(last)).bottom };
    return { top, bottom: Math.max(...Array.from(document.querySelectorAll('main > *'), (one) => box(one).bottom)) + 16 };
  }, [at, to]);
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: top, width, height: bottom - top } });
}

// Sign-ins, links and tokens keep to the clock of the machine; in the pictures they happen on the demonstration's day.
function tellDemonstrationTime(day) {
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    texts.currentNode.data = texts.currentNode.data.replace(/\d{4}-\d\d-\d\d/g, (date) => {
      const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
      if (Math.abs(days) > 400) return date;
      return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    });
  }
}
