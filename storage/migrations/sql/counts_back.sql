CREATE TYPE incident_kind_before AS ENUM (
    'database',
    'pool',
    'keys',
    'redis',
    'telegram',
    'timetable',
    'deliveries',
    'errors',
    'audit',
    'money'
);
DROP TRIGGER audit ON incidents;
DROP TRIGGER audit_update ON incidents;
DROP TRIGGER audit_truncate ON incidents;
DELETE FROM incidents WHERE kind = 'counts';
ALTER TABLE incidents ALTER COLUMN kind TYPE incident_kind_before
USING kind::text::incident_kind_before;
DROP TYPE incident_kind;
ALTER TYPE incident_kind_before RENAME TO incident_kind;
SELECT sec.audit('incidents', 'id', p_counters => '{seen_at,signs}');
