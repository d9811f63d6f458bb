"""People with a word of their own in everything that is kept of them, and how to look for it."""

import io
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg

from storage.ids import new_id
from storage.security.blind import canonical_email, canonical_phone
from tests.factories import MadeEvent, Owner, make_event
from tests.keeping import VAULT

_AGO = timedelta(days=-9)
_NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Life:
    """Somebody who did everything here. `traces` are what nobody may find of them afterwards."""

    person: UUID
    telegram_id: int
    word: str
    show: MadeEvent
    walks: MadeEvent
    traces: tuple[bytes, ...]


_ROWS = """
INSERT INTO administrators (user_id) VALUES ({me}), ({other});
INSERT INTO organizer_applications (user_id, approval_status, note)
    VALUES ({me}, 'approved', '{word} note');
INSERT INTO houses (user_id, name) VALUES ({me}, '{word} House');
INSERT INTO seller_accounts (user_id, token, ending) VALUES ({me}, '{word}', 'abcd');
INSERT INTO house_channels (user_id, chat_id, title) VALUES ({me}, -{chat}, '{word}');
INSERT INTO sellers (user_id, name, address, tax_number, vat_rate)
    VALUES ({me}, '{word} S.r.l.', 'Via {word} 1', '{word}', 22);
INSERT INTO designers (id, user_id, brand_name, portfolio_url, specialties, approval_status,
        achievements, meta_data)
    VALUES ({designer}, {me}, '{word} Brand', 'https://{word}.example', ARRAY['{word}'],
        'approved', '["{word} prize"]', '{{"about": "{word}"}}');
INSERT INTO collections (id, designer_id, name, description, season, status, images, meta_data)
    VALUES ({collection}, {designer}, '{word} Acqua', '{word}', '{word}', 'published',
        '["{word}"]', '{{"a": "{word}"}}');
INSERT INTO event_collections (event_id, collection_id) VALUES ({walks}, {collection});
INSERT INTO approvals (user_id, trade, status, decided_by, decided_at, reason)
    VALUES ({me}, 'designer', 'rejected', {other}, now(), '{word} too late');
INSERT INTO approvals (user_id, trade) VALUES ({me}, 'model');
INSERT INTO guardian_consents (user_id, digest, expires_at)
    VALUES ({me}, '{word}', now() + interval '1 h');
INSERT INTO one_time_links (digest, purpose, created_by, expires_at)
    VALUES ('{word}', 'staff', {me}, now() + interval '1 d');
INSERT INTO one_time_links (digest, purpose, created_by, expires_at, used_at, used_by)
    VALUES ('used {order_}', 'staff', {other}, now(), now(), {me});
INSERT INTO follows (user_id, city) VALUES ({me}, '{word} Ligure');
INSERT INTO follows (user_id, organizer_id) VALUES ({other}, {me});
INSERT INTO follows (user_id, designer_id) VALUES ({other}, {designer});
INSERT INTO event_staff (event_id, user_id, role) VALUES ({walks}, {me}, 'steward');
INSERT INTO user_quota (user_id, ticket_type_id, taken, max) VALUES ({me}, {seat}, 1, 4);
INSERT INTO orders (id, user_id, event_id, status, payment_status, total_amount, currency, number,
        created_at)
    VALUES ({order}, {me}, {walks}, 'completed', 'paid', 45, 'EUR', 'A1', now());
INSERT INTO order_lines (order_id, ticket_type_id, event_id, quantity, unit_price)
    VALUES ({order}, {seat}, {walks}, 1, 45);
INSERT INTO payments (id, order_id, event_id, amount, currency, payment_method, status,
        transaction_id)
    VALUES ({payment}, {order}, {walks}, 45, 'EUR', 'provider', 'successful', 'charge-{order_}');
INSERT INTO refunds (payment_id, order_id, event_id, amount, currency, source, reason, status,
        cause)
    VALUES ({payment}, {order}, {walks}, 1.5, 'EUR', 'admin', 'late', 'done', {payment});
INSERT INTO tickets (id, order_id, event_id, ticket_type_id, user_id, qr_code, short_code, status)
    VALUES ({ticket}, {order}, {walks}, {seat}, {me}, 'digest {order_}', 'ABCD2345', 'used');
INSERT INTO cancellations (event_id, called_off_by, bar_message_id, bar_shown)
    VALUES ({walks}, {me}, 7, '{word}');
INSERT INTO waitlists (ticket_type_id, event_id) VALUES ({seat}, {walks});
INSERT INTO waitlist_entries (id, user_id, event_id, ticket_type_id, seats)
    VALUES ({place}, {me}, {walks}, {seat}, 2);
INSERT INTO waitlist_offers (order_id, entry_id, seats) VALUES ({order}, {place}, 2);
INSERT INTO promo_codes (id, event_id, code, handle, effect, percent, used)
    VALUES ({promo}, {walks}, 'FRIENDS', 'handle', 'percent', 10, 1);
INSERT INTO promo_redemptions (order_id, event_id, code_id, user_id, code, seats, discount, counts)
    VALUES ({order}, {walks}, {promo}, {me}, 'FRIENDS', 1, 5, true);
INSERT INTO event_questions (id, event_id, position, question)
    VALUES ({question}, {walks}, 1, 'Which seat?');
INSERT INTO ticket_gifts (ticket_id, event_id, giver_id, generation, digest, expires_at)
    VALUES ({ticket}, {walks}, {me}, 1, 'gift {order_}', now());
INSERT INTO door_posts (user_id, event_id) VALUES ({me}, {walks});
INSERT INTO checkins (event_id, ticket_id, staff_id, result, nonce, reason)
    VALUES ({walks}, {ticket}, {me}, 'ok', 'nonce {order_}', '{word} had no paper');
INSERT INTO consents (user_id, purpose, channel, granted, version)
    VALUES ({me}, 'marketing', 'push', true, 1);
INSERT INTO campaigns (id, name, description, organizer_id, created_by, status, launched_at,
        meta_data, bar_chat_id, bar_message_id, bar_shown)
    VALUES ({campaign}, '{word} News', '{word}', {me}, {me}, 'active', now(),
        '{{"text": "{word}"}}', {chat}, 7, 'bar');
INSERT INTO campaign_taps (campaign_id, user_id, button, tapped_at)
    VALUES ({campaign}, {me}, 1, now());
INSERT INTO campaign_files (campaign_id, user_id, asked_at, starts_at, bar_chat_id, bar_message_id)
    VALUES ({campaign}, {me}, now(), now(), {chat}, 7);
INSERT INTO attendee_files (event_id, user_id, asked_at, starts_at, bar_chat_id, bar_message_id)
    VALUES ({walks}, {me}, now(), now(), {chat}, 7);
INSERT INTO notifications (id, user_id, lane, template, title, due_at, arguments, meta_data,
        chat_id)
    VALUES (uuidv7(), {me}, 0, 'ticket', '{word}', now(), '{{"who": "{word}"}}',
        '{{"who": "{word}"}}', {chat});
INSERT INTO quarantined_updates (bot_id, update_id, error, payload) VALUES
    ({bot}, 1, 'bug', '{{"message": {{"from": {{"id": {chat}}}}}}}');
INSERT INTO events (organizer_id, title, description, type, status, currency, time_zone,
        start_date, end_date)
    VALUES ({me}, 'Secret', 'Not yet shown', 'fashion_show', 'draft', 'EUR', 'Europe/Rome',
        now() + interval '30 d', now() + interval '31 d');
INSERT INTO event_models (event_id, model_id) VALUES ({walks}, {model});
INSERT INTO web_links (user_id, digest, purpose, expires_at)
    VALUES ({me}, '{word}', 'sign_in', now());
INSERT INTO promo_tries (user_id, wrong, since) VALUES ({me}, 1, now());
INSERT INTO sign_in_tries (kind, key, last_at, free_at)
    SELECT 'account', email_index, now(), now() FROM users WHERE id = {me};
"""


async def a_life(owner: Owner) -> Life:
    """Somebody who bought, worked, registered as everything and held an evening; all is over."""
    word = f"canary{secrets.token_hex(5)}"
    other = new_id()
    await owner.insert("users", id=other, full_name="Somebody Else")
    phone = f"+39055{secrets.randbelow(10**7):07}"
    me, chat = await _account(owner, word, phone), secrets.randbelow(10**9) + 7 * 10**9
    await owner.insert(
        "telegram_accounts", telegram_id=chat, user_id=me, chat_id=chat, first_name=word,
        username=word, language="it", time_zone="Europe/Rome",
    )  # fmt: skip
    model, designer = new_id(), new_id()
    await _told(owner, me, model, word)
    show = await make_event(owner, organizer=me, starts_in=_AGO)
    walks = await make_event(owner, title="Silk Hour", starts_in=_AGO)
    [seat] = walks.types.values()
    keys = {
        "me": me, "other": other, "designer": designer, "model": model, "seat": seat,
        "walks": walks.id, "collection": new_id(), "order": new_id(), "payment": new_id(),
        "ticket": new_id(), "campaign": new_id(), "place": new_id(), "promo": new_id(),
        "question": new_id(),
    }  # fmt: skip
    named = {name: f"'{key}'" for name, key in keys.items()}
    await owner.connection.execute(
        _ROWS.format(
            word=word, chat=chat, bot=secrets.randbelow(10**6), order_=keys["order"].hex, **named
        )
    )
    await owner.insert(
        "order_answers", order_id=keys["order"], event_id=walks.id, user_id=me,
        question_id=keys["question"], answer=f"{word} the first",
    )  # fmt: skip
    await owner.insert(
        "order_approvals", order_id=keys["order"], event_id=walks.id, user_id=me, attempt=1,
        asked_at=_NOW, approved=True, decided_at=_NOW, decided_by=me, words=f"{word} welcome",
    )  # fmt: skip
    mail = await VAULT.blind("users", "email", canonical_email(f"{word}@example.org"))
    number = await VAULT.blind("users", "phone_number", canonical_phone(phone))
    traces = (word.encode(), str(chat).encode(), mail.hex().encode(), number.hex().encode())
    return Life(me, chat, word, show, walks, traces)


async def _account(owner: Owner, word: str, phone: str) -> UUID:
    me = new_id()
    await owner.insert(
        "users", id=me, full_name=f"{word} Conti", email=f"{word}@example.org",
        email_index=await VAULT.blind("users", "email", canonical_email(f"{word}@example.org")),
        phone_number=phone, profile_image_url=f"file-{word}", password_hash=word,
        phone_index=await VAULT.blind("users", "phone_number", canonical_phone(phone)),
        user_type="organizer", preferences={"units": word},
    )  # fmt: skip
    return me


async def _told(owner: Owner, me: UUID, model: UUID, word: str) -> None:
    await owner.insert(
        "user_profiles", user_id=me, bio=word, social_links={"web": word}, company=word,
        position=word, location=word, preferences={"cities": [word]},
    )  # fmt: skip
    await owner.insert(
        "models", id=model, user_id=me, birth_date="1999-05-24", portfolio_url=word,
        measurements={"waist": word}, portfolio={"agency": word}, height=178,
        experience_level=word, availability={"when": word}, approval_status="approved",
        meta_data={"stage_name": f"{word} L."},
    )  # fmt: skip
    await owner.insert(
        "sessions", user_id=me, token=word, ip_address=word, user_agent=word,
        expires_at=await owner.value("SELECT now() + interval '1 day'"), data={"a": word},
    )  # fmt: skip
    await owner.insert(
        "email_confirmations", user_id=me, address=f"{word}@example.org",
        address_index=await VAULT.blind("users", "email", canonical_email(f"{word}@example.org")),
        expires_at=await owner.value("SELECT now()"),
    )  # fmt: skip
    await owner.insert("dialog_drafts", user_id=me, form="profile", answers={"bio": word})
    await owner.insert(
        "data_requests", user_id=me, kind="rectify", message=word, bar_chat_id=7 * 10**9 + 1,
        due_at=await owner.value("SELECT now()"), starts_at=await owner.value("SELECT now()"),
    )  # fmt: skip
    await owner.insert("enquiries", user_id=me, topic="other", message=word, photo=word)


async def dump(superuser: asyncpg.Connection) -> dict[str, bytes]:
    """Every row of every table of ours, as the superuser copies them, in small letters."""
    tables = await superuser.fetch(
        "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'p')"
        " AND NOT relispartition AND relnamespace IN"
        " ('public'::regnamespace, 'sec'::regnamespace)"
    )
    copies: dict[str, bytes] = {}
    for (name,) in tables:
        written = io.BytesIO()
        await superuser.copy_from_query(f"SELECT * FROM {name}", output=written)
        copies[name] = written.getvalue().lower()
    return copies


def found(copies: dict[str, bytes], life: Life) -> dict[str, list[bytes]]:
    """Where something of a person stands."""
    places = {
        name: [each for each in life.traces if each in copy] for name, copy in copies.items()
    }
    return {name: traces for name, traces in places.items() if traces}


async def revenue(superuser: asyncpg.Connection) -> list[tuple]:
    """What every event took, gave back and sold."""
    rows = await superuser.fetch(
        """
        SELECT o.event_id, e.organizer_id, o.status, o.payment_status, count(*),
            sum(o.total_amount),
            (SELECT sum(p.amount) FROM payments p WHERE p.event_id = o.event_id) AS paid,
            (SELECT sum(r.amount) FROM refunds r WHERE r.event_id = o.event_id) AS back,
            (SELECT sum(l.quantity * l.unit_price) FROM order_lines l
             WHERE l.event_id = o.event_id) AS lines
        FROM orders o JOIN events e ON e.id = o.event_id GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        """
    )
    return [tuple(row) for row in rows]
