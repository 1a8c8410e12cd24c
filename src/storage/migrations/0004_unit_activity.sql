-- From which month on a unit reports, or no longer does: the newest row whose month is not after the one that is asked
-- about is in force; without one, as table unit says.
CREATE TABLE unit_activity (
  unit       TEXT NOT NULL REFERENCES unit (code) DEFERRABLE INITIALLY DEFERRED,
  from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  active     INTEGER NOT NULL CHECK (active IN (0, 1)),
  PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;
