-- Everything is paid by the portal's own provider again.

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
    'counts'
);
DROP TRIGGER audit ON incidents;
DROP TRIGGER audit_update ON incidents;
DROP TRIGGER audit_truncate ON incidents;
DELETE FROM incidents WHERE kind = 'provider';
ALTER TABLE incidents ALTER COLUMN kind TYPE incident_kind_before
USING kind::text::incident_kind_before;
DROP TYPE incident_kind;
ALTER TYPE incident_kind_before RENAME TO incident_kind;
SELECT sec.audit('incidents', 'id', p_counters => '{seen_at,signs}');

DROP FUNCTION sec.mark_account(uuid, uuid, timestamptz);
DROP FUNCTION sec.account_of_order(uuid);
DROP TRIGGER keep_seller ON payments;
DROP FUNCTION sec.keep_seller();
DROP TRIGGER follow_account ON seller_accounts;
DROP FUNCTION sec.follow_account();
ALTER TABLE payments DROP COLUMN seller;
ALTER TABLE payments DROP COLUMN account_id;
ALTER TABLE houses DROP COLUMN account_id;
DROP TABLE sellers;
DROP TABLE seller_accounts;
