-- One more kind of what can go wrong: seats and money that do not agree. A value added to an enum
-- cannot be taken back, so the words are a new enum.
CREATE TYPE incident_kind_now AS ENUM (
    'database',
    'pool',
    'keys',
    'redis',
    'telegram',
    'timetable',
    'deliveries',
    'errors',
    'audit',
    'money',
    'counts'
);
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit ON incidents;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_update ON incidents;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_truncate ON incidents;
-- squawk-ignore changing-column-type
ALTER TABLE incidents ALTER COLUMN kind TYPE incident_kind_now
USING kind::text::incident_kind_now;
-- squawk-ignore ban-drop-type
DROP TYPE incident_kind;
-- squawk-ignore renaming-object
ALTER TYPE incident_kind_now RENAME TO incident_kind;
SELECT sec.audit('incidents', 'id', p_counters => '{seen_at,signs}');
