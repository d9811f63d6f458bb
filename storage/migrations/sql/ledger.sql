-- What was sold and what was taken back, line by line, for good: the books that a count of tickets
-- is held against. The sum of an order's lines is its live tickets and what was kept of others.

CREATE TABLE ledger_lines (
    id UUID DEFAULT uuidv7() NOT NULL,
    order_id UUID NOT NULL,
    event_id UUID NOT NULL,
    ticket_type_id UUID,
    kind TEXT NOT NULL CONSTRAINT ck_ledger_lines_kind_length CHECK (char_length("kind") <= 16),
    count INTEGER NOT NULL,
    unit_price NUMERIC(12, 2) NOT NULL,
    currency TEXT NOT NULL CONSTRAINT ck_ledger_lines_currency_length CHECK (char_length("currency") <= 3),
    cause UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_ledger_lines PRIMARY KEY (id),
    CONSTRAINT fk_ledger_lines_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT fk_ledger_lines_ticket_type_id_event_id
    FOREIGN KEY(ticket_type_id, event_id) REFERENCES ticket_types (id, event_id),
    CONSTRAINT ck_ledger_lines_unit_price_positive CHECK (unit_price >= 0),
    CONSTRAINT ck_ledger_lines_kind_counts CHECK (
        kind = 'sold' AND count > 0 AND ticket_type_id IS NOT NULL
        OR kind = 'taken_back' AND count < 0 AND ticket_type_id IS NOT NULL
        OR kind = 'kept' AND count = 1 AND ticket_type_id IS NULL
    ),
    CONSTRAINT uq_ledger_lines_order_id_cause_kind_ticket_type_id
    UNIQUE NULLS NOT DISTINCT (order_id, cause, kind, ticket_type_id)
);
CREATE INDEX ix_ledger_lines_event_id ON ledger_lines (event_id);
CREATE INDEX ix_ledger_lines_ticket_type_id ON ledger_lines (ticket_type_id);

-- A line is never mended: what was wrong gets a line against it.
CREATE FUNCTION sec.keep_books() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is only added to' USING ERRCODE = '42501';
END
$$;
REVOKE ALL ON FUNCTION sec.keep_books() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_books() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER keep_books BEFORE UPDATE OR DELETE ON ledger_lines
FOR EACH ROW EXECUTE FUNCTION sec.keep_books();
CREATE TRIGGER keep_books_whole BEFORE TRUNCATE ON ledger_lines
FOR EACH STATEMENT EXECUTE FUNCTION sec.keep_books();

-- What was sold until now: a line for every ticket that was made, and one against what is none
-- any more; nothing went back for those, so their price was kept.
INSERT INTO ledger_lines
    (order_id, event_id, ticket_type_id, kind, count, unit_price, currency, cause, created_at)
SELECT o.id, o.event_id, t.ticket_type_id, 'sold', count(*), coalesce(l.unit_price, 0),
    o.currency, o.id, o.created_at
FROM orders o
JOIN tickets t ON t.order_id = o.id
LEFT JOIN order_lines l ON l.order_id = o.id AND l.ticket_type_id = t.ticket_type_id
GROUP BY o.id, t.ticket_type_id, l.unit_price;
INSERT INTO ledger_lines
    (order_id, event_id, ticket_type_id, kind, count, unit_price, currency, cause, created_at)
SELECT s.order_id, s.event_id, s.ticket_type_id, 'taken_back', -count(*), s.unit_price,
    s.currency, s.order_id, s.created_at
FROM ledger_lines s
JOIN tickets t ON t.order_id = s.order_id AND t.ticket_type_id = s.ticket_type_id
WHERE t.status IN ('cancelled', 'refunded')
GROUP BY s.id;
INSERT INTO ledger_lines
    (order_id, event_id, kind, count, unit_price, currency, cause, created_at)
SELECT b.order_id, b.event_id, 'kept', 1, sum(-b.count * b.unit_price), b.currency, b.order_id,
    b.created_at
FROM ledger_lines b WHERE b.kind = 'taken_back' AND b.unit_price > 0
GROUP BY b.order_id, b.event_id, b.currency, b.created_at;

ALTER TABLE ledger_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON ledger_lines TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON ledger_lines TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON ledger_lines TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON ledger_lines FOR SELECT TO portal_app
USING (EXISTS (SELECT FROM orders o WHERE o.id = ledger_lines.order_id));
CREATE POLICY add ON ledger_lines FOR INSERT TO portal_app WITH CHECK (
    event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
GRANT SELECT, INSERT ON ledger_lines TO portal_app, portal_worker;
-- A person takes along what is told of their orders.
GRANT SELECT ON ledger_lines TO portal_definer;
