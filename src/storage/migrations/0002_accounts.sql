-- Accounts, sessions, one-time links, API tokens; whom to call in a unit, and the members of a group of units.

CREATE TABLE account (
  id             INTEGER PRIMARY KEY CHECK (id >= 1),
  name           TEXT NOT NULL UNIQUE CHECK (name GLOB '[a-z]*' AND name NOT GLOB '*[^a-z0-9._-]*' AND length(name) BETWEEN 2 AND 32),
  display        TEXT NOT NULL CHECK (display <> ''),
  role           TEXT NOT NULL CHECK (role IN ('admin', 'office', 'leader', 'reporter', 'auditor')),
  unit           TEXT REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  password_hash  TEXT,
  disabled       INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  made_at        TEXT NOT NULL,
  last_sign_in   TEXT,
  CHECK ((role IN ('office', 'reporter')) = (unit IS NOT NULL))
) STRICT;
CREATE INDEX account_unit ON account (unit);

-- Secrets are kept as their SHA-256 in hexadecimal: who reads the database signs in by none of them.
CREATE TABLE session (
  hash      TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  account   INTEGER NOT NULL REFERENCES account (id),
  made_at   TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  source    TEXT NOT NULL,
  agent     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

-- A link that works once: makes the first admin, sets the first password of an account, or resets it.
CREATE TABLE one_time_link (
  hash    TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  kind    TEXT NOT NULL CHECK (kind IN ('setup', 'invite', 'reset')),
  account INTEGER UNIQUE REFERENCES account (id),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  expires TEXT NOT NULL,
  CHECK ((kind = 'setup') = (account IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE api_token (
  id      TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  hash    TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  account INTEGER NOT NULL REFERENCES account (id),
  scope   TEXT NOT NULL CHECK (scope IN ('read', 'write', 'metrics')),
  made_at TEXT NOT NULL,
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX api_token_account ON api_token (account);

-- A form that came after its session had expired: shown again to the same person at the next sign-in.
CREATE TABLE parked_form (
  account   INTEGER PRIMARY KEY REFERENCES account (id),
  path      TEXT NOT NULL,
  body      TEXT NOT NULL,
  parked_at TEXT NOT NULL
) STRICT;

CREATE TABLE unit_contact (
  unit     TEXT PRIMARY KEY NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  contact  TEXT NOT NULL,
  phone    TEXT NOT NULL,
  reviewer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Member units of a group (各街道办事处): each owes its own report instead of the group.
CREATE TABLE unit_member (
  unit       TEXT PRIMARY KEY NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  group_unit TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  CHECK (unit <> group_unit)
) STRICT, WITHOUT ROWID;
