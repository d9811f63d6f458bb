-- One purchase in one statement, of one type of many: the hot row is taken from within it.
\set n :n + 1
\set buyer :client_id * :purchases + :n
\set update :first + :buyer
\set position :buyer % :types
WITH wanted AS (
    SELECT t.id AS type, k.quota_id AS pool
    FROM ticket_types t JOIN quota_ticket_types k ON k.ticket_type_id = t.id
    WHERE t.event_id = :event AND t.position = :position
), claimed AS (
    INSERT INTO processed_updates (bot_id, update_id) VALUES (:bot, :update) RETURNING 1
), taken AS (
    UPDATE quotas q SET held = held + 1 FROM wanted w
    WHERE q.id = w.pool AND NOT closed AND NOT waiting_claim AND sold + held + 1 <= size
    RETURNING w.type
), bought AS (
    INSERT INTO orders (user_id, event_id, total_amount, currency, number, expires_at)
    SELECT ('00000000-0000-7000-8001-' || lpad(:buyer, 12, '0'))::uuid, :event, 45, 'EUR',
        lpad(:update, 10, '0'), now() + interval '15 minutes'
    FROM taken RETURNING id, user_id
), limited AS (
    INSERT INTO user_quota AS u (user_id, ticket_type_id, taken, max)
    SELECT b.user_id, t.type, 1, 4 FROM bought b, taken t
    ON CONFLICT (user_id, ticket_type_id) DO UPDATE SET taken = u.taken + 1
)
INSERT INTO order_lines (order_id, ticket_type_id, event_id, quantity, unit_price)
SELECT b.id, t.type, :event, 1, 45 FROM bought b, taken t;
