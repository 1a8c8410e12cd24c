-- The month: periods, what is exempt, reports with their frozen revisions and their history, attachments, receipts, reminders. A report's
-- task 0 is the unit's narrative (工作进展情况报告). Months are '2020-08'; a month belongs to the plan of its year.

CREATE TABLE period (
  month      TEXT PRIMARY KEY NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  due        TEXT CHECK (due IS NULL OR date(due, '+0 days') IS due),
  due_reason TEXT,
  closed_at  TEXT,
  CHECK ((due IS NULL) = (due_reason IS NULL))
) STRICT, WITHOUT ROWID;

-- A closed period opened again for one unit, until an instant.
CREATE TABLE period_reopening (
  month   TEXT NOT NULL REFERENCES period (month),
  unit    TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  reason  TEXT NOT NULL CHECK (reason <> ''),
  expires TEXT NOT NULL,
  PRIMARY KEY (month, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE exemption (
  month  TEXT NOT NULL,
  task   INTEGER NOT NULL CHECK (task >= 0),
  unit   TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (month, task, unit)
) STRICT, WITHOUT ROWID;

-- What a report says, once. The text of a revision is never changed: a new draft gets a row of its own.
CREATE TABLE report_text (
  id            INTEGER PRIMARY KEY CHECK (id >= 1),
  self_state    TEXT CHECK (self_state IN ('not_started', 'on_pace', 'behind', 'done')),
  completion    INTEGER CHECK (completion BETWEEN 0 AND 100),
  progress      TEXT NOT NULL,
  no_progress   TEXT,
  measures      TEXT NOT NULL,
  problems      TEXT NOT NULL,
  next_steps    TEXT NOT NULL,
  expected_date TEXT CHECK (expected_date IS NULL OR date(expected_date, '+0 days') IS expected_date),
  coordination  TEXT NOT NULL
) STRICT;

CREATE TABLE report_value (
  text  INTEGER NOT NULL REFERENCES report_text (id),
  key   TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (text, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  id              INTEGER PRIMARY KEY CHECK (id >= 1),
  month           TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  task            INTEGER NOT NULL CHECK (task >= 0),
  unit            TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  state           TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
  version         INTEGER NOT NULL CHECK (version >= 1),
  text            INTEGER NOT NULL REFERENCES report_text (id),
  judged_state    TEXT CHECK (judged_state IN ('not_started', 'on_pace', 'behind', 'done', 'off')),
  first_submitted TEXT,
  submitted_at    TEXT,
  changed_at      TEXT NOT NULL,
  changed_by      TEXT NOT NULL,
  UNIQUE (month, task, unit)
) STRICT;
CREATE INDEX report_unit ON report (unit, month);
CREATE INDEX report_state ON report (state, submitted_at);

CREATE TABLE revision (
  report       INTEGER NOT NULL REFERENCES report (id),
  number       INTEGER NOT NULL CHECK (number >= 1),
  text         INTEGER NOT NULL REFERENCES report_text (id),
  submitted_at TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  late         INTEGER NOT NULL CHECK (late IN (0, 1)),
  receipt      TEXT NOT NULL REFERENCES receipt (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;

-- Who did what with a report, in order, with the words that went with it.
CREATE TABLE report_event (
  report       INTEGER NOT NULL REFERENCES report (id),
  number       INTEGER NOT NULL CHECK (number >= 1),
  at           TEXT NOT NULL,
  actor        TEXT NOT NULL,
  verb         TEXT NOT NULL CHECK (verb IN ('submit', 'withdraw', 'return', 'accept')),
  revision     INTEGER,
  judged_state TEXT,
  comment      TEXT NOT NULL,
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;

-- One act of submitting, for one unit and month: the number that the unit keeps.
CREATE TABLE receipt (
  id     TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  month  TEXT NOT NULL,
  unit   TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 1),
  at     TEXT NOT NULL,
  actor  TEXT NOT NULL,
  UNIQUE (month, unit, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  id         TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32),
  report     INTEGER NOT NULL REFERENCES report (id),
  name       TEXT NOT NULL CHECK (name <> ''),
  type       TEXT NOT NULL,
  size       INTEGER NOT NULL CHECK (size >= 0),
  sha256     BLOB NOT NULL CHECK (length(sha256) = 32),
  added_at   TEXT NOT NULL,
  added_by   TEXT NOT NULL,
  removed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_report ON attachment (report);

CREATE TABLE reminder (
  id    INTEGER PRIMARY KEY CHECK (id >= 1),
  month TEXT NOT NULL,
  unit  TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  at    TEXT NOT NULL,
  actor TEXT NOT NULL,
  how   TEXT NOT NULL CHECK (how <> ''),
  note  TEXT NOT NULL
) STRICT;
CREATE INDEX reminder_month ON reminder (month, unit);

-- The first answer to a request that carries an Idempotency-Key.
CREATE TABLE idempotent_answer (
  account INTEGER NOT NULL REFERENCES account (id),
  key     TEXT NOT NULL,
  target  TEXT NOT NULL,
  body    BLOB NOT NULL CHECK (length(body) = 32),
  status  INTEGER NOT NULL,
  answer  TEXT NOT NULL,
  at      TEXT NOT NULL,
  PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;

-- What was sent after a login had expired: shown to its sender as a form after signing in again, never carried out.
CREATE TABLE parked_post (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  target  TEXT NOT NULL,
  body    TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;

-- Every change of a setting. One that bears on history counts from a month on: the newest row whose month is not after
-- the one that is asked about is in force.
CREATE TABLE setting_change (
  key        TEXT NOT NULL,
  number     INTEGER NOT NULL CHECK (number >= 1),
  value      TEXT NOT NULL,
  from_month TEXT CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  at         TEXT NOT NULL,
  actor      TEXT NOT NULL,
  PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;
