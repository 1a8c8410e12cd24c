-- Units, plans of one or more years, calendar, settings, and the audit log. Texts are kept to the letter; decimals are texts, so that
-- no digit is lost. References to a task, an article or a unit are deferred: a year can be replaced within one transaction.

CREATE TABLE install (
  only          INTEGER PRIMARY KEY CHECK (only = 1),
  install_id    BLOB NOT NULL CHECK (length(install_id) = 16),
  made_at       TEXT NOT NULL,
  demonstration INTEGER NOT NULL DEFAULT 0 CHECK (demonstration IN (0, 1))
) STRICT;

CREATE TABLE unit (
  code     TEXT PRIMARY KEY NOT NULL CHECK (length(code) BETWEEN 2 AND 20 AND code GLOB '[a-z]*' AND code NOT GLOB '*[^a-z0-9]*'),
  position INTEGER NOT NULL UNIQUE,
  name     TEXT NOT NULL CHECK (name <> ''),
  is_group INTEGER NOT NULL CHECK (is_group IN (0, 1)),
  active   INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE plan (
  year                     INTEGER PRIMARY KEY CHECK (year BETWEEN 1900 AND 2999),
  is_current               INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
  district                 TEXT NOT NULL,
  title                    TEXT NOT NULL CHECK (title <> ''),
  preamble                 TEXT NOT NULL,
  base_year                INTEGER NOT NULL,
  indicator_title          TEXT NOT NULL,
  indicator_name_heading   TEXT NOT NULL,
  indicator_target_heading TEXT NOT NULL,
  indicator_note           TEXT NOT NULL,
  indicator_article        INTEGER,
  closing                  TEXT NOT NULL,
  annex_mark               TEXT NOT NULL,
  annex_title              TEXT NOT NULL,
  FOREIGN KEY (year, indicator_article) REFERENCES article (year, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX plan_one_is_current ON plan (is_current) WHERE is_current = 1;

CREATE TABLE annex_heading (
  year     INTEGER NOT NULL REFERENCES plan (year) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  text     TEXT NOT NULL,
  PRIMARY KEY (year, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE chapter (
  year   INTEGER NOT NULL REFERENCES plan (year) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  title  TEXT NOT NULL CHECK (title <> ''),
  PRIMARY KEY (year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  year    INTEGER NOT NULL,
  number  INTEGER NOT NULL CHECK (number >= 1),
  chapter INTEGER NOT NULL,
  title   TEXT NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (year, number),
  FOREIGN KEY (year, chapter) REFERENCES chapter (year, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX article_chapter ON article (year, chapter);

CREATE TABLE indicator (
  year               INTEGER NOT NULL REFERENCES plan (year) ON DELETE CASCADE,
  seq                INTEGER NOT NULL CHECK (seq >= 1),
  category           TEXT NOT NULL,
  name               TEXT NOT NULL CHECK (name <> ''),
  short_name         TEXT NOT NULL CHECK (short_name <> ''),
  unit               TEXT NOT NULL,
  target_text        TEXT NOT NULL,
  target             TEXT CHECK (target GLOB '*[0-9]' AND target NOT GLOB '*[^-0-9.]*'),
  second_target      TEXT CHECK (second_target GLOB '*[0-9]' AND second_target NOT GLOB '*[^-0-9.]*'),
  second_target_unit TEXT NOT NULL,
  kind               TEXT NOT NULL CHECK (kind IN ('at_least', 'reduction', 'at_most_level', 'at_most_total', 'at_least_total',
                                                   'qualitative', 'monitored')),
  base_year          INTEGER NOT NULL,
  seasonal           INTEGER NOT NULL CHECK (seasonal IN (0, 1)),
  rhythm             TEXT NOT NULL CHECK (rhythm IN ('month', 'quarter', 'year')),
  second_threshold   INTEGER NOT NULL CHECK (second_threshold BETWEEN 0 AND 100),
  PRIMARY KEY (year, seq),
  CHECK (kind NOT IN ('qualitative', 'monitored') OR target IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  year             INTEGER NOT NULL REFERENCES plan (year) ON DELETE CASCADE,
  seq              INTEGER NOT NULL CHECK (seq >= 1),
  label            TEXT NOT NULL,
  text             TEXT NOT NULL CHECK (text <> ''),
  responsible_text TEXT NOT NULL,
  PRIMARY KEY (year, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_article (
  year     INTEGER NOT NULL,
  task     INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  article  INTEGER NOT NULL,
  PRIMARY KEY (year, task, position),
  UNIQUE (year, task, article),
  FOREIGN KEY (year, task) REFERENCES task (year, seq) ON DELETE CASCADE,
  FOREIGN KEY (year, article) REFERENCES article (year, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX task_article_article ON task_article (year, article);

CREATE TABLE assignment (
  year     INTEGER NOT NULL,
  task     INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  unit     TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  role     TEXT NOT NULL CHECK (role IN ('lead', 'support', 'joint', 'sole')),
  PRIMARY KEY (year, task, position),
  UNIQUE (year, task, unit),
  FOREIGN KEY (year, task) REFERENCES task (year, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_unit ON assignment (unit);

CREATE TABLE requirement (
  year       INTEGER NOT NULL,
  task       INTEGER NOT NULL,
  position   INTEGER NOT NULL CHECK (position >= 1),
  key        TEXT NOT NULL CHECK (key <> ''),
  text       TEXT NOT NULL CHECK (text <> ''),
  sentence   TEXT NOT NULL CHECK (sentence <> ''),
  kind       TEXT NOT NULL CHECK (kind IN ('level', 'by_date', 'from_date', 'each_month', 'cumulative')),
  value_type TEXT NOT NULL CHECK (value_type IN ('number', 'yes_no')),
  comparison TEXT NOT NULL CHECK (comparison IN ('below', 'at_least', 'at_most', 'equal', 'yes')),
  unit       TEXT NOT NULL,
  target     TEXT CHECK (target GLOB '*[0-9]' AND target NOT GLOB '*[^-0-9.]*'),
  day        TEXT CHECK (day IS NULL OR date(day, '+0 days') IS day),
  PRIMARY KEY (year, task, position),
  UNIQUE (year, task, key),
  CHECK ((value_type = 'yes_no') = (comparison = 'yes')),
  CHECK (value_type = 'number' OR target IS NULL),
  FOREIGN KEY (year, task) REFERENCES task (year, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_day (
  day   TEXT PRIMARY KEY NOT NULL CHECK (date(day, '+0 days') IS day),
  year  INTEGER NOT NULL CHECK (year = CAST(substr(day, 1, 4) AS INTEGER)),
  works INTEGER NOT NULL CHECK (works IN (0, 1)),
  name  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX calendar_day_year ON calendar_day (year);

CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows are only ever added, each with the hash of the one before in its own (docs/security.md).
CREATE TABLE audit (
  id         INTEGER PRIMARY KEY CHECK (id >= 1),
  at         TEXT NOT NULL,
  actor      TEXT,
  role       TEXT,
  unit       TEXT,
  via        TEXT NOT NULL CHECK (via <> ''),
  source     TEXT,
  action     TEXT NOT NULL CHECK (action <> ''),
  object     TEXT,
  outcome    TEXT NOT NULL CHECK (outcome IN ('ok', 'refused', 'failed')),
  detail     TEXT CHECK (detail GLOB '{*}'),
  request_id TEXT,
  hash       BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit rows are never deleted');
END;
CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM audit) BEGIN
  SELECT RAISE(ABORT, 'audit rows are numbered without gaps');
END;
