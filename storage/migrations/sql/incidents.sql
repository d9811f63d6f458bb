-- What went wrong with the portal, from the first sign to the last; of one kind one is open.

CREATE TYPE incident_kind AS ENUM (
    'database',
    'pool',
    'keys',
    'redis',
    'telegram',
    'timetable',
    'deliveries',
    'errors',
    'audit'
);
CREATE TABLE incidents (
    id UUID DEFAULT uuidv7() NOT NULL,
    kind incident_kind NOT NULL,
    detail TEXT DEFAULT '' NOT NULL CONSTRAINT ck_incidents_detail_length CHECK (char_length("detail") <= 300),
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    signs INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_incidents_signs_positive CHECK ("signs" >= 0),
    closed_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_incidents PRIMARY KEY (id),
    CONSTRAINT ck_incidents_times_in_order CHECK (opened_at <= seen_at AND seen_at <= closed_at)
);
CREATE UNIQUE INDEX uq_incidents_open ON incidents (kind) WHERE closed_at IS NULL;
CREATE INDEX ix_incidents_closed_at ON incidents (closed_at);

GRANT SELECT, INSERT, UPDATE (seen_at, signs) ON incidents TO portal_app;
GRANT SELECT, INSERT, UPDATE (seen_at, signs, closed_at) ON incidents TO portal_worker;

SELECT sec.audit('incidents', 'id', p_counters => '{seen_at,signs}');
