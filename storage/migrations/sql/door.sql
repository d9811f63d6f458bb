-- The door: gates and scans.

CREATE TABLE gates (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_gates_name_length CHECK (char_length("name") <= 120),
    position INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_gates_position_positive CHECK ("position" >= 0),
    closed_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_gates PRIMARY KEY (id),
    CONSTRAINT uq_gates_event_id_name UNIQUE (event_id, name),
    CONSTRAINT fk_gates_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE TABLE checkins (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    ticket_id UUID,
    gate_id UUID,
    staff_id UUID NOT NULL,
    direction scan_direction DEFAULT 'entry' NOT NULL,
    result scan_result NOT NULL,
    nonce TEXT NOT NULL CONSTRAINT ck_checkins_nonce_length CHECK (char_length("nonce") <= 64),
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    offline_at TIMESTAMP WITH TIME ZONE,
    forced BOOLEAN DEFAULT false NOT NULL,
    code_digest TEXT CONSTRAINT ck_checkins_code_digest_length CHECK (char_length("code_digest") <= 64),
    device TEXT CONSTRAINT ck_checkins_device_length CHECK (char_length("device") <= 64),
    reason TEXT CONSTRAINT ck_checkins_reason_length CHECK (char_length("reason") <= 500),
    undoes_id UUID,
    CONSTRAINT pk_checkins PRIMARY KEY (id),
    CONSTRAINT uq_checkins_nonce UNIQUE (nonce),
    CONSTRAINT fk_checkins_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_checkins_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id),
    CONSTRAINT fk_checkins_gate_id FOREIGN KEY(gate_id) REFERENCES gates (id),
    CONSTRAINT fk_checkins_staff_id FOREIGN KEY(staff_id) REFERENCES users (id),
    CONSTRAINT fk_checkins_undoes_id FOREIGN KEY(undoes_id) REFERENCES checkins (id)
);
CREATE INDEX ix_checkins_event_id_id ON checkins (event_id, id DESC);
CREATE INDEX ix_checkins_gate_id ON checkins (gate_id);
CREATE INDEX ix_checkins_staff_id ON checkins (staff_id);
CREATE INDEX ix_checkins_ticket_id_id ON checkins (ticket_id, id DESC);
CREATE INDEX ix_checkins_undoes_id ON checkins (undoes_id);
