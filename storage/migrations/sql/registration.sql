-- Registering as a designer, a model or an organizer: what waits for a decision, who decided,
-- and the consent of a guardian for somebody under 18.

CREATE TYPE trade AS ENUM ('designer', 'model', 'organizer');

CREATE TABLE approvals (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    trade trade NOT NULL,
    status approval_status DEFAULT 'pending' NOT NULL,
    reason TEXT CONSTRAINT ck_approvals_reason_length CHECK (char_length("reason") <= 2712),
    decided_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_approvals PRIMARY KEY (id),
    CONSTRAINT ck_approvals_decided_by_somebody CHECK (
        status IN ('pending', 'approved', 'rejected')
        AND (status = 'pending') = (decided_at IS NULL)
        AND (decided_at IS NULL) = (decided_by IS NULL)
        AND (status = 'rejected') = (reason IS NOT NULL)
    ),
    CONSTRAINT fk_approvals_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_approvals_decided_by FOREIGN KEY(decided_by) REFERENCES users (id)
);
CREATE INDEX ix_approvals_user_id_trade ON approvals (user_id, trade, id);
CREATE INDEX ix_approvals_decided_by ON approvals (decided_by);
CREATE INDEX ix_approvals_waiting ON approvals (created_at) WHERE status = 'pending';
CREATE UNIQUE INDEX uq_approvals_waiting ON approvals (user_id, trade) WHERE status = 'pending';

CREATE TABLE guardian_consents (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    digest TEXT NOT NULL CONSTRAINT ck_guardian_consents_digest_length CHECK (char_length("digest") <= 64),
    version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_guardian_consents_version_positive CHECK ("version" >= 0),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    guardian_id UUID,
    granted BOOLEAN,
    decided_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_guardian_consents PRIMARY KEY (id),
    CONSTRAINT ck_guardian_consents_another_person CHECK (guardian_id <> user_id),
    CONSTRAINT ck_guardian_consents_decided_by_somebody CHECK (
        (granted IS NULL) = (decided_at IS NULL)
        AND (granted IS NULL OR guardian_id IS NOT NULL)
    ),
    CONSTRAINT fk_guardian_consents_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_guardian_consents_guardian_id FOREIGN KEY(guardian_id) REFERENCES users (id),
    CONSTRAINT uq_guardian_consents_digest UNIQUE (digest)
);
CREATE INDEX ix_guardian_consents_user_id ON guardian_consents (user_id, id);
CREATE INDEX ix_guardian_consents_guardian_id ON guardian_consents (guardian_id);

ALTER TABLE models
    ADD COLUMN birth_date TEXT CONSTRAINT ck_models_birth_date_length CHECK (char_length("birth_date") <= 100),
    ADD COLUMN portfolio JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_models_portfolio_shape CHECK (jsonb_typeof(portfolio) = 'object'),
    ADD COLUMN consent_version INTEGER,
    ADD COLUMN consented_at TIMESTAMP WITH TIME ZONE,
    ADD CONSTRAINT ck_models_waits_with_consent CHECK (
        approval_status <> 'pending' OR consented_at IS NOT NULL
    );

GRANT SELECT, INSERT ON approvals, guardian_consents TO portal_app;
GRANT UPDATE (status, reason, decided_by, decided_at) ON approvals TO portal_app;
GRANT UPDATE (expires_at, guardian_id, granted, decided_at) ON guardian_consents TO portal_app;
GRANT SELECT ON approvals, guardian_consents TO portal_worker;
