-- The index as the migration of the audit had it.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX ix_audit_logs_transaction;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_audit_logs_transaction ON audit_logs USING brin (transaction);
