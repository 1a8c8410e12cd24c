// What people see who have signed in, and the pages that let them in: every page for every role that has it, in both browsers and at
// both sizes, whole, silent, no wider than the window, and with nothing for axe to complain of.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { succeeds } from '../system/folders.mjs';
import { start } from '../system/start.mjs';
import { launchChromium69 } from './chromium69.mjs';
import { faults } from './every_page.mjs';
import { measure } from './measure.mjs';
import { launchNewest } from './newest.mjs';
import { SHOTS, SIZES } from './pages.mjs';
import { Person } from './person.mjs';
import { SIGNED_IN } from './signed_in.mjs';
import { violations } from './violations.mjs';

let server, empty;
before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  [server, empty] = await Promise.all([start(['--demo']), start()]);
});
after(() => Promise.all([server?.stop(), empty?.stop()]));

// The two pages that a link leads to.
const LINKED = [
  { file: 'setup', address: () => empty.stderr().match(/http:\S+\/setup\?token=[\w-]{43}/)[0] },
  { file: 'reset', address: async () => server.url + (await succeeds(['user', 'passwd', 'leader', '--data', server.data])).trim().replace(/^http:\/\/[^/]+/, '') },
];

for (const launch of [launchNewest, launchChromium69]) {
  for (const size of SIZES) {
    const what = `is whole, silent and no wider than ${size.width} px in ${launch === launchNewest ? 'the newest Chromium' : 'Chromium 69'}`;
    let browser;
    const people = new Map();
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());
    // Everybody signs in once and stays.
    const person = async (name) => {
      if (!people.has(name)) people.set(name, await (name ? Person.signIn(browser, server.url, name, { size }) : Person.open(browser, server.url, { size })));
      return people.get(name);
    };

    for (const { file, path, who, status = 200 } of SIGNED_IN) {
      for (const name of who) {
        test(`${path} for ${name ?? 'anyone'} ${what}`, async () => look(await person(name), server.url + path, `${file}-${name}`, browser, size, status));
      }
    }
    for (const { file, address } of LINKED) {
      test(`/${file} ${what}`, async () => look(await person(null), await address(), file, browser, size, 200));
    }
  }
}

async function look({ window }, address, file, browser, size, status) {
  const seen = await window.visit(address);
  await window.screenshot(`${SHOTS}signed-in-${file}-${browser.mark}-${size.name}.png`);
  assert.deepEqual({ ...seen, faults: faults(await window.evaluate(measure)) }, { status, problems: [], faults: [] });
  if (browser.mark === 'newest') assert.deepEqual(await violations(window), []);
}

// On a phone a row of a table is a block, without the head of the table in sight: a number or a date has to say what it is.
test('on a phone, what stands under a head that is out of sight says what it is', async (t) => {
  const browser = await launchNewest();
  t.after(() => browser.close());
  for (const [name, path, heads] of [['fagai', '/account', ['登录时间', '最近使用', '地址']], ['fagai', '/reports/2020-08/confirm', ['7月', '本次']], ['admin', '/admin/users', ['最近登录']]]) {
    const person = await Person.signIn(browser, server.url, name, { size: SIZES[1] });
    await person.visit(path);
    const said = await person.window.evaluate(() => Array.from(document.querySelectorAll('.stack tbody tr:first-child > *'), (cell) => getComputedStyle(cell, '::before').content));
    for (const head of heads) assert.ok(said.some((words) => words.includes(head)), `${path} ${head}: ${said}`);
  }
});
