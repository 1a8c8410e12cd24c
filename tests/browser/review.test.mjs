// The office's day: it judges a line, sends another back, which comes again; it accepts what raises no question, and chases the rest.
import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from '../system/start.mjs';
import { launchNewest } from './newest.mjs';
import { SIZES } from './pages.mjs';
import { Person } from './person.mjs';
import { WAYS } from './ways.mjs';

const REASON = '请写明楼宇名单和“71%”的来源。';
const MENDED = '明湖天地等4栋楼宇微改造开工，新增共享车位310个；服务业重点项目投资71%，据区统计局8月快报。';

for (const { name, launch, options } of WAYS) {
  test(`what was reported is judged, returned, mended and accepted: ${name}`, async (t) => {
    const server = await start(['--demo']);
    const browser = await launch();
    t.after(() => browser.close());
    const signIn = (account) => Person.signIn(browser, server.url, account, { options });
    const office = await signIn('office');
    assert.match(await office.text('main'), /6 项填报等待审核/);
    await office.pressWords('6 项填报等待审核');
    assert.match(await office.text('h1'), /待审 6 项/);

    await judge(office);
    await sendBack(office);
    const wang = await signIn('fagai');
    await mend(wang);
    await acceptMany(office);

    await wang.visit('/reports/2020-08/7/fagai');
    assert.match(await wang.text('main'), /专班办公室核定：正常推进/);
    assert.match(await wang.text('main'), /第 2 稿/);
    const zhujian = await signIn('zhujian');
    await zhujian.visit('/reports/2020-08/15/zhujian');
    assert.match(await zhujian.text('main'), /核定：进度滞后，与单位自评不同/);
    await server.stop();
  });

  test(`who has not reported is found, filtered and chased: ${name}`, async (t) => {
    const server = await start(['--demo']);
    const browser = await launch();
    t.after(() => browser.close());
    const office = await Person.signIn(browser, server.url, 'office', { options });
    await office.pressWords('调度台', { within: 'nav' });
    assert.match(await office.text('.due'), /还差 4 项，涉及 1 个单位/);
    assert.equal((await shownUnits(office)).length, 14);
    const expected = { outstanding: ['区发改局'], late: [], waiting: ['区发改局', '区市场监管局', '市生态环境局历下分局', '各街道办事处', '区住建局', '区市政工程服务中心'] };
    for (const [state, units] of Object.entries(expected)) {
      await office.type('[name=state]', state);
      await office.pressWords('查询');
      assert.deepEqual(await shownUnits(office), units, state);
      assert.equal(await office.value('[name=state]'), state, 'the form keeps what was asked');
    }
    await office.pressWords('重置');
    await office.type('[name=period]', '2020-06');
    await office.pressWords('查询');
    assert.match(await office.text('h1'), /2020年6月/);
    await office.visit('/dispatch?period=2020-08');
    await chase(office);
    await server.stop();
  });
}

test('on a phone, what was and what is stand side by side in sight', async (t) => {
  const server = await start(['--demo']);
  const browser = await launchNewest();
  t.after(() => browser.close());
  const office = await Person.signIn(browser, server.url, 'office', { size: SIZES[1] });
  await office.visit('/review?line=2020-08.7.fagai');
  const hidden = await office.window.evaluate(() => Array.from(document.querySelectorAll('.rtbl td'))
    .filter((cell) => cell.getBoundingClientRect().right > document.documentElement.clientWidth).map((cell) => cell.textContent));
  assert.deepEqual(hidden, []);
  await server.stop();
});

// Task 15, with a state of the office's own, which needs its reason.
async function judge(office) {
  await office.pressWords('任务 15');
  assert.match(await office.text('article .note--warn'), /1 条提醒/);
  await office.type('[name=judged_state]', 'behind');
  await office.pressWords('通过，看下一项', { status: 422 });
  assert.match(await office.text('#f-accept-fault'), /请写明理由/);
  assert.equal(await office.value('[name=judged_state]'), 'behind', 'what was chosen stays');
  await office.type('#f-accept', '9台机械不达标，核定为进度滞后。');
  await office.pressWords('通过，看下一项');
  assert.match(await office.text('[role=status]'), /^任务 \d+ .*的填报已审核通过。$/);
  assert.match(await office.text('h1'), /待审 5 项/);
}

// Task 7 of 区发改局; without a reason nothing is sent back.
async function sendBack(office) {
  await office.pressWords('任务 7');
  assert.match(await office.text('article'), /微改造开工4处，新增共享车位310个/);
  await office.pressWords('退回修改', { status: 422 });
  assert.match(await office.text('#f-return-fault'), /原因/);
  await office.type('#f-return', REASON);
  await office.pressWords('退回修改');
  assert.match(await office.text('[role=status]'), /退回/);
  assert.match(await office.text('h1'), /待审 4 项/);
}

// The reporter finds it at home, reads why, mends it and sends it again.
async function mend(wang) {
  assert.match(await wang.text('.todo'), /8月 任务 7/);
  await wang.pressWords('8月 任务 7');
  assert.match(await wang.text('.ret'), new RegExp(REASON));
  await wang.type('[name=progress]', MENDED);
  await wang.press('.savebar [value=confirm]');
  assert.match(await wang.text('main'), /明湖天地等4栋楼宇/);
  await wang.press('.savebar .btn--main');
  assert.match(await wang.text('.kv'), /任务 7　现代服务业　第 2 稿，已封存/);
}

async function acceptMany(office) {
  await office.visit('/review');
  await office.pressWords('批量通过无提醒的');
  const lines = await office.texts('tbody tr');
  assert.ok(lines.some((line) => line.includes('明湖天地等4栋楼宇')), lines.join('\n'));
  await office.pressWords(`通过这 ${lines.length} 项`);
  assert.match(await office.text('[role=status]'), /无提醒的 \d+ 项已审核通过/);
  const left = (await office.texts('.queue > ul:first-child a')).filter((line) => !line.includes('提醒') && !line.includes('由区政府办公室审核'));
  assert.deepEqual(left, []);
}

async function chase(office) {
  assert.match(await office.text('.call'), /任务 5 传统行业绿色改造（退回修改）.*请于 9月7日 24 时前在系统中提交/);
  await office.type('.call [name=way]', 'visit');
  await office.type('.call [name=note]', '王科长答应周五前报齐。');
  await office.pressWords('登记已催');
  assert.match(await office.text('[role=status]'), /已登记对.+的催报/);
  assert.match((await office.texts('.hist li'))[0], /区发改局：王科长答应周五前报齐。/);
}

const shownUnits = (person) => person.texts('.board tbody th');
