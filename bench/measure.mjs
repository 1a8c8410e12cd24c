// Called by bench/run. Three servers answer the same compressed bytes; wrk asks each in turn, several times over, so that what else
// the machine does meets all alike. Medians of the rounds; what counts are the ratios.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdIdle } from './idle.mjs';

const ROUNDS = 9;
const SECONDS = 1;
const PAGES = ['/tasks', '/indicators'];
const CONNECTIONS = [8, 32];
// By whom: made anew at each request, from the demonstration year.
const SIGNED_IN = { '/reports': 'fagai', '/review': 'office', '/dispatch': 'office', '/tasks': 'office' };
const IDLE = 2000;
const STARTS = 15;

const build = fileURLToPath(new URL('../build/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sjsz-bench-'));
const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

await main();

async function main() {
  console.log(`Machine: ${cpus().length} × ${cpus()[0].model}; ${new Date().toISOString().slice(0, 10)}; ${output(`${build}sjsz`, '--version')}`);
  const parts = { public: publicPages, start: coldStarts, 'signed-in': signedInPages, burst: signInBurst, submit: submissions };
  const asked = process.argv.slice(2);
  for (const name of asked.length ? asked : Object.keys(parts)) await parts[name]();
}

async function publicPages() {
  const servers = await startServers();
  for (const page of PAGES) await compare(servers, page);
  await stop(servers.map((server) => server.child));
}

// All three, ready, with the portal's pages in the hands of the other two.
async function startServers() {
  const portal = await portalOn(join(folder, 'data'));
  const files = [];
  for (const page of PAGES) {
    const { body, headers } = await get(portal.port, page);
    if (headers['content-encoding'] !== 'gzip') throw new Error(`${page} is not compressed by gzip`);
    writeFileSync(join(folder, `${page.slice(1)}.gz`), body);
    files.push(page, join(folder, `${page.slice(1)}.gz`));
  }
  const ports = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'nginx.conf'), nginxConfiguration(ports[0]));
  const nginx = await launch('nginx', ['nginx', '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'nginx.log')], ports[0]);
  const stock = await launch('cpp-httplib, 64 threads', [`${build}bench/stock`, String(ports[1]), ...files], ports[1]);
  for (const page of PAGES) {
    const answers = await Promise.all([portal, nginx, stock].map((server) => get(server.port, page)));
    if (!answers.every(({ body }) => body.equals(answers[0].body))) throw new Error(`${page}: not the same bytes`);
  }
  return [portal, nginx, stock];
}

// One page: every server at every number of connections, and the portal once more while it holds idle connections.
async function compare(servers, page) {
  const [portal, stock] = [servers[0], servers.at(-1)];
  const cases = CONNECTIONS.flatMap((connections) => [
    ...servers.map((server) => ({ name: server.name, server, connections, runs: [] })),
    ...(portal.cookie ? [] : [{ name: `portal, ${IDLE} idle connections`, server: portal, connections, idle: true, runs: [] }]),
  ]);
  for (const one of cases) await measure({ ...one, runs: [] }, page); // warm up
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of cases) await measure(one, page);
  }
  const size = (await get(portal.port, page, portal.cookie)).body.length;
  console.log(`\n\`${page}\`${portal.cookie ? ', signed in' : ''}, ${size} bytes compressed; medians of ${ROUNDS} alternating runs of ${SECONDS} s, wrk -t2\n`);
  console.log('| server | connections | requests/s | to cpp-httplib | p99, ms | to cpp-httplib | CPU, µs a request |');
  console.log('|---|---|---|---|---|---|---|');
  for (const one of cases) {
    const base = cases.find((other) => other.server === stock && other.connections === one.connections);
    const [rate, p99, cpu] = medians(one);
    const [baseRate, baseP99] = medians(base);
    const cells = [one.name, one.connections, Math.round(rate), (rate / baseRate).toFixed(2), p99.toFixed(2), (p99 / baseP99).toFixed(2), cpu.toFixed(1)];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function medians({ runs }) {
  return ['rate', 'p99', 'cpu'].map((key) => median(runs.map((run) => run[key])));
}

async function measure({ server, connections, idle, runs }, page) {
  const release = idle ? await holdIdle(server.port, page, IDLE) : () => {};
  const before = cpuSeconds(server.child.pid);
  const wrk = spawn('wrk', ['-t2', `-c${connections}`, `-d${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: gzip', '-H', `Cookie: ${server.cookie ?? ''}`, `http://127.0.0.1:${server.port}${page}`]);
  let text = '';
  wrk.stdout.on('data', (some) => (text += some));
  await once(wrk, 'close');
  const used = cpuSeconds(server.child.pid) - before;
  release();
  if (/Non-2xx|Socket errors/.test(text)) throw new Error(`${server.name}: ${text}`);
  const [, number, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(text);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]);
  const requests = Number(/(\d+) requests in/.exec(text)[1]);
  runs.push({ rate, p99: number * { us: 0.001, ms: 1, s: 1000 }[unit], cpu: (used / requests) * 1e6 });
}

// From the start of the process to the first answer, with an empty data folder and with a full one; memory after that answer.
async function coldStarts() {
  console.log('\n| start | to the first answer, ms (median, most) | RSS after it, MiB |');
  console.log('|---|---|---|');
  for (const [name, data] of [['empty data folder: schema and seed', (i) => `new-${i}`], ['data folder in use', () => 'new-0']]) {
    const times = [];
    const sizes = [];
    for (let i = 0; i < STARTS; i++) {
      const server = await portalOn(join(folder, data(i)));
      times.push(server.ready);
      sizes.push(memory(server.child));
      await stop([server.child]);
    }
    console.log(`| ${name} | ${median(times).toFixed(0)}, ${Math.max(...times).toFixed(0)} | ${median(sizes).toFixed(1)} |`);
  }
}

// Pages of who is signed in, against the same bytes from the memory of stock cpp-httplib.
async function signedInPages() {
  const portal = await portalOn(join(folder, 'demo'), '--demo');
  for (const [page, person] of Object.entries(SIGNED_IN)) {
    portal.cookie = await signIn(portal.port, person);
    const file = join(folder, 'signed-in.gz');
    writeFileSync(file, (await get(portal.port, page, portal.cookie)).body);
    const port = await freePort();
    const stock = await launch('cpp-httplib, 64 threads', [`${build}bench/stock`, String(port), page, file], port, page);
    await compare([portal, stock], page);
    await stop([stock.child]);
  }
  await stop([portal.child]);
}

// One person submits and withdraws again and again; how long the slowest answer took, and whether fifty that sign in at once are felt.
async function signInBurst() {
  const portal = await portalOn(join(folder, 'burst'), '--demo');
  const change = async (cookie, method, address, body) => {
    const answer = await fetch(`http://127.0.0.1:${portal.port}/api/v1${address}`, {
      method, body: JSON.stringify(body), headers: { cookie, origin: `http://127.0.0.1:${portal.port}`, 'content-type': 'application/json' },
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    return answer.json();
  };
  await change(await signIn(portal.port, 'office'), 'PUT', '/settings/write_limit', { value: 0, reason: '测速' });
  const cookie = await signIn(portal.port, 'fagai');
  const line = '/reports/2020-08/2/fagai';
  let { version } = await change(cookie, 'PUT', line, { version: 0, self_state: 'on_pace', completion: 60, progress: '完成两户企业关停退出的现场核查。', next_steps: '九月底前完成注销。' });
  const slowest = async (until) => {
    const times = [];
    let over = false;
    until.then(() => (over = true));
    while (!over) {
      for (const verb of ['/submit', '/withdraw']) {
        const began = performance.now();
        ({ version } = await change(cookie, 'POST', line + verb, { version }));
        times.push(performance.now() - began);
      }
    }
    return { count: times.length, median: median(times), most: Math.max(...times) };
  };
  const alone = await slowest(new Promise((resolve) => setTimeout(resolve, 2000)));
  const statuses = {};
  const burst = Promise.all(Array.from({ length: 50 }, async () => {
    const status = await tryToSignIn(portal.port, 'gongxin').then((answer) => answer.status);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }));
  const beside = await slowest(burst);
  console.log('\n| submissions and withdrawals, one after the other | answers | median, ms | slowest, ms |');
  console.log('|---|---|---|---|');
  for (const [name, { count, median: middle, most }] of [['alone', alone], ['while fifty sign in at once', beside]]) {
    console.log(`| ${name} | ${count} | ${middle.toFixed(1)} | ${most.toFixed(1)} |`);
  }
  console.log(`\nThe fifty were answered ${JSON.stringify(statuses)}. Memory after all this: ${memory(portal.child).toFixed(0)} MiB.`);
  await stop([portal.child]);
}

// Eight clients through the whole program but its sockets; bench/submit.cpp says how.
async function submissions() {
  console.log(`\n\`\`\`\n${output(`${build}bench/submit`, join(folder, 'submit'))}\n\`\`\``);
}

function tryToSignIn(port, username) {
  const body = new URLSearchParams({ username, password: 'demo-sijian-2020' });
  return fetch(`http://127.0.0.1:${port}/login`, { method: 'POST', body, redirect: 'manual', headers: { origin: `http://127.0.0.1:${port}` } });
}

async function signIn(port, username) {
  const answer = await tryToSignIn(port, username);
  if (answer.status !== 303) throw new Error(`${username} is not let in: ${answer.status}`);
  return answer.headers.get('set-cookie').split(';')[0];
}

async function portalOn(data, ...options) {
  const port = await freePort();
  return launch('portal', [`${build}sjsz`, 'serve', '--data', data, '--listen', `127.0.0.1:${port}`, ...options], port);
}

function memory(child) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;
}

// Starts a server and waits for its first answer. The portal writes its log as always, a line a request, but nobody keeps it: the
// others have none, and a busy disk must not decide.
async function launch(name, words, port, page = '/tasks') {
  const started = performance.now();
  const child = spawn(words[0], words.slice(1), { stdio: 'ignore' });
  children.add(child);
  child.on('close', () => children.delete(child));
  while (!(await get(port, page).catch(() => null))) {
    if (child.exitCode !== null || performance.now() - started > 20_000) throw new Error(`${name} does not answer`);
  }
  return { name, child, port, ready: performance.now() - started };
}

async function stop(list) {
  for (const child of list) {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
}

function nginxConfiguration(port) {
  const owner = process.getuid() === 0 ? 'user root;' : ''; // the folder is ours alone
  return `${owner} daemon off; worker_processes auto; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 4096; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000;
  default_type "text/html; charset=utf-8"; gzip_static always; open_file_cache max=100;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((use) => `${use}_temp_path ${folder}/${use};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${folder}; }
}`;
}

function get(port, path, cookie = '') {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers: { 'Accept-Encoding': 'gzip', Cookie: cookie }, agent: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part)).on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve({ body: Buffer.concat(parts), headers: answer.headers }) : reject(new Error(`${path}: ${answer.statusCode}`)),
      );
    });
    request.on('error', reject);
  });
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Of a process and its children (nginx has workers).
function cpuSeconds(pid) {
  const pids = [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)];
  const ticks = pids.map((one) => {
    const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, some) => sum + some, 0) / 100;
}

function output(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8' }).trim();
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
