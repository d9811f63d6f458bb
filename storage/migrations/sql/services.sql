-- What the portal talks to beside Telegram (docs/decisions/0028-channels.md): its address sealed, a
-- breaker that all processes share, and a name that is free again once it is removed.

ALTER TABLE external_services ADD COLUMN failures INTEGER DEFAULT 0 NOT NULL
    CONSTRAINT ck_external_services_failures_positive CHECK ("failures" >= 0);
ALTER TABLE external_services ADD COLUMN retry_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE external_services ADD COLUMN removed_at TIMESTAMP WITH TIME ZONE;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE external_services ADD CONSTRAINT ck_external_services_error_is_tried_again
CHECK ((status = 'error') = (retry_at IS NOT NULL));
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE external_services ADD CONSTRAINT ck_external_services_removed_is_empty
CHECK (removed_at IS NULL OR config = '{}');
-- squawk-ignore ban-drop-constraint
ALTER TABLE external_services DROP CONSTRAINT uq_external_services_name;
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX uq_external_services_name ON external_services (name) WHERE removed_at IS NULL;

-- What opens a service is for who calls it, and for whoever runs the machine.
REVOKE SELECT ON external_services FROM portal_app, portal_support;
GRANT SELECT (
    id, name, type, status, last_check, health_status, failures, retry_at, removed_at
) ON external_services TO portal_app, portal_support;

-- A failure, a check and their times are no changes: that it rests, and works again, is.
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit ON external_services;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_update ON external_services;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_truncate ON external_services;
SELECT sec.audit(
    'external_services', 'id', '{}', '{config}',
    p_counters => '{last_check,health_status,failures,retry_at}'
);

-- One more kind of what can go wrong: a service that does not do what it is asked for.
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
    'counts',
    'provider',
    'services'
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
