// Each third-party library has one home, and SQL has one too.
import assert from 'node:assert/strict';
import test from 'node:test';
import { includes, stringsOf } from './cpp.mjs';
import { faultsIn, files } from './files.mjs';

// header, files of src/ that may include it, why these
const HOMES = [
  [/^httplib\.h$/, /^src\/http\//, 'cpp-httplib writes answers; no page knows it'],
  [/^libdeflate\.h$/, /^src\/http\//, 'compression of answers'],
  [/^kainjow\/mustache\.hpp$/, /^src\/view\//, 'templates'],
  [/^(SQLiteCpp\/.*|sqlite3\.h)$/, /^src\/storage\//, 'the database'],
  [/^nlohmann\//, /^src\/(seed\/|cli\/|document\/strict_json\.|pages\/\w+_api\.cpp$)/, 'plan files, --json, the API and its problem+json'],
  [/^CLI\//, /^src\/command_line\.cpp$/, 'slow to compile: one file'],
  [/^sodium\.h$/, /^src\/base\//, 'hashes and random numbers'],
  [/^(minizip\/.*|zlib\.h)$/, /^src\/document\//, 'workbooks are zip files'],
  [/^tl\/expected\.hpp$/, /^src\//, 'a rule that says no is a value'],
];
const SYSTEM = /^(sys|netinet|arpa|linux)\/\w+\.h$|^(strings|unistd|fcntl|poll|netdb|signal|pthread|sched|dirent|malloc)\.h$/;
const STANDARD = /^[a-z_0-9]+$/;

function strangers(text, path) {
  return includes(text).flatMap(({ name, system, line }) => {
    const home = HOMES.find(([header]) => header.test(name));
    if (home) return home[1].test(path) ? [] : [{ line, what: `<${name}> has its home elsewhere: ${home[2]}` }];
    if (!system || STANDARD.test(name) || SYSTEM.test(name)) return [];
    return [{ line, what: `<${name}> has no home: name one in this test` }];
  });
}

const SQL = /\b(SELECT\s[^]*\bFROM\b|SELECT\s+[\w(]|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW)\b|PRAGMA\s+\w+|BEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED)|\bVACUUM\b|\bROLLBACK\b)/;

function sql(text) {
  return stringsOf(text).filter(({ text: string }) => SQL.test(string)).map(({ line }) => ({ line, what: 'SQL outside storage' }));
}

// A row that is written over keeps no history and wakes no trigger; ids are the program's to give.
const LOOSE_SQL = /\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO|AUTOINCREMENT|(?<!WITHOUT\s)rowid)\b/i;

function looseSql(text, path) {
  const parts = path.endsWith('.sql') ? text.split('\n').map((part, i) => ({ text: part.replace(/--.*/, ''), line: i + 1 })) : stringsOf(text);
  return parts.filter((part) => LOOSE_SQL.test(part.text)).map(({ line }) => ({ line, what: 'INSERT OR REPLACE, AUTOINCREMENT and rowid stay out' }));
}

const SOURCES = files(/^src\/.*\.(h|cpp)$/);

test('third-party headers are included in their homes alone', () => assert.deepEqual(faultsIn(SOURCES, strangers), []));

test('one file knows cpp-httplib', () => {
  const guests = SOURCES.filter((path) => faultsIn([path], (text) => includes(text).filter(({ name }) => name === 'httplib.h').map(({ line }) => ({ line }))).length);
  assert.equal(guests.length, 1, guests.join());
});

test('SQL stands in src/storage alone', () => assert.deepEqual(faultsIn(SOURCES.filter((path) => !path.startsWith('src/storage/')), sql), []));

test('SQL is of the kind that other databases know', () => assert.deepEqual(faultsIn(files(/^src\/storage\/.*\.(h|cpp|sql)$/), looseSql), []));

test('the checks of homes see what is wrong', () => {
  const rows = [
    [strangers, 'src/pages/task_pages.cpp', '#include <httplib.h>'],
    [strangers, 'src/pages/task_pages.cpp', '#include "httplib.h"'],
    [strangers, 'src/pages/task_pages.cpp', '#include <nlohmann/json.hpp>'],
    [strangers, 'src/domain/task.h', '#include <SQLiteCpp/SQLiteCpp.h>'],
    [strangers, 'src/actions/import_plan.cpp', '#include <sqlite3.h>'],
    [strangers, 'src/cli/check.cpp', '#include <CLI/CLI.hpp>'],
    [strangers, 'src/http/finish.cpp', '#include <sodium.h>'],
    [strangers, 'src/http/finish.cpp', '#include <brotli/encode.h>'],
    [sql, 'src/actions/a.cpp', 'run("SELECT seq FROM task");'],
    [sql, 'src/pages/a.cpp', 'run(R"(\n  INSERT INTO unit (code)\n  VALUES (:code))");'],
    [sql, 'src/cli/a.cpp', 'run("PRAGMA integrity_check");'],
    [sql, 'src/cli/a.cpp', 'run("UPDATE unit SET name = 1");'],
    [looseSql, 'src/storage/a.cpp', 'run("INSERT OR REPLACE INTO unit VALUES (1)");'],
    [looseSql, 'src/storage/a.cpp', 'run("SELECT rowid FROM unit");'],
    [looseSql, 'src/storage/migrations/0001_a.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);'],
  ];
  for (const [check, path, text] of rows) assert.equal(check(text, path).length, 1, `${path}: ${text}`);
  const good = [
    [strangers, 'src/http/answer_writer.cpp', '#include <httplib.h>\n#include <map>\n#include <sys/epoll.h>\n#include "base/text.h"'],
    [strangers, 'src/pages/task_api.cpp', '#include <nlohmann/json.hpp>'],
    [sql, 'src/pages/a.cpp', 'say("Select a unit from the list"); // SELECT a FROM b'],
    [looseSql, 'src/storage/migrations/0001_a.sql', '-- no rowid here\nCREATE TABLE a (id INTEGER PRIMARY KEY) STRICT, WITHOUT ROWID;'],
  ];
  for (const [check, path, text] of good) assert.deepEqual(check(text, path), []);
});
