-- No seals.

DROP POLICY worker_reads ON audit_logs;
REVOKE SELECT ON audit_logs FROM portal_worker;
DROP TABLE audit_seals;
