// What people do, from page to page: with the mouse, with the keyboard alone, with JavaScript off, and coming back.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { start } from '../system/start.mjs';
import { launchNewest } from './newest.mjs';
import { PAGES, SIZES } from './pages.mjs';
import { until } from './until.mjs';

// What differs from one request to the next: its number and the clock.
const CHANGING = /[0-9a-f]{8}-[0-9a-f]+|\d\d:\d\d/g;

let server, browser;
before(async () => {
  server = await start();
  browser = await launchNewest();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const javaScriptEnabled of [true, false]) {
  test(`from home to the plan, its article, its task, a unit, and back, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const window = await browser.open(SIZES[0], { javaScriptEnabled });
    const page = window.raw;
    await window.visit(server.url + '/');
    await page.locator('nav a[href="/plan"]').first().click();
    await page.waitForURL('**/plan');
    const article = page.locator('main', { hasText: '进一步压减煤炭消费量' });
    await article.locator('a[href^="/tasks/9"]').first().click();
    await page.waitForURL('**/tasks/9*');
    const heading = await page.locator('h1').innerText();
    assert.match(await page.locator('main').innerText(), /严格执行全区煤炭消费压减工作总体要求/);
    assert.match(await page.locator('main').innerText(), /严格执行全区煤炭消费压减工作总体方案要求/, 'the article says it otherwise than the annex');
    await page.locator('main a[href^="/units/fagai"]').first().click();
    await page.waitForURL('**/units/fagai*');
    assert.match(await page.locator('h1').innerText(), /区发改局/);
    await page.goBack();
    assert.equal(await page.locator('h1').innerText(), heading);
    await page.goBack();
    assert.ok(page.url().includes('/plan'));
    await window.close();
  });
}

test('every page says the same with JavaScript off', async () => {
  const plain = await browser.open(SIZES[0], { javaScriptEnabled: false });
  const usual = await browser.open(SIZES[0]);
  for (const page of PAGES) {
    const texts = [];
    for (const window of [plain, usual]) {
      await window.visit(server.url + page.path);
      texts.push((await window.raw.locator('body').innerText()).replace(CHANGING, ''));
    }
    assert.equal(texts[0], texts[1], page.path);
  }
  await plain.close();
  await usual.close();
});

test('every link leads to a page', async () => {
  const window = await browser.open(SIZES[0]);
  const paths = new Set();
  for (const page of PAGES) {
    await window.visit(server.url + page.path);
    const links = await window.evaluate(() => Array.from(document.querySelectorAll('a[href]'), (link) => link.href));
    for (const link of links) paths.add(link.split('#')[0]);
    const here = await window.evaluate(() => Array.from(document.querySelectorAll('a[href^="#"]'), (link) => link.hash)
      .filter((hash) => !document.getElementById(decodeURIComponent(hash.slice(1)))));
    assert.deepEqual(here, [], `${page.path} has links to places that it has not`);
  }
  await window.close();
  const errors = new Set(PAGES.filter(({ status }) => status).map(({ path }) => server.url + path));
  const inside = [...paths].filter((path) => path.startsWith(server.url) && !errors.has(path));
  assert.ok(inside.length >= 16 + 19 + 15, `only ${inside.length} links`);
  for (const path of inside) assert.equal((await fetch(path)).status, 200, path);
});

test('tasks are filtered by unit and role with the keyboard alone', async () => {
  const window = await browser.open(SIZES[0]);
  const page = window.raw;
  await window.visit(server.url + '/tasks');
  await choose(page, 'unit', 'fagai');
  await choose(page, 'role', 'lead');
  await tabTo(page, 'main form button, main form input[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/unit=fagai/);
  const asked = new URL(page.url()).searchParams;
  assert.equal(asked.get('role'), 'lead');
  const expected = (await (await fetch(`${server.url}/api/v1/tasks?unit=fagai&role=lead`)).json()).items.map(({ seq }) => seq);
  assert.deepEqual(expected, [2, 5, 9]);
  assert.deepEqual(await shownTasks(page), expected);
  assert.equal(await page.locator('select[name=unit]').inputValue(), 'fagai', 'the form keeps what was asked');
  await window.close();
});

test('the first press of Tab shows a link that skips to the content', async () => {
  const window = await browser.open(SIZES[0]);
  const page = window.raw;
  await window.visit(server.url + '/tasks');
  await page.keyboard.press('Tab');
  const link = await page.evaluate(() => {
    const { top, left, width, height } = document.activeElement.getBoundingClientRect();
    return { target: document.activeElement.getAttribute('href'), shown: top >= 0 && left >= 0 && width > 20 && height > 20 };
  });
  assert.match(link.target, /^#/);
  assert.ok(link.shown);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
  await window.close();
});

for (const { path } of PAGES.filter((page) => !page.status)) {
  test(`the focus is seen wherever Tab leads on ${path}`, async () => {
    const window = await browser.open(SIZES[0]);
    await window.visit(server.url + path);
    const stops = await walk(window.raw);
    await window.close();
    assert.ok(stops.length > 5);
    assert.deepEqual(stops.filter(({ ring, seen }) => ring < 3 || !seen), []);
  });
}

test('a page that is loaded again is asked for with its ETag and not sent again; its assets are not even asked for', async () => {
  const window = await browser.open(SIZES[0]);
  await window.visit(server.url + '/tasks');
  const requests = () => server.stderr().split('\n').filter((line) => line.includes('"event":"request"')).map((line) => JSON.parse(line));
  await until(() => requests().some(({ path }) => path === '/tasks'), 'the first request is in the log');
  const before = requests().length;
  await window.raw.reload();
  const again = await until(() => requests().slice(before).find(({ path }) => path === '/tasks'), 'the second request is in the log');
  assert.equal(again.status, 304);
  assert.equal(await window.raw.locator('h1').count(), 1);
  assert.deepEqual(requests().slice(before).filter(({ path }) => path.startsWith('/web/')), []);
  await window.close();
});

async function choose(page, name, value) {
  await tabTo(page, `select[name=${name}]`);
  const options = await page.evaluate(() => Array.from(document.activeElement.options, (option) => option.value));
  assert.ok(options.includes(value), options.join());
  for (let i = 0; i < options.indexOf(value); ++i) await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.value), value);
}

async function tabTo(page, selector) {
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

function shownTasks(page) {
  return page.evaluate(() => {
    const seqs = Array.from(document.querySelectorAll('main table tbody a[href^="/tasks/"]'), (link) => Number(link.pathname.split('/')[2]));
    return Array.from(new Set(seqs));
  });
}

// Every place that Tab stops at: how thick its ring is, and whether it is in sight and under nothing else.
async function walk(page) {
  const stops = [];
  for (let i = 0; i < 300; ++i) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || element.dataset.walked) return null;
      element.dataset.walked = 'yes';
      const style = getComputedStyle(element);
      const box = element.getClientRects()[0];
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return {
        element: element.outerHTML.slice(0, 100),
        ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        seen: Boolean(top) && (element.contains(top) || top.contains(element)),
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}
