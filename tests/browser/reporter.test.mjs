// A reporter's month in both browsers: a draft that saves itself, a wrong number, two people at once, files, and the receipt.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { start, temporaryFolder } from '../system/start.mjs';
import { launchChromium69 } from './chromium69.mjs';
import { launchNewest } from './newest.mjs';
import { SIZES } from './pages.mjs';
import { DEMO_PASSWORD, Person } from './person.mjs';
import { until } from './until.mjs';

const TASK_2 = '/reports/2020-08/2/fagai';

let server;
before(async () => {
  server = await start(['--demo']);
});
after(() => server?.stop());

for (const launch of [launchNewest, launchChromium69]) {
  test(`a draft saves itself and is there after a crash: ${launch.name}`, async () => {
    const browser = await launch();
    const person = await Person.signIn(browser, server.url, 'fagai');
    await person.visit(TASK_2);
    const words = `三家单位完成能源审计（${browser.mark}）。`;
    await person.type('[name=progress]', words);
    assert.equal(await person.text('#f-progress-count'), `${words.length} 字`);
    await person.hide();
    await until(async () => /已于 \d\d:\d\d 自动保存/.test(await person.text('#saved')), 'the draft saved itself');
    await person.window.close();
    const again = await Person.signIn(browser, server.url, 'fagai');
    await again.visit(TASK_2);
    assert.equal(await again.value('[name=progress]'), words);
    await browser.close();
  });

  test(`a wrong number keeps what was typed, and its error leads to the box: ${launch.name}`, async () => {
    const browser = await launch();
    const person = await Person.signIn(browser, server.url, 'fagai');
    await person.visit(TASK_2);
    await person.type('[name=measures]', '每周调度一次。');
    await person.type('[name=completion]', '一半');
    await person.press('.savebar [value=save]', 422);
    assert.match(await person.window.evaluate(() => document.title), /^错误：任务 2/);
    assert.equal(await person.value('[name=measures]'), '每周调度一次。');
    assert.equal(await person.value('[name=completion]'), '一半');
    await person.click('.errsum a');
    assert.equal(await person.window.evaluate(() => document.querySelector(':target').name), 'completion');
    await browser.close();
  });

  test(`two people who write at once both keep their words: ${launch.name}`, async () => {
    const browser = await launch();
    const [one, other] = [await Person.signIn(browser, server.url, 'fagai'), await Person.signIn(browser, server.url, 'fagai')];
    for (const person of [one, other]) await person.visit(TASK_2);
    await one.type('[name=problems]', `甲写的问题（${browser.mark}）。`);
    await one.press('.savebar [value=save]');
    await other.type('[name=problems]', '乙写的问题。');
    await other.press('.savebar [value=save]', 409);
    assert.match(await other.text('.errsum'), /您填的内容还没有保存/);
    assert.equal(await other.value('[name=problems]'), '乙写的问题。');
    assert.match(await other.text('main'), new RegExp(`甲写的问题（${browser.mark}）`));
    await browser.close();
  });
}

test('a month is finished: what was returned is mended, a file goes with it, and there is a receipt', async () => {
  const browser = await launchNewest();
  const person = await Person.signIn(browser, server.url, 'fagai', { size: SIZES[1] });
  await person.visit('/reports');
  assert.match(await person.text('.due'), /还差 3 项/);
  await person.press('.ltbl tbody tr:first-child .btn');
  assert.match(await person.text('.ret'), /两家企业名称和预计到货日期未写/);
  await person.type('[name=progress]', '甲、乙两家企业的压缩机 8月26日到货，完成比例按新口径核为 52%。');
  const file = join(temporaryFolder(), '到货单.pdf');
  writeFileSync(file, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  await person.toNextPage(() => person.window.raw.setInputFiles('#f-file', file));
  assert.match(await person.text('.files'), /到货单\.pdf/);
  assert.match(await person.value('[name=progress]'), /^甲、乙两家企业/, 'a file does not cost what was typed');
  await person.press('.savebar [value=confirm]');
  assert.match(await person.text('main'), /附件 1 份/);
  await person.press('.savebar .btn--main');
  assert.match(await person.text('h1'), /已提交 \d 项/);
  assert.match(await person.text('.kv'), /2020-08-fagai-6/);
  await browser.close();
});

test('the same form does its work with JavaScript off', async () => {
  const browser = await launchNewest();
  const window = await browser.open(SIZES[0], { javaScriptEnabled: false });
  const page = window.raw;
  await window.visit(server.url + '/login');
  await page.fill('[name=username]', 'fagai');
  await page.fill('[name=password]', DEMO_PASSWORD);
  await page.click('main form button');
  await window.visit(server.url + '/reports/2020-08/narrative/fagai');
  await page.click('[value=compose]');
  assert.match(await page.inputValue('[name=progress]'), /^2020年8月，区发改局承担工作任务 7 项/);
  await page.click('.savebar [value=save]');
  assert.match(await page.textContent('[role=status]'), /草稿已保存/);
  await window.close();
  await browser.close();
});

test('the ledger prints on its side, to be signed; the narrative as a document', async () => {
  const browser = await launchNewest();
  const person = await Person.signIn(browser, server.url, 'fagai');
  const sheets = [['/reports?period=2020-07', '842 x 595', /月台账报表.*填报人：.*单位（盖章）/s], ['/reports/2020-07/narrative/fagai', '595 x 842', /工作进展情况报告.*区发改局（盖章）/s]];
  for (const [path, size, words] of sheets) {
    await person.visit(path);
    const file = join(temporaryFolder(), 'paper.pdf');
    writeFileSync(file, await person.window.raw.pdf({ preferCSSPageSize: true }));
    const [, width, height] = execFileSync('pdfinfo', [file], { encoding: 'utf8' }).match(/Page size: +([\d.]+) x ([\d.]+)/);
    assert.equal(`${Math.round(width)} x ${Math.round(height)}`, size, path);
    assert.match(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }), words, path);
  }
  await browser.close();
});
