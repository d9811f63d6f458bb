-- Seals of the audit: each binds the rows of a run of transactions that are over, and the seal
-- before it, and is signed by a key that the database never has (storage/security/seals.py).

CREATE TABLE audit_seals (
    number BIGINT NOT NULL,
    from_transaction BIGINT NOT NULL,
    before_transaction BIGINT NOT NULL,
    next_transaction BIGINT NOT NULL,
    row_count INTEGER NOT NULL CONSTRAINT ck_audit_seals_row_count_positive CHECK ("row_count" >= 0),
    root BYTEA NOT NULL CONSTRAINT ck_audit_seals_root_size CHECK (octet_length(root) = 32),
    hints BYTEA NOT NULL,
    previous BYTEA NOT NULL CONSTRAINT ck_audit_seals_previous_size CHECK (octet_length(previous) = 32),
    digest BYTEA NOT NULL CONSTRAINT ck_audit_seals_digest_size CHECK (octet_length(digest) = 32),
    signature BYTEA NOT NULL CONSTRAINT ck_audit_seals_signature_size CHECK (octet_length(signature) = 64),
    sealed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_audit_seals PRIMARY KEY (number),
    CONSTRAINT ck_audit_seals_transactions_in_order
    CHECK (from_transaction < before_transaction AND before_transaction <= next_transaction)
);
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON audit_seals
FOR EACH ROW EXECUTE FUNCTION sec.keep_audit();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON audit_seals EXECUTE FUNCTION sec.keep_audit();
GRANT SELECT, INSERT ON audit_seals TO portal_worker;
GRANT SELECT ON audit_seals TO portal_audit_ro;

-- Who seals reads what is sealed.
GRANT SELECT ON audit_logs TO portal_worker;
CREATE POLICY worker_reads ON audit_logs FOR SELECT TO portal_worker USING (true);
