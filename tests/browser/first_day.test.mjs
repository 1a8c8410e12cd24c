// The first day of a portal: an empty folder, the link that its first start prints, accounts, 首个调度期, and the first report with its
// receipt. What it costs in pages and fields stands in docs/install.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { start } from '../system/start.mjs';
import { faults } from './every_page.mjs';
import { measure } from './measure.mjs';
import { Person } from './person.mjs';
import { violations } from './violations.mjs';
import { WAYS } from './ways.mjs';

const PASSWORD = '泉城的秋天很好看呀一二三';
const INSTALL = readFileSync(new URL('../../docs/install.md', import.meta.url), 'utf8');

for (const { name, launch, options } of WAYS) {
  test(`from an empty folder to the first receipt: ${name}`, async (t) => {
    const server = await start(['--today', '2020-09-03']);
    const browser = await launch();
    t.after(() => browser.close());
    const open = () => Person.open(browser, server.url, { options });
    const look = async (person) => {
      assert.deepEqual(faults(await person.window.evaluate(measure)), [], await person.path());
      if (browser.mark === 'newest' && options.javaScriptEnabled !== false) assert.deepEqual(await violations(person.window), [], await person.path());
    };

    const admin = await open();
    await setUp(admin, server, look);
    const forOffice = await addOffice(admin, look);
    const links = await addReporters(admin, look);
    const office = await open();
    await firstPassword(office, forOffice, '赵敏', look);
    await startPeriods(office, look);
    const reporter = await open();
    await firstPassword(reporter, links[0], '王欣', look);
    await firstReport(reporter, look);

    const row = (who, { pages, fields }) => `| ${who} | ${pages} | ${fields} |`;
    for (const line of [row('系统管理员', admin), row('专班办公室', office), row('部门填报人', reporter)]) {
      assert.ok(INSTALL.includes(line), `docs/install.md does not say: ${line}`);
    }
    await server.stop();
  });
}

async function setUp(admin, server, look) {
  const printed = server.stderr().match(/http:\/\/\S+\/setup\?token=[\w-]+/)[0];
  await admin.visit(printed);
  await look(admin);
  await admin.type('[name=name]', 'admin');
  await admin.type('[name=display]', '李明');
  await setPassword(admin);
  assert.match(await admin.text('h1'), /账号/);
  await look(admin);
}

async function addOffice(admin, look) {
  await admin.type('#f-name', 'bangongshi');
  await admin.type('#f-display', '赵敏');
  await admin.type('[name=role]', 'office');
  await admin.type('[name=unit]', 'shengtai');
  await admin.pressWords('建立账号');
  await look(admin);
  return admin.text('.slips .secret');
}

// Pasted from a table. A wrong line, which is no part of the count, is shown, and nothing is made.
async function addReporters(admin, look) {
  await admin.pressWords('账号');
  await admin.uncounted(async () => {
    await admin.type('#f-rows', '发改委\t王欣\tfagai\n区工信局\t刘洋\tgongxin\n');
    await admin.pressWords('核对', { status: 422 });
    await look(admin);
    assert.match(await admin.text('.err'), /单位/);
    await admin.visit('/admin/users');
  });
  await admin.type('#f-rows', '区发改局\t王欣\tfagai\n区工信局\t刘洋\tgongxin\n');
  await admin.pressWords('核对');
  await look(admin);
  await admin.pressWords('建立这 2 个账号');
  await look(admin);
  const slips = await admin.texts('.slips li');
  assert.match(slips[0], /区发改局.*王欣.*fagai/s);
  return admin.texts('.slips .secret');
}

async function firstPassword(person, link, name, look) {
  await person.visit(link);
  assert.match(await person.text('main'), new RegExp(name));
  await look(person);
  await setPassword(person);
  await look(person);
}

async function setPassword(person) {
  await person.type('[name=password]', PASSWORD);
  await person.type('[name=again]', PASSWORD);
  await person.press('main form button');
}

async function startPeriods(office, look) {
  await office.pressWords('设置', { within: 'nav' });
  assert.match(await office.text('main'), /还没有设置首个调度期/);
  await look(office);
  await office.pressWords('修改首个调度期');
  await look(office);
  await office.type('[name=value]', '2020年8月');
  await office.type('[name=reason]', '系统启用，从8月起逐月调度。');
  await office.pressWords('保存修改');
  assert.match(await office.text('tbody tr'), /2020-08/);
}

// Task 12, which the unit has alone: four boxes are enough.
async function firstReport(reporter, look) {
  await reporter.pressWords('本月填报', { within: 'nav' });
  assert.match(await reporter.text('.due'), /8月填报 · 9月7日前.*还差 7 项/);
  await look(reporter);
  await reporter.pressWords('民用优质燃煤');
  await look(reporter);
  await reporter.choose('[name=self_state][value=on_pace]');
  await reporter.type('[name=completion]', '30');
  await reporter.type('[name=progress]', '完成优质燃煤招标，配送点已确定 3 处，首批到货。');
  await reporter.type('[name=next_steps]', '9月底前完成入户登记。');
  await reporter.press('.savebar [value=confirm]');
  await look(reporter);
  await reporter.pressWords('提交 1 项');
  await look(reporter);
  assert.match(await reporter.text('h1'), /已提交 1 项/);
  assert.match(await reporter.text('.kv'), /2020-08-fagai-1/);
}
