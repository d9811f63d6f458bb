-- Orders, the money for them, and the tickets they become.

CREATE TABLE orders (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    status order_status DEFAULT 'pending' NOT NULL,
    total_amount NUMERIC(12, 2) NOT NULL,
    payment_status payment_status DEFAULT 'pending' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_orders_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    event_id UUID NOT NULL,
    currency TEXT NOT NULL CONSTRAINT ck_orders_currency_length CHECK (char_length("currency") <= 3),
    number TEXT NOT NULL CONSTRAINT ck_orders_number_length CHECK (char_length("number") <= 16),
    attempt INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_orders_attempt_positive CHECK ("attempt" >= 0),
    expires_at TIMESTAMP WITH TIME ZONE,
    precheckout_until TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_orders PRIMARY KEY (id),
    CONSTRAINT ck_orders_total_amount_positive CHECK (total_amount >= 0),
    CONSTRAINT ck_orders_pending_has_deadline CHECK (status <> 'pending' OR expires_at IS NOT NULL),
    CONSTRAINT uq_orders_id_event_id UNIQUE (id, event_id),
    CONSTRAINT uq_orders_event_id_number UNIQUE (event_id, number),
    CONSTRAINT fk_orders_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_orders_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE INDEX ix_orders_expires_at ON orders (expires_at) WHERE status = 'pending';
CREATE INDEX ix_orders_user_id_id ON orders (user_id, id DESC);
CREATE UNIQUE INDEX uq_orders_pending ON orders (user_id, event_id) WHERE status = 'pending';

CREATE TABLE order_lines (
    order_id UUID NOT NULL,
    ticket_type_id UUID NOT NULL,
    event_id UUID NOT NULL,
    quantity INTEGER NOT NULL,
    unit_price NUMERIC(12, 2) NOT NULL,
    CONSTRAINT pk_order_lines PRIMARY KEY (order_id, ticket_type_id),
    CONSTRAINT fk_order_lines_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT fk_order_lines_ticket_type_id_event_id FOREIGN KEY(ticket_type_id, event_id) REFERENCES ticket_types (id, event_id),
    CONSTRAINT ck_order_lines_quantity_positive CHECK (quantity > 0),
    CONSTRAINT ck_order_lines_unit_price_positive CHECK (unit_price >= 0)
);
CREATE INDEX ix_order_lines_ticket_type_id ON order_lines (ticket_type_id);

CREATE TABLE payments (
    id UUID DEFAULT uuidv7() NOT NULL,
    order_id UUID NOT NULL,
    amount NUMERIC(12, 2) NOT NULL,
    payment_method TEXT NOT NULL CONSTRAINT ck_payments_payment_method_length CHECK (char_length("payment_method") <= 64),
    status payment_state DEFAULT 'pending' NOT NULL,
    transaction_id TEXT CONSTRAINT ck_payments_transaction_id_length CHECK (char_length("transaction_id") <= 255),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_payments_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    event_id UUID NOT NULL,
    currency TEXT NOT NULL CONSTRAINT ck_payments_currency_length CHECK (char_length("currency") <= 3),
    provider_charge_id TEXT CONSTRAINT ck_payments_provider_charge_id_length CHECK (char_length("provider_charge_id") <= 255),
    CONSTRAINT pk_payments PRIMARY KEY (id),
    CONSTRAINT fk_payments_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT ck_payments_amount_positive CHECK (amount >= 0),
    CONSTRAINT uq_payments_transaction_id UNIQUE (transaction_id),
    CONSTRAINT uq_payments_provider_charge_id UNIQUE (provider_charge_id)
);
CREATE INDEX ix_payments_order_id ON payments (order_id);

CREATE TABLE tickets (
    id UUID DEFAULT uuidv7() NOT NULL,
    ticket_type_id UUID NOT NULL,
    order_id UUID NOT NULL,
    user_id UUID NOT NULL,
    status ticket_status DEFAULT 'valid' NOT NULL,
    purchase_date TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    qr_code TEXT NOT NULL CONSTRAINT ck_tickets_qr_code_length CHECK (char_length("qr_code") <= 64),
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_tickets_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    event_id UUID NOT NULL,
    generation SMALLINT DEFAULT 1 NOT NULL,
    short_code TEXT NOT NULL CONSTRAINT ck_tickets_short_code_length CHECK (char_length("short_code") <= 8),
    CONSTRAINT pk_tickets PRIMARY KEY (id),
    CONSTRAINT fk_tickets_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT fk_tickets_ticket_type_id_event_id FOREIGN KEY(ticket_type_id, event_id) REFERENCES ticket_types (id, event_id),
    CONSTRAINT ck_tickets_generation_is_a_byte CHECK (generation BETWEEN 0 AND 255),
    CONSTRAINT uq_tickets_event_id_short_code UNIQUE (event_id, short_code),
    CONSTRAINT uq_tickets_qr_code UNIQUE (qr_code),
    CONSTRAINT fk_tickets_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_tickets_order_id ON tickets (order_id);
CREATE INDEX ix_tickets_ticket_type_id ON tickets (ticket_type_id);
CREATE INDEX ix_tickets_user_id_id ON tickets (user_id, id DESC) INCLUDE (status, ticket_type_id);

CREATE TABLE refunds (
    id UUID DEFAULT uuidv7() NOT NULL,
    payment_id UUID NOT NULL,
    order_id UUID NOT NULL,
    event_id UUID NOT NULL,
    amount NUMERIC(12, 2) NOT NULL,
    currency TEXT NOT NULL CONSTRAINT ck_refunds_currency_length CHECK (char_length("currency") <= 3),
    status refund_status DEFAULT 'created' NOT NULL,
    source refund_source NOT NULL,
    reason TEXT NOT NULL CONSTRAINT ck_refunds_reason_length CHECK (char_length("reason") <= 64),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_refunds_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    CONSTRAINT pk_refunds PRIMARY KEY (id),
    CONSTRAINT fk_refunds_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT ck_refunds_amount_positive CHECK (amount > 0),
    CONSTRAINT uq_refunds_payment_id_reason UNIQUE (payment_id, reason),
    CONSTRAINT fk_refunds_payment_id FOREIGN KEY(payment_id) REFERENCES payments (id)
);
CREATE INDEX ix_refunds_open ON refunds (created_at) WHERE status IN ('created', 'in_transit');
CREATE INDEX ix_refunds_order_id ON refunds (order_id);
