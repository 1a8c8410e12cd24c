// The layers of src/layers.txt, from the include lines of the sources: who includes whom, without cycles, and no more than is good.
import assert from 'node:assert/strict';
import test from 'node:test';
import { includes } from './cpp.mjs';
import { files, read } from './files.mjs';

const GENERATED = ['version.h'];
// Includes of the project's files, a source's own header not counted; headers have no share above the usual
// (docs/decisions/0005).
const INCLUDES = { usual: 8, share: 0.9, many: 12, shareOfMany: 0.01 };
// Assemble the product or its gallery, so they name all of it.
const ASSEMBLERS = ['routes.cpp', 'app.cpp', 'serve.cpp', 'main.cpp', 'view/gallery_view.cpp'];
// Headers that pages share; a page includes no other page.
const SHARED_BY_PAGES = ['pages/page.h', 'pages/layout.h'];

function layersOf(text) {
  const lines = text.split('\n').map((line) => line.match(/^([a-z]+): *(.*)$/)).filter(Boolean);
  return new Map(lines.map(([, layer, others]) => [layer, others.split(/ +/).filter(Boolean)]));
}

// {path: source} of src/, without "src/" → Map of path → paths of the project that it includes
function graphOf(sources) {
  return new Map(Object.entries(sources).map(([path, text]) => [path, includes(text).filter(({ system }) => !system).map(({ name }) => name)]));
}

const layerOf = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '.');

function wrongIncludes(graph, layers) {
  const faults = [];
  for (const [path, others] of graph) {
    const own = layerOf(path);
    for (const other of others) {
      const layer = layerOf(other);
      if (!graph.has(other) && !GENERATED.includes(other)) faults.push(`${path} includes ${other}, which is not in src/`);
      else if (own !== '.' && layer !== own && !layers.get(own)?.includes(layer)) faults.push(`${path} may not include ${other}`);
    }
  }
  return faults;
}

function cycles(graph) {
  const done = new Set();
  const found = [];
  const walk = (path, way) => {
    if (way.includes(path)) return found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path)) return undefined;
    for (const other of graph.get(path) ?? []) walk(other, [...way, path]);
    return done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

function neighbours(graph) {
  const faults = [];
  for (const [path, others] of graph) {
    const own = path.replace(/\.\w+$/, '');
    for (const other of others) {
      const itself = other.replace(/\.\w+$/, '') === own;
      if (itself) continue;
      if (/_store\.\w+$/.test(path) && /_store\.h$/.test(other)) faults.push(`${path}: a store includes no store (${other})`);
      const pages = /^pages\/.*_(pages|api)\.h$/;
      if (/^pages\//.test(path) && pages.test(other) && !SHARED_BY_PAGES.includes(other)) faults.push(`${path}: a page includes no page (${other})`);
    }
  }
  return faults;
}

// Files by the number of their includes, most first: headers with more than the usual number, and sources where more
// than one in ten has more than that, or more than one in a hundred has many.
function tooMany(graph) {
  const own = (path) => path.replace(/cpp$/, 'h');
  const counted = [...graph].filter(([path]) => !ASSEMBLERS.includes(path))
    .map(([path, others]) => ({ path, count: others.filter((other) => other !== own(path)).length }))
    .sort((one, other) => other.count - one.count);
  const sources = counted.filter(({ path }) => path.endsWith('.cpp'));
  const over = (most) => sources.filter(({ count }) => count > most);
  const { usual, share, many, shareOfMany } = INCLUDES;
  const crowded = over(usual).length > sources.length * (1 - share) ? over(usual)
    : over(many).length > sources.length * shareOfMany ? over(many) : [];
  const headers = counted.filter(({ path, count }) => path.endsWith('.h') && count > usual);
  return [...headers, ...crowded].map(({ path, count }) => `${path}: ${count} includes`);
}

const layers = layersOf(read('src/layers.txt'));
const graph = graphOf(Object.fromEntries(files(/^src\/.*\.(h|cpp)$/).map((path) => [path.slice(4), read(path)])));

test('no file includes what its layer may not', (t) => {
  assert.deepEqual(wrongIncludes(graph, layers), []);
  picture().forEach((line) => t.diagnostic(line));
});

test('no includes go round in a circle', () => {
  assert.deepEqual(cycles(graph), []);
  const between = new Map([...layers].map(([layer, others]) => [layer, others]));
  assert.deepEqual(cycles(between), [], 'src/layers.txt itself');
});

test('stores and pages stand beside each other, not upon each other', () => assert.deepEqual(neighbours(graph), []));

test('nine sources of ten and all headers include at most 8 of the project, and hardly any source more than 12', () => assert.deepEqual(tooMany(graph), []));

test('every folder of src has its line in src/layers.txt', () => {
  const folders = new Set([...graph.keys()].map(layerOf).filter((layer) => layer !== '.'));
  assert.deepEqual([...folders].filter((folder) => !layers.has(folder)), []);
});

test('the checks of layers see what is wrong', () => {
  const toy = layersOf('# words\nbase:\ndomain: base\npages: domain base\n');
  const rows = [
    [{ 'base/a.h': '#include "domain/b.h"', 'domain/b.h': '' }, wrongIncludes, 'base/a.h may not include domain/b.h'],
    [{ 'domain/a.cpp': '#  include "main.h"', 'main.h': '' }, wrongIncludes, 'domain/a.cpp may not include main.h'],
    [{ 'base/a.h': '#include "base/gone.h"' }, wrongIncludes, 'base/a.h includes base/gone.h, which is not in src/'],
    [{ 'base/a.h': '#include "base/b.h"', 'base/b.h': '#include "base/a.h"' }, cycles, 'base/a.h → base/b.h → base/a.h'],
    [{ 'pages/a_pages.cpp': '#include "pages/b_pages.h"', 'pages/b_pages.h': '' }, neighbours, 'pages/a_pages.cpp: a page includes no page (pages/b_pages.h)'],
    [{ 'storage/a_store.cpp': '#include "storage/b_store.h"', 'storage/b_store.h': '' }, neighbours, 'storage/a_store.cpp: a store includes no store (storage/b_store.h)'],
    [{ 'base/a.cpp': Array.from('abcdefghij', (name) => `#include "base/${name}.h"\n`).join('') }, tooMany, 'base/a.cpp: 9 includes'],
  ];
  // One of twenty is within the usual share, but has too many; with fewer it may pass, if it is no header.
  const crowd = (most, crowded = 'base/a.cpp', others = 'cpp') => ({
    ...Object.fromEntries(Array.from({ length: 19 }, (_, i) => [`base/f${i}.${others}`, ''])),
    [crowded]: Array.from({ length: most }, (_, i) => `#include "base/f${i}.h"\n`).join(''),
  });
  rows.push([crowd(13), tooMany, 'base/a.cpp: 13 includes']);
  rows.push([crowd(9, 'base/a.h'), tooMany, 'base/a.h: 9 includes']);
  rows.push([crowd(12, 'base/a.cpp', 'h'), tooMany, 'base/a.cpp: 12 includes']); // headers thin nothing out
  assert.deepEqual(tooMany(graphOf(crowd(12))), []);
  for (const [sources, check, fault] of rows) assert.deepEqual(check(graphOf(sources), toy), [fault]);
  const good = graphOf({ 'base/a.h': '// #include "domain/b.h"', 'domain/b.h': '#include "base/a.h"\n#include <map>', 'main.cpp': '#include "domain/b.h"' });
  for (const check of [wrongIncludes, cycles, neighbours, tooMany]) assert.deepEqual(check(good, toy), []);
});

// Who includes whom, with the number of include lines.
function picture() {
  const counts = new Map();
  for (const [path, others] of graph) {
    for (const other of others) {
      const edge = `${layerOf(path)} → ${layerOf(other)}`;
      if (layerOf(path) !== layerOf(other)) counts.set(edge, (counts.get(edge) ?? 0) + 1);
    }
  }
  return [...counts].sort().map(([edge, count]) => `${edge}: ${count}`);
}
