-- Values of indicators with their frozen revisions and second values, judgements of those without a number, settings of
-- indicators by month, and what the office has set instead of a light. A period is '2020-08', '2020-Q3' or '2020'. Rows
-- name year and number of an indicator or task without referring to its row: a year's plan can be replaced.

CREATE TABLE indicator_value (
  id         INTEGER PRIMARY KEY CHECK (id >= 1),
  year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  seq        INTEGER NOT NULL CHECK (seq >= 1),
  period     TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
                                  OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
  state      TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
  version    INTEGER NOT NULL CHECK (version >= 1),
  amount     TEXT NOT NULL CHECK (amount GLOB '*[0-9]' AND amount NOT GLOB '*[^-0-9.]*'),
  source     TEXT NOT NULL CHECK (source <> ''),
  nature     TEXT NOT NULL CHECK (nature IN ('provisional', 'final')),
  reason     TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  UNIQUE (year, seq, period)
) STRICT;

-- What was submitted, or recorded by the office: numbers and words are never changed, only decided on.
CREATE TABLE indicator_revision (
  value        INTEGER NOT NULL REFERENCES indicator_value (id),
  number       INTEGER NOT NULL CHECK (number >= 1),
  amount       TEXT NOT NULL CHECK (amount GLOB '*[0-9]' AND amount NOT GLOB '*[^-0-9.]*'),
  source       TEXT NOT NULL CHECK (source <> ''),
  nature       TEXT NOT NULL CHECK (nature IN ('provisional', 'final')),
  reason       TEXT NOT NULL,
  submitted_at TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  outcome      TEXT NOT NULL CHECK (outcome IN ('waiting', 'accepted', 'returned', 'withdrawn')),
  decided_at   TEXT,
  decided_by   TEXT NOT NULL,
  comment      TEXT NOT NULL,
  PRIMARY KEY (value, number),
  CHECK ((outcome = 'waiting') = (decided_at IS NULL))
) STRICT, WITHOUT ROWID;

-- A second value beside the one of a period (数据异议), until the office has decided.
CREATE TABLE indicator_dispute (
  value      INTEGER NOT NULL REFERENCES indicator_value (id),
  number     INTEGER NOT NULL CHECK (number >= 1),
  amount     TEXT NOT NULL CHECK (amount GLOB '*[0-9]' AND amount NOT GLOB '*[^-0-9.]*'),
  source     TEXT NOT NULL CHECK (source <> ''),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  raised_at  TEXT NOT NULL,
  raised_by  TEXT NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('open', 'kept', 'replaced')),
  decided_at TEXT,
  decided_by TEXT NOT NULL,
  decision   TEXT NOT NULL,
  PRIMARY KEY (value, number),
  CHECK ((outcome = 'open') = (decided_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX indicator_dispute_one_is_open ON indicator_dispute (value) WHERE outcome = 'open';

-- Of the judgements of one period the newest counts.
CREATE TABLE indicator_judgement (
  year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  seq    INTEGER NOT NULL CHECK (seq >= 1),
  period TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  status TEXT NOT NULL CHECK (status IN ('met', 'on_pace', 'behind', 'off')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at     TEXT NOT NULL,
  actor  TEXT NOT NULL,
  PRIMARY KEY (year, seq, period, number)
) STRICT, WITHOUT ROWID;

-- Of one setting of an indicator the row counts whose month is the newest that is not after the one asked about; of two
-- for one month the later.
CREATE TABLE indicator_setting (
  year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  seq        INTEGER NOT NULL CHECK (seq >= 1),
  key        TEXT NOT NULL CHECK (key IN ('kind', 'rhythm', 'seasonal', 'second_threshold', 'lag', 'base_value', 'unit',
                                          'milestones', 'curve')),
  number     INTEGER NOT NULL CHECK (number >= 1),
  value      TEXT NOT NULL,
  from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  at         TEXT NOT NULL,
  actor      TEXT NOT NULL,
  PRIMARY KEY (year, seq, key, number)
) STRICT, WITHOUT ROWID;

-- What the office sets instead of the light of a task or the status of an indicator in one month; without a light: the
-- rules count again. The newest row counts.
CREATE TABLE light_override (
  year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  object TEXT NOT NULL CHECK (object IN ('task', 'indicator')),
  seq    INTEGER NOT NULL CHECK (seq >= 1),
  month  TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  number INTEGER NOT NULL CHECK (number >= 1),
  light  TEXT CHECK (light IN ('done', 'met', 'on_pace', 'behind', 'missing', 'off')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at     TEXT NOT NULL,
  actor  TEXT NOT NULL,
  PRIMARY KEY (year, object, seq, month, number)
) STRICT, WITHOUT ROWID;

-- Reports of those who lead a task of their year, alone or jointly, members in the place of a group among them.
CREATE INDEX report_task ON report (task, unit, month);
CREATE VIEW lead_report (id, year, month, task, unit, state) AS
  WITH lead (year, task, unit) AS (
    SELECT year, task, unit FROM assignment WHERE role <> 'support'
    UNION
    SELECT a.year, a.task, m.unit FROM assignment AS a JOIN unit_member AS m ON m.group_unit = a.unit
    WHERE a.role <> 'support')
  SELECT r.id, l.year, r.month, r.task, r.unit, r.state
  FROM lead AS l JOIN report AS r ON r.task = l.task AND r.unit = l.unit
    AND r.month BETWEEN printf('%04d-01', l.year) AND printf('%04d-12', l.year);
