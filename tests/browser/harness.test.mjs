// The checks themselves: a page with every fault they look for must not get past them, in either browser.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import test, { after, before } from 'node:test';
import { launchChromium69 } from './chromium69.mjs';
import { faults } from './every_page.mjs';
import { measure } from './measure.mjs';
import { launchNewest } from './newest.mjs';
import { SIZES } from './pages.mjs';

const POLICY = "default-src 'self' http://localhost:*";
const BAD = `<!doctype html><html><head><title></title></head><body><h1>甲</h1><h1>乙</h1>
<p style="color: red">inline style</p><div class="who"><a href="/bad">市生态环境局<br>历下分局</a></div><div id="wide"><hr width="2000"></div>
<img alt="" src="/missing.png"><img alt="" src="http://localhost:1/outside.png"><script src="/bad.js"></script></body></html>`;
const GOOD = `<!doctype html><html lang="zh-CN"><head><title>好</title></head>
<body><main><h1>好</h1><p>这一页没有任何问题，文字也足够长，可以通过全部检查。</p></main></body></html>`;

let site, url;
before(async () => {
  const bodies = { '/bad': ['text/html; charset=utf-8', BAD], '/good': ['text/html; charset=utf-8', GOOD],
    '/favicon.ico': ['image/x-icon', ''], '/bad.js': ['text/javascript', 'console.log("noise"); nothing.there();'] };
  site = createServer((request, response) => {
    const [type, body] = bodies[request.url] ?? ['text/plain', ''];
    response.writeHead(request.url in bodies ? 200 : 404, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  url = `http://127.0.0.1:${site.address().port}`;
});
after(() => {
  site.closeAllConnections();
  site.close();
});

for (const launch of [launchNewest, launchChromium69]) {
  test(`${launch.name} lets no fault of a bad page pass`, async () => {
    const browser = await launch();
    const window = await browser.open(SIZES[0]);
    const { problems } = await window.visit(url + '/bad');
    const seen = faults(await window.evaluate(measure));
    await browser.close();
    for (const what of [/^log: noise/, /^exception: .*nothing is not defined/, /^error: Refused to apply inline style|^error: Applying inline style/,
      /^status: 404 .*missing\.png/, /^outside: http:\/\/localhost:1\//, /^failed: http:\/\/localhost:1\//]) {
      assert.ok(problems.some((text) => what.test(text)), `${what} is not in\n${problems.join('\n')}`);
    }
    for (const what of [/no title/, /language is ""/, /headings of level 1: \["甲","乙"\]/, /0 main landmarks/, /px wider than the window: .*hr/, /names of units broken/]) {
      assert.ok(seen.some((text) => what.test(text)), `${what} is not in\n${seen.join('\n')}`);
    }
  });

  test(`${launch.name} finds nothing wrong with a good page`, async () => {
    const browser = await launch();
    const window = await browser.open(SIZES[1]);
    assert.deepEqual(await window.visit(url + '/good'), { status: 200, problems: [] });
    assert.deepEqual(faults({ ...(await window.evaluate(measure)) }), []);
    await browser.close();
  });
}
