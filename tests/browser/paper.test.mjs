// Every page on paper: A4, nothing of the screen's frame, no more sheets than it needs, heads on every sheet, no row cut in two.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { start } from '../system/start.mjs';
import { launchNewest } from './newest.mjs';
import { PAGES, SHOTS, SIZES } from './pages.mjs';

const MOST_SHEETS = { home: 3, plan: 6, 'plan-found': 6, tasks: 4 };

let server, browser;
before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  server = await start();
  browser = await launchNewest();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const page of PAGES.filter(({ status }) => !status)) {
  test(`${page.path} prints on A4, without the frame of the screen`, async () => {
    const window = await browser.open(SIZES[0]);
    await window.visit(server.url + page.path);
    const file = await print(window, page.file);
    const sheets = sizes(file);
    await window.raw.emulateMedia({ media: 'print' });
    const frame = await window.evaluate(shownFrame);
    await window.close();
    for (const sheet of sheets) assert.equal(sheet, '595 x 842');
    const most = MOST_SHEETS[page.file] ?? 2;
    assert.ok(sheets.length <= most, `${sheets.length} sheets, at most ${most} were thought of`);
    assert.deepEqual(frame, []);
  });
}

test('the table of tasks repeats its head on every sheet and cuts no task in two', async () => {
  const window = await browser.open(SIZES[0]);
  await window.visit(server.url + '/tasks');
  const file = await print(window, 'tasks');
  const heads = await window.evaluate(() => Array.from(document.querySelectorAll('main table thead tr:last-child th'), (head) => head.innerText.trim()));
  const tasks = (await (await fetch(server.url + '/api/v1/tasks')).json()).items;
  await window.close();
  const sheets = words(file);
  assert.ok(sheets.length >= 2, 'with one sheet nothing is shown');
  const ofTask = tasks.map(({ text }) => sheets.findIndex((sheet) => sheet.includes(bare(text))));
  assert.ok(!ofTask.includes(-1), `tasks that are on no sheet in one piece: ${tasks.filter((_, i) => ofTask[i] < 0).map(({ seq }) => seq)}`);
  assert.ok(heads.length >= 3);
  for (const number of new Set(ofTask)) {
    for (const head of heads) assert.ok(sheets[number].includes(bare(head)), `sheet ${number + 1} lacks the head ${head}`);
  }
});

async function print(window, name) {
  const file = `${SHOTS}${name}-print.pdf`;
  writeFileSync(file, await window.raw.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false }));
  execFileSync('pdftoppm', ['-r', '70', '-png', file, file.replace('.pdf', '')]);
  return file;
}

function sizes(file) {
  const facts = execFileSync('pdfinfo', ['-l', '99', file], { encoding: 'utf8' });
  return [...facts.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts/gm)].map(([, width, height]) => `${Math.round(width)} x ${Math.round(height)}`);
}

// The text of each sheet without spaces and line ends, cell by cell.
function words(file) {
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map(bare);
}

function bare(text) {
  return text.replace(/\s+/g, '');
}

// Parts of the frame that stand on paper though they are of use on a screen alone.
function shownFrame() {
  return Array.from(document.querySelectorAll('nav, form, button, body > a'))
    .filter((element) => element.getClientRects().length > 0 && !element.closest('svg'))
    .map((element) => element.outerHTML.slice(0, 80));
}
