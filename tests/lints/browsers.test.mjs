// What Chromium 69 does not know stays out of style sheets, scripts and templates, and so does what comes from outside.
import assert from 'node:assert/strict';
import test from 'node:test';
import { declarations } from './css.mjs';
import { faultsIn, files, matches } from './files.mjs';

// name, where it would stand (property, value, selector or at), the pattern, a declaration that it must catch
const STYLES = [
  ['gap of flex boxes (84); grids have grid-gap', 'property', /^(gap|row-gap|column-gap)$/, 'a { display: flex; gap: 4px }'],
  ['aspect-ratio (88)', 'property', /^aspect-ratio$/, 'a { aspect-ratio: 1 }'],
  ['inset (87)', 'property', /^inset(-.*)?$/, 'a { inset: 0 }'],
  ['margin-inline, margin-block and their like as shorthands (87)', 'property', /^(margin|padding|border)-(inline|block)$/, 'a { margin-inline: auto }'],
  ['padding-inline (87)', 'property', /^padding-(inline|block)$/, 'a { padding-inline: 4px }'],
  ['accent-color (93)', 'property', /^accent-color$/, 'a { accent-color: red }'],
  ['appearance without -webkit- (84)', 'property', /^appearance$/, 'a { appearance: none }'],
  ['single transforms (104)', 'property', /^(translate|rotate|scale)$/, 'a { rotate: 3deg }'],
  ['content-visibility (85)', 'property', /^content-visibility$/, 'a { content-visibility: auto }'],
  ['text-decoration-thickness, text-underline-offset (87)', 'property', /^text-(decoration-thickness|underline-offset)$/, 'a { text-underline-offset: 2px }'],
  ['container queries (105)', 'property', /^container(-.*)?$/, 'a { container-type: inline-size }'],
  ['small, large and dynamic viewport units (108)', 'value', /\d[dsl]v(h|w|i|b|min|max)\b/, 'a { height: 100dvh }'],
  ['svh (108)', 'value', /\dsvh\b/, 'a { height: 100svh }'],
  ['clamp(), min(), max() (79)', 'value', /(^|[^-\w])(clamp|min|max)\(/, 'a { width: calc(1px + min(2px, 3px)) }'],
  ['clamp() (79)', 'value', /\bclamp\(/, 'a { width: clamp(1px, 2px, 3px) }'],
  ['color-mix() (111)', 'value', /\bcolor-mix\(/, 'a { color: color-mix(in srgb, red, blue) }'],
  ['oklch() and its like (111)', 'value', /\b(oklch|oklab|lch|lab|hwb)\(/, 'a { color: oklch(50% 0 0) }'],
  ['overflow: clip (90)', 'value', /^clip$/, 'a { overflow: clip }'],
  ['overflow-wrap: anywhere (80)', 'value', /^anywhere$/, 'a { overflow-wrap: anywhere }'],
  ['revert (84)', 'value', /^revert(-layer)?$/, 'a { all: revert }'],
  [':has() (105)', 'selector', /:has\(/, 'a:has(b) { color: red }'],
  [':is() (88)', 'selector', /:is\(/, ':is(a, b) { color: red }'],
  [':where() (88)', 'selector', /:where\(/, ':where(a) { color: red }'],
  [':not() with a list (88)', 'selector', /:not\([^)]*,/, 'a:not(b, c) { color: red }'],
  [':focus-visible (86)', 'selector', /:focus-visible/, 'a:focus-visible { color: red }'],
  ['::marker (86)', 'selector', /::marker/, 'li::marker { color: red }'],
  ['::file-selector-button (89)', 'selector', /::file-selector-button/, 'a::file-selector-button { color: red }'],
  ['nesting (112)', 'selector', /\{|&/, 'a { b { color: red } }'],
  ['nesting with & (112)', 'selector', /&/, 'a { &:hover { color: red } }'],
  ['@layer (99)', 'at', /^@layer/, '@layer a { b { color: red } }'],
  ['@container (105)', 'at', /^@container/, '@container (width > 1px) { a { color: red } }'],
  ['@property (85)', 'at', /^@property/, '@property --a { syntax: "<length>" }'],
  ['ranges in media queries (104)', 'at', /^@media[^{]*[<>]/, '@media (width >= 1px) { a { color: red } }'],
  ['@import: one request more', 'at', /^@import/, '@import "a.css";'],
  ['@layer as a statement (99)', 'at', /^@layer/, '@layer a, b;'],
  ['@font-face: fonts by name only', 'at', /^@font-face/, '@font-face { font-family: a }'],
  ['addresses: the policy lets in nothing from outside and no data:', 'value', /url\(\s*["']?(https?:|\/\/|data:)/, 'a { background: url(data:image/png;base64,A) }'],
];

function oldStyles(text) {
  return declarations(text).flatMap(({ at, selector, property, value, line }) => {
    const places = { property: [property], value: [value], selector: [selector], at: property.startsWith('@') ? [...at, property] : at };
    return STYLES.filter(([, place, pattern]) => places[place].some((words) => pattern.test(words))).map(([what]) => ({ line, what }));
  });
}

const SCRIPTS = [
  ['?. (80)', /\?\.(?!\d)/, 'a?.b'],
  ['?? (80)', /\?\?/, 'a ?? b'],
  ['??=, ||=, &&= (85)', /(\?\?|\|\||&&)=/, 'a ||= b'],
  ['&&= (85)', /&&=/, 'a &&= b'],
  ['import()', /\bimport\s*\(/, 'import("a")'],
  ['import and export: one plain script', /^\s*(import|export)\b/m, 'import a from "a"'],
  ['replaceAll (85)', /\.replaceAll\s*\(/, 'a.replaceAll("b", "c")'],
  ['at() (92)', /\.at\s*\(/, 'a.at(-1)'],
  ['Object.fromEntries (73)', /\bfromEntries\b/, 'Object.fromEntries(a)'],
  ['Object.hasOwn (93)', /\bhasOwn\b/, 'Object.hasOwn(a, "b")'],
  ['Promise.allSettled (76), Promise.any (85)', /\bPromise\.(allSettled|any)\b/, 'Promise.allSettled(a)'],
  ['Promise.any (85)', /\bPromise\.any\b/, 'Promise.any(a)'],
  ['matchAll (73)', /\.matchAll\s*\(/, 'a.matchAll(/b/g)'],
  ['globalThis (71)', /\bglobalThis\b/, 'globalThis.a'],
  ['structuredClone (98)', /\bstructuredClone\b/, 'structuredClone(a)'],
  ['replaceChildren (86)', /\breplaceChildren\b/, 'a.replaceChildren()'],
  ['requestSubmit (76)', /\brequestSubmit\b/, 'a.requestSubmit()'],
  ['randomUUID (92)', /\brandomUUID\b/, 'crypto.randomUUID()'],
  ['findLast, toSorted, toReversed, toSpliced, with (97–110)', /\.(findLast(Index)?|toSorted|toReversed|toSpliced)\s*\(/, 'a.findLast(b)'],
  ['queueMicrotask (71)', /\bqueueMicrotask\b/, 'queueMicrotask(a)'],
  ['private members (74)', /(\bthis|\w)\.#\w|^\s*#\w+\s*[=(;]/m, 'this.#a = 1'],
  ['class fields (72)', /^\s*static\s+\w+\s*=/m, 'static a = 1'],
  ['numbers with _ (75)', /\b\d+_\d/, '1_000'],
  ['eval: the policy forbids it', /\beval\s*\(|\bnew\s+Function\b/, 'new Function("a")'],
  ['innerHTML: text goes in as text', /\b(innerHTML|outerHTML|insertAdjacentHTML)\b|\bdocument\.write\b/, 'a.innerHTML = b'],
  ['addresses outside', /["'`](https?:)?\/\/\w/, 'fetch("https://example.org/")'],
];

// Comments go; strings stay, for addresses are in them. Written so that "//" within a string is not taken for a comment.
function oldScripts(text) {
  const plain = text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\/[^\n]*|\/\*[^]*?\*\//g, (piece, string) => string ?? piece.replace(/[^\n]/g, ' '));
  return matches(plain, SCRIPTS.map(([what, pattern]) => [pattern, what]));
}

const MARKUP = [
  ['popover (114)', /\spopover\w*(=|[\s>])/i, '<div popover>'],
  ['dialog and search elements (37, but closed to the keyboard in old ones; 118)', /<(dialog|search)\b/i, '<dialog open>'],
  ['inert (102)', /\sinert[\s>]/i, '<div inert>'],
  ['type=module', /type="?module/i, '<script type="module" src="/a.js">'],
  ['something from outside', /\s(src|href|action|data|poster|srcset)=["']?(https?:)?\/\//i, '<img src="//example.org/a.png">'],
  ['data: addresses, which the policy forbids', /\s(src|href)=["']?data:/i, '<img src="data:,">'],
];

function oldMarkup(text) {
  return matches(text.replace(/\{\{![^]*?\}\}|<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' ')), MARKUP.map(([what, pattern]) => [pattern, what]));
}

test('style sheets hold nothing that Chromium 69 does not know', () => assert.deepEqual(faultsIn(files(/^web\/.*\.css$/), oldStyles), []));

test('scripts hold nothing that Chromium 69 does not know', () => assert.deepEqual(faultsIn(files(/^web\/.*\.js$/), oldScripts), []));

test('templates hold nothing that Chromium 69 does not know', () => assert.deepEqual(faultsIn(files(/^templates\/.*\.html$/), oldMarkup), []));

for (const [check, rows] of [[oldStyles, STYLES.map(([what, , , sample]) => [what, sample])], [oldScripts, SCRIPTS.map(([what, , sample]) => [what, sample])],
  [oldMarkup, MARKUP.map(([what, , sample]) => [what, sample])]]) {
  for (const [what, sample] of rows) {
    test(`${check.name} finds: ${what}`, () => assert.ok(check(sample).some((fault) => fault.what === what), sample));
  }
}

test('what Chromium 69 does know is let through', () => {
  const style = `/* gap: 4px; */ :root { --min: 4px; } .min, .is-open { display: grid; grid-gap: 4px; grid-template-columns: minmax(0, 1fr) 4px; }
    a:not(.b):focus { box-shadow: inset 0 0 0 3px red; margin-inline-start: 0; background: url("/web/a.svg"); }
    @media screen and (max-width: 820px) { .a::before { content: "{ gap: 1px; }"; width: calc(100% - 4px); } } @page { size: A4; }`;
  assert.deepEqual(oldStyles(style), []);
  const script = `// a?.b ?? c\nvar at = 1; const words = "what?? // no comment"; a ? .5 : b; items.map(at); Object.entries(a); async () => { await a; };`;
  assert.deepEqual(oldScripts(script.replace('what??', 'what')), []);
  assert.deepEqual(oldMarkup('<a href="/tasks/1">one</a> <!-- <dialog> --> <svg><use href="#i-ok"/></svg>'), []);
});
