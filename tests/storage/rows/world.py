"""A row of everything that is somebody's: Giulia's, her show's, her model's and her house's."""

from dataclasses import dataclass
from uuid import UUID

import asyncpg

from storage.ids import new_id

_ROWS = """
INSERT INTO users (id, full_name) VALUES
    ({giulia}, 'Giulia'), ({stranger}, 'Stranger'), ({house}, 'House'), ({steward}, 'Steward'),
    ({admin}, 'Admin'), ({guardian}, 'Guardian');
INSERT INTO user_profiles (user_id) SELECT id FROM users;
INSERT INTO houses (user_id, name) VALUES ({house}, 'Casa');
INSERT INTO seller_accounts (user_id, token, ending) VALUES ({house}, 'sealed', 'abcd');
INSERT INTO house_channels (user_id, chat_id, title) VALUES ({house}, -1001, 'Casa');
INSERT INTO sellers (user_id, name, address) VALUES ({house}, 'Casa S.r.l.', 'Via Roma 1');
INSERT INTO telegram_accounts (telegram_id, user_id)
    SELECT row_number() OVER (ORDER BY id), id FROM users;
INSERT INTO administrators (user_id) VALUES ({admin});
INSERT INTO organizer_applications (user_id, approval_status) VALUES
    ({house}, 'approved'), ({giulia}, 'draft');
INSERT INTO sessions (user_id, token, expires_at)
    VALUES ({giulia}, 'digest', now() + interval '1 h');
INSERT INTO email_confirmations (user_id, address, address_index, expires_at)
    VALUES ({giulia}, 'sealed', 'sixteen bytes...', now() + interval '1 h');
INSERT INTO dialog_drafts (user_id, form, step)
    VALUES ({giulia}, 'model', 'name');
INSERT INTO designers (id, user_id, brand_name, approval_status)
    VALUES ({designer}, {giulia}, 'Seta', 'pending');
INSERT INTO collections (id, designer_id, name, season, status)
    VALUES ({collection}, {designer}, 'Acqua', 'Spring', 'draft');
INSERT INTO models (id, user_id, approval_status, meta_data)
    VALUES ({model}, {giulia}, 'draft', '{{"stage_name": "Giulia V."}}');
INSERT INTO approvals (user_id, trade) VALUES ({giulia}, 'designer');
INSERT INTO guardian_consents (user_id, digest, expires_at, guardian_id)
    VALUES ({giulia}, 'digest', now() + interval '1 h', {guardian});
INSERT INTO events
    (id, organizer_id, title, type, status, currency, time_zone, start_date, end_date)
VALUES
    ({show}, {house}, 'Show', 'fashion_show', 'published', 'EUR', 'Europe/Rome',
     now() + interval '1 d', now() + interval '2 d'),
    ({draft}, {house}, 'Secret', 'fashion_show', 'draft', 'EUR', 'Europe/Rome',
     now() + interval '3 d', now() + interval '4 d');
INSERT INTO venues (name, city, country, time_zone) VALUES ('Cave', 'Milan', 'Italy', 'UTC');
INSERT INTO event_schedules (event_id, title, start_time, type)
    VALUES ({show}, 'Doors', now(), 'doors');
INSERT INTO event_collections (event_id, collection_id) VALUES ({show}, {collection});
INSERT INTO event_models (event_id, model_id) VALUES ({show}, {model});
INSERT INTO gates (id, event_id, name) VALUES ({gate}, {show}, 'Main');
INSERT INTO door_settings (event_id) VALUES ({show});
INSERT INTO door_posts (user_id, event_id) VALUES ({steward}, {show});
INSERT INTO event_staff (event_id, user_id, role) VALUES ({show}, {steward}, 'steward');
INSERT INTO ticket_types (id, event_id, name, price, position)
    VALUES ({seat}, {show}, 'Seat', 10, 1);
INSERT INTO quotas (id, event_id, name, size)
    VALUES ({pool}, {show}, 'Seats', 9), ({other_pool}, {show}, 'More', 9);
INSERT INTO gate_ticket_types (gate_id, ticket_type_id, event_id)
    VALUES ({gate}, {seat}, {show});
INSERT INTO quota_ticket_types (ticket_type_id, quota_id) VALUES ({seat}, {pool});
INSERT INTO follows (user_id, organizer_id) VALUES ({giulia}, {house});
INSERT INTO user_quota (user_id, ticket_type_id, taken, max) VALUES ({giulia}, {seat}, 1, 4);
INSERT INTO orders (id, user_id, event_id, status, payment_status, total_amount, currency, number)
    VALUES ({order}, {giulia}, {show}, 'completed', 'paid', 10, 'EUR', 'A1');
INSERT INTO order_lines (order_id, ticket_type_id, event_id, quantity, unit_price)
    VALUES ({order}, {seat}, {show}, 1, 10);
INSERT INTO ledger_lines (order_id, event_id, ticket_type_id, kind, count, unit_price, currency,
    cause) VALUES ({order}, {show}, {seat}, 'sold', 1, 10, 'EUR', {order});
INSERT INTO payments (id, order_id, event_id, amount, currency, payment_method, status)
    VALUES ({payment}, {order}, {show}, 10, 'EUR', 'provider', 'successful');
INSERT INTO refunds (payment_id, order_id, event_id, amount, currency, source, reason, cause)
    VALUES ({payment}, {order}, {show}, 1, 'EUR', 'buyer', 'late', {payment});
INSERT INTO waitlists (ticket_type_id, event_id) VALUES ({seat}, {show});
INSERT INTO waitlist_entries (id, user_id, event_id, ticket_type_id, seats)
    VALUES ({place}, {giulia}, {show}, {seat}, 2);
INSERT INTO waitlist_offers (order_id, entry_id, seats) VALUES ({order}, {place}, 2);
INSERT INTO ticket_types (id, event_id, name, price, position)
    VALUES ({standing}, {show}, 'Standing', 5, 7);
INSERT INTO promo_codes (id, event_id, code, handle, effect, percent, used)
    VALUES ({promo}, {show}, 'FRIENDS', 'handle', 'percent', 10, 1);
INSERT INTO promo_code_ticket_types (code_id, ticket_type_id, event_id)
    VALUES ({promo}, {standing}, {show});
INSERT INTO promo_redemptions (order_id, event_id, code_id, user_id, code, seats, discount, counts)
    VALUES ({order}, {show}, {promo}, {giulia}, 'FRIENDS', 1, 1, true);
INSERT INTO tickets (id, order_id, event_id, ticket_type_id, user_id, qr_code, short_code)
    VALUES ({ticket}, {order}, {show}, {seat}, {giulia}, 'digest', 'ABCD2345');
INSERT INTO event_questions (id, event_id, position, question)
    VALUES ({question}, {show}, 1, 'Which seat?');
INSERT INTO order_answers (order_id, event_id, question_id, user_id, answer)
    VALUES ({order}, {show}, {question}, {giulia}, 'The first');
INSERT INTO order_approvals (order_id, event_id, user_id, attempt, asked_at)
    VALUES ({order}, {show}, {giulia}, 1, now());
INSERT INTO cancellations (event_id, called_off_by) VALUES ({draft}, {house});
INSERT INTO cancelled_orders (order_id, event_id, result) VALUES ({order}, {show}, 'nothing');
INSERT INTO event_moves (event_id, answer_until) VALUES ({show}, now());
INSERT INTO ticket_gifts (ticket_id, event_id, giver_id, generation, digest, expires_at)
    VALUES ({ticket}, {show}, {giulia}, 1, 'digest', now() + interval '1 d');
INSERT INTO checkins (event_id, ticket_id, staff_id, result, nonce)
    VALUES ({show}, {ticket}, {steward}, 'ok', 'nonce');
INSERT INTO consents (user_id, purpose, channel, granted, version)
    VALUES ({giulia}, 'marketing', 'push', true, 1);
INSERT INTO data_requests (id, user_id, kind, due_at, starts_at)
    VALUES ({wish}, {giulia}, 'export', now() + interval '30 d', now());
INSERT INTO erasures (id, user_id, due_at) VALUES ({wish}, {giulia}, now());
INSERT INTO campaigns (id, name, organizer_id, status, launched_at)
    VALUES ({campaign}, 'News', {house}, 'active', now());
INSERT INTO campaign_taps (campaign_id, user_id, button, tapped_at)
    VALUES ({campaign}, {giulia}, 1, now());
INSERT INTO campaign_files (campaign_id, user_id, asked_at, starts_at)
    VALUES ({campaign}, {giulia}, now(), now());
INSERT INTO attendee_files (event_id, user_id, asked_at, starts_at)
    VALUES ({show}, {giulia}, now(), now());
INSERT INTO notifications (id, user_id, lane, template, due_at, campaign_id) VALUES
    ({note}, {giulia}, 0, 'ticket', now(), NULL),
    ({news}, {giulia}, 2, 'campaign', now(), {campaign});
INSERT INTO enquiries (user_id, topic, message) VALUES ({giulia}, 'other', 'Hello?');
INSERT INTO quarantined_updates (bot_id, update_id, error) VALUES (1, 1, 'bug');
"""
# fmt: off
_NAMES = (
    "place", "promo", "standing", "question",
    "giulia", "stranger", "house", "steward", "admin", "guardian", "designer", "model",
    "collection", "show", "draft", "seat", "pool", "other_pool", "order",
    "gate", "payment", "ticket", "campaign", "note", "news", "wish",
)
# fmt: on


@dataclass(frozen=True)
class World:
    """The keys of everybody and of what is theirs, by name."""

    keys: dict[str, UUID]

    def __getitem__(self, name: str) -> UUID:
        return self.keys[name]

    def quoted(self) -> dict[str, str]:
        """The keys as literals of SQL."""
        return {name: f"'{key}'" for name, key in self.keys.items()}


async def make_world(superuser: asyncpg.Connection) -> World:
    """One row at least in every table that is somebody's."""
    world = World({name: new_id() for name in _NAMES})
    await superuser.execute(_ROWS.format(**world.quoted()))
    return world
