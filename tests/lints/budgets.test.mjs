// How long files and functions may be, as shares of all: a few long ones are no fault, many are.
import assert from 'node:assert/strict';
import test from 'node:test';
import { functions } from './cpp.mjs';
import { files, read } from './files.mjs';

const FILE_LINES = 400;  // nine of ten files
const FUNCTION_LINES = 40;  // nine of ten functions
const LONG_FUNCTION = 60;  // at most three in a hundred are longer

// The value that `share` of the numbers do not exceed.
function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function longFunctions(measured) {
  const long = measured.filter(({ lines }) => lines > LONG_FUNCTION);
  return long.length > measured.length * 0.03 ? long.map(({ path, line, lines }) => `${path}:${line}: ${lines} lines`) : [];
}

const linesOf = (path) => read(path).split('\n').length - 1;
const SOURCES = files(/^(src|tests|bench)\/.*\.(h|cpp)$/);
const SCRIPTS = files(/^(scripts|tools|\.ci|bench)\/[^.]*$|^(tests|web|cmake)\/.*\.(mjs|js|css|cmake)$|^templates\/.*\.html$/);

for (const [what, paths] of [['C++', SOURCES], ['everything else that is written by hand', SCRIPTS]]) {
  test(`nine of ten files have at most ${FILE_LINES} lines: ${what}`, (t) => {
    const lengths = paths.map((path) => ({ path, lines: linesOf(path) })).sort((a, b) => b.lines - a.lines);
    t.diagnostic(`${lengths.length} files, longest: ${lengths.slice(0, 3).map(({ path, lines }) => `${path} ${lines}`).join(', ')}`);
    assert.ok(percentile(lengths.map(({ lines }) => lines), 0.9) <= FILE_LINES);
  });
}

test(`nine of ten functions have at most ${FUNCTION_LINES} lines, three in a hundred more than ${LONG_FUNCTION}`, (t) => {
  const measured = SOURCES.filter((path) => path.startsWith('src/')).flatMap((path) => functions(read(path)).map((one) => ({ ...one, path })));
  const longest = [...measured].sort((a, b) => b.lines - a.lines).slice(0, 3);
  t.diagnostic(`${measured.length} functions, longest: ${longest.map(({ path, line, lines }) => `${path}:${line} ${lines}`).join(', ')}`);
  assert.ok(percentile(measured.map(({ lines }) => lines), 0.9) <= FUNCTION_LINES);
  assert.deepEqual(longFunctions(measured), []);
});

test('every header opens with what it is for', () => {
  const silent = files(/^(src|tests)\/.*\.h$/).filter((path) => !read(path).startsWith('// '));
  assert.deepEqual(silent, []);
});

test('functions are found and measured: in classes, with initialisers, with lambdas and strings in them', () => {
  const source = `// void commented() {
#include <map>
namespace sjsz {
struct Point {
  int x{0};
  Point(int a, int b) : x_(a), y_{b} {
    use("}");
  }
  int sum() const { return x_ + y_; }
};
enum class Light { done, off };
static const std::map<int, int> table = {{1, 2}, {3, 4}};
template <class T>
auto twice(T value) -> T {
  const auto inner = [&] {
    if (value) { go(); }
  };
  return R"(
})" + inner();
}
bool operator==(const Point& a, const Point& b) {
  return a.x == b.x;
}
namespace {
void nested() noexcept {
}
}  // namespace
}  // namespace sjsz
`;
  const found = functions(source).map(({ line, lines }) => [line, lines]);
  assert.deepEqual(found, [[6, 3], [9, 1], [13, 8], [21, 3], [25, 2]]);
});

test('the budgets bite', () => {
  const body = (lines) => `void long_one() {\n${'  go();\n'.repeat(lines - 2)}}\n`;
  const measured = functions(body(70) + body(60)).map((one) => ({ ...one, path: 'a.cpp' }));
  assert.deepEqual(measured.map(({ lines }) => lines), [70, 60]);
  assert.deepEqual(longFunctions(measured), ['a.cpp:1: 70 lines']);
  assert.deepEqual(longFunctions([...measured, ...Array(40).fill({ lines: 3 })]), []);
  assert.equal(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 500], 0.9), 9);
  assert.equal(percentile([1, 2, 3, 4, 5, 6, 7, 8, 499, 500], 0.9), 499);
});
