-- Nothing is known of what the portal talks to.

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
    'money',
    'counts',
    'provider'
);
DROP TRIGGER audit ON incidents;
DROP TRIGGER audit_update ON incidents;
DROP TRIGGER audit_truncate ON incidents;
DELETE FROM incidents WHERE kind = 'services';
ALTER TABLE incidents ALTER COLUMN kind TYPE incident_kind_before
USING kind::text::incident_kind_before;
DROP TYPE incident_kind;
ALTER TYPE incident_kind_before RENAME TO incident_kind;
SELECT sec.audit('incidents', 'id', p_counters => '{seen_at,signs}');

DROP TRIGGER audit ON external_services;
DROP TRIGGER audit_update ON external_services;
DROP TRIGGER audit_truncate ON external_services;
DELETE FROM integration_logs;
DELETE FROM external_services;
DROP INDEX uq_external_services_name;
ALTER TABLE external_services ADD CONSTRAINT uq_external_services_name UNIQUE (name);
ALTER TABLE external_services DROP CONSTRAINT ck_external_services_removed_is_empty;
ALTER TABLE external_services DROP CONSTRAINT ck_external_services_error_is_tried_again;
REVOKE SELECT (
    id, name, type, status, last_check, health_status, failures, retry_at, removed_at
) ON external_services FROM portal_app, portal_support;
ALTER TABLE external_services DROP COLUMN removed_at;
ALTER TABLE external_services DROP COLUMN retry_at;
ALTER TABLE external_services DROP COLUMN failures;
GRANT SELECT ON external_services TO portal_app, portal_support;
SELECT sec.audit('external_services', 'id', '{}', '{config}');
