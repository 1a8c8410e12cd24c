-- A due date that was set for one period may be another one for supporting lines; without it, theirs is the same.
ALTER TABLE period ADD COLUMN supporting_due TEXT CHECK (supporting_due IS NULL OR date(supporting_due, '+0 days') IS supporting_due);
