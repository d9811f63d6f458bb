-- What is to be sealed lies at the end of a month of millions of rows. Block ranges know nothing of
-- rows that came since the last vacuum, and are not chosen where the planner sees no order.
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX ix_audit_logs_transaction;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_audit_logs_transaction ON audit_logs (transaction);
