// House rules of templates and style sheet: nothing inline, nothing unescaped, no colour but by its name.
import assert from 'node:assert/strict';
import test from 'node:test';
import { declarations } from './css.mjs';
import { faultsIn, files, matches, read } from './files.mjs';

const MARKUP = [
  ['inline style', /\sstyle\s*=/i, '<p style="color: red">'],
  ['style element', /<style\b/i, '<style>p {}</style>'],
  ['inline script', /<script\b(?![^>]*\ssrc=)(?![^>]*type="application\/json")/i, '<script>a()</script>'],
  ['event handler', /\son[a-z]+\s*=/i, '<a href="/" onclick="a()">'],
  ['javascript: address', /javascript:/i, '<a href="javascript:a()">'],
  ['attribute without quotes', /\s[a-z-]+=\{\{/i, '<a href={{url}}>'],
  ['attribute in single quotes', /\s[a-z-]+='/i, "<a href='{{url}}'>"],
  ['colour', /\s(fill|stroke|color|bgcolor)="(?!none"|currentColor")/i, '<path fill="#fff">'],
  ['autofocus takes the reader away from the top', /\sautofocus\b/i, '<input autofocus>'],
  ['picture without alt', /<img\b(?![^>]*\salt=)/i, '<img src="/a.png">'],
  ['opens a window', /\starget="?_blank/i, '<a href="/" target="_blank">'],
];

const rules = MARKUP.map(([what, pattern]) => [pattern, what]);

function unruly(text) {
  return matches(text.replace(/\{\{![^]*?\}\}/g, (comment) => comment.replace(/[^\n]/g, ' ')), rules);
}

// What comes out as it is: the page that the layout stands around, and nothing else.
function unescaped(text, path) {
  const found = matches(text, [[/\{\{\{|\{\{\s*&/, 'unescaped']]);
  return path === 'templates/layout.html' && found.length === 1 && /\{\{\{\s*body\s*\}\}\}/.test(text) ? [] : found;
}

const COLOUR = /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(|(?<![-\w])(white|black|red|green|blue|gr[ae]y|silver|yellow|orange|purple|navy|teal|maroon|olive|lime|aqua|fuchsia)(?![-\w])/i;

function colours(text) {
  return declarations(text).filter(({ selector, value, property }) => COLOUR.test(value) && !(selector === ':root' && property.startsWith('--')))
    .map(({ line, property, value }) => ({ line, what: `${property}: ${value}: name the colour in :root` }));
}

// Every token is one that :root has, and none is there for nothing.
function tokens(text) {
  const all = declarations(text);
  const named = new Set(all.filter(({ property }) => property.startsWith('--')).map(({ property }) => property));
  const used = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const unknown = all.flatMap(({ value, line }) => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].filter(([, name]) => !named.has(name)).map(([, name]) => ({ line, what: `no token ${name}` })));
  const idle = all.filter(({ property }) => property.startsWith('--') && !used.has(property)).map(({ property, line }) => ({ line, what: `token ${property} is not used` }));
  return [...unknown, ...idle];
}

const TEMPLATES = files(/^templates\/.*\.html$/);
const SHEETS = files(/^web\/.*\.css$/);

test('templates hold nothing inline and quote their attributes', () => assert.deepEqual(faultsIn(TEMPLATES, unruly), []));

test('only the layout lets text through unescaped, and only the page', () => {
  assert.deepEqual(faultsIn(TEMPLATES, unescaped), []);
  assert.match(read('templates/layout.html'), /\{\{\{\s*body\s*\}\}\}/);
});

test('colours are tokens of :root', () => assert.deepEqual(faultsIn(SHEETS, colours), []));

test('every token that is used is there, and every token there is used', () => assert.deepEqual(faultsIn(SHEETS, tokens), []));

for (const [what, , sample] of MARKUP) {
  test(`unruly finds: ${what}`, () => assert.ok(unruly(sample).some((fault) => fault.what === what), sample));
}

test('the checks of templates see what is wrong, and only that', () => {
  const rows = [
    [unescaped, 'templates/task_list.html', '<p>{{{text}}}</p>'],
    [unescaped, 'templates/task_list.html', '<p>{{&text}}</p>'],
    [unescaped, 'templates/layout.html', '<p>{{{title}}}</p>'],
    [colours, 'web/a.css', '.a { color: #fff; }'],
    [colours, 'web/a.css', '@media print { .a { border: 1px solid black } }'],
    [colours, 'web/a.css', '.a { background: rgba(0, 0, 0, .5) }'],
    [tokens, 'web/a.css', '.a { color: var(--gone); }'],
    [tokens, 'web/a.css', ':root { --idle: 1px; }'],
  ];
  for (const [check, path, text] of rows) assert.equal(check(text, path).length, 1, text);
  assert.equal(unescaped('{{{body}}} {{{title}}}', 'templates/layout.html').length, 2);
  assert.deepEqual(unescaped('{{title}} {{{body}}}', 'templates/layout.html'), []);
  assert.deepEqual(unruly('<a class="on" href="{{url}}">once</a><script src="/web/a.js"></script>{{! style="x" }}'), []);
  const sheet = '/* #fff */ :root { --ink: #1a2327; } #add { color: var(--ink); white-space: nowrap; content: "{"; }';
  assert.deepEqual(colours(sheet), []);
  assert.deepEqual(tokens(sheet), []);
});
