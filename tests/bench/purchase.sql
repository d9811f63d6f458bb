-- One purchase in the classic form: is there a place? then write it down.
-- Every client has buyers of its own; `first` is the update before the first of this run.
\set n :n + 1
\set buyer :client_id * :purchases + :n
\set update :first + :buyer
BEGIN;
INSERT INTO processed_updates (bot_id, update_id) VALUES (:bot, :update);
UPDATE quotas SET held = held + 1
WHERE id = :quota AND NOT closed AND NOT waiting_claim AND sold + held + 1 <= size;
INSERT INTO orders (user_id, event_id, total_amount, currency, number, expires_at)
VALUES (('00000000-0000-7000-8001-' || lpad(:buyer, 12, '0'))::uuid, :event, 45, 'EUR',
    lpad(:update, 10, '0'), now() + interval '15 minutes')
RETURNING id AS bought
\gset
INSERT INTO order_lines (order_id, ticket_type_id, event_id, quantity, unit_price)
VALUES (:bought, :ticket_type, :event, 1, 45);
INSERT INTO user_quota AS u (user_id, ticket_type_id, taken, max)
VALUES (('00000000-0000-7000-8001-' || lpad(:buyer, 12, '0'))::uuid, :ticket_type, 1, 4)
ON CONFLICT (user_id, ticket_type_id) DO UPDATE SET taken = u.taken + 1;
COMMIT;
