"""What somebody tries who should not: to read, change, remove and add rows of other people."""

from contextlib import asynccontextmanager

import asyncpg

from storage.context import Context, Signer
from tests.signing import SIGNER
from tests.storage.rows.world import World

# A table, and an assignment that anybody with the right to change it could try. It reads nothing,
# so that only the policy for changes stands in its way.
CHANGES = {
    "users": "full_name = 'x'",
    "user_profiles": "bio = 'x'",
    "telegram_accounts": "time_zone = 'UTC'",
    "organizer_applications": "note = 'x'",
    "email_confirmations": "attempts = 0",
    "dialog_drafts": "step = 'x'",
    "designers": "brand_name = 'x'",
    "collections": "name = 'x'",
    "houses": "name = 'x'",
    "models": "height = 1",
    "events": "title = 'x'",
    "venues": "name = 'x'",
    "event_schedules": "title = 'x'",
    "event_collections": "position = 9",
    "event_models": "position = 9",
    "ticket_types": "price = 1",
    "gates": "name = 'x'",
    "door_settings": "reentry = true",
    "event_questions": "position = 2",
    "order_answers": "answer = 'x'",
    "door_posts": "direction = 'exit'",
    "waitlists": "closed = true",
    "promo_codes": "paused = true",
    "waitlist_entries": "state = 'left'",
    "cancellations": "bar_shown = 'x'",
    "user_quota": "max = 99",
    "orders": "number = 'x'",
    "order_lines": "quantity = 9",
    "payments": "payment_method = 'x'",
    "seller_accounts": "token = NULL",
    "sellers": "name = 'x'",
    "refunds": "reason = 'x'",
    "tickets": "status = 'used'",
    "ticket_gifts": "ended_at = now(), outcome = 'withdrawn'",
    "campaigns": "name = 'x'",
    "notifications": "last_error = 'x'",
    "campaign_files": "bar_message_id = 9",
    "attendee_files": "bar_message_id = 9",
    "enquiries": "status = 'answered', answer = 'x', answered_at = now(),"
    " answered_by = {stranger}",
    "data_requests": "outcome = 'x'",
    "erasures": "cancelled_at = now()",
    "approvals": "status = 'approved', decided_at = now(), decided_by = {stranger}",
    "settings": "reason = 'x'",
    "guardian_consents": "granted = true, decided_at = now(), guardian_id = {stranger}",
}
# fmt: off
REMOVALS = (
    "sessions", "dialog_drafts", "event_staff", "order_lines", "follows", "event_schedules",
    "event_collections", "event_models", "quota_ticket_types", "ticket_types", "quotas",
    "gate_ticket_types", "sellers", "event_questions",
)
# fmt: on
ADDITIONS = {
    "organizer_applications": "(user_id) VALUES ({steward})",
    "email_confirmations": "(user_id, address, address_index, expires_at)"
    " VALUES ({giulia}, 'y', 'sixteen bytes...', now())",
    "dialog_drafts": "(user_id, form, step) VALUES ({giulia}, 'y', 'y')",
    "houses": "(user_id, name) VALUES ({steward}, 'y')",
    "designers": "(user_id, brand_name) VALUES ({steward}, 'y')",
    "seller_accounts": "(user_id, ending) VALUES ({steward}, 'y')",
    "sellers": "(user_id, name, address) VALUES ({steward}, 'y', 'y')",
    "collections": "(designer_id, name, season) VALUES ({designer}, 'y', 'y')",
    "models": "(user_id) VALUES ({steward})",
    "approvals": "(user_id, trade) VALUES ({giulia}, 'model')",
    "guardian_consents": "(user_id, digest, expires_at) VALUES ({giulia}, 'y', now())",
    "events": "(organizer_id, title, type, currency, time_zone, start_date, end_date)"
    " VALUES ({house}, 'y', 'fashion_show', 'EUR', 'UTC', now(), now() + interval '1 h')",
    "venues": "(name, city, country, time_zone) VALUES ('y', 'y', 'y', 'UTC')",
    "event_schedules": "(event_id, title, start_time, type) VALUES ({show}, 'y', now(), 'doors')",
    "event_collections": "(event_id, collection_id) VALUES ({draft}, {collection})",
    "event_models": "(event_id, model_id) VALUES ({draft}, {model})",
    "ticket_types": "(event_id, name, price, position) VALUES ({show}, 'y', 1, 2)",
    "quotas": "(event_id, name, size) VALUES ({show}, 'y', 1)",
    "quota_ticket_types": "(ticket_type_id, quota_id) VALUES ({seat}, {other_pool})",
    "gates": "(event_id, name) VALUES ({show}, 'y')",
    "gate_ticket_types": "(gate_id, ticket_type_id, event_id) VALUES ({gate}, {seat}, {show})",
    "door_settings": "(event_id) VALUES ({draft})",
    "event_questions": "(event_id, position, question) VALUES ({show}, 2, 'y')",
    "order_answers": "(order_id, event_id, question_id, user_id, answer)"
    " VALUES ({order}, {show}, {question}, {stranger}, 'y')",
    "order_approvals": "(order_id, event_id, user_id, attempt, asked_at)"
    " VALUES ({order}, {show}, {stranger}, 2, now())",
    "door_posts": "(user_id, event_id) VALUES ({steward}, {draft})",
    "waitlists": "(ticket_type_id, event_id) VALUES ({seat}, {show})",
    "promo_codes": "(event_id, code, handle, effect, percent)"
    " VALUES ({show}, 'Y2', 'y', 'percent', 5)",
    "promo_code_ticket_types": "(code_id, ticket_type_id, event_id)"
    " VALUES ({promo}, {seat}, {show})",
    "cancellations": "(event_id, called_off_by) VALUES ({show}, {stranger})",
    "event_moves": "(event_id, answer_until) VALUES ({show}, now())",
    "follows": "(user_id, city) VALUES ({giulia}, 'Milan')",
    "user_quota": "(user_id, ticket_type_id, taken, max) VALUES ({steward}, {seat}, 1, 4)",
    "payments": "(order_id, event_id, amount, currency, payment_method)"
    " VALUES ({order}, {show}, 1, 'EUR', 'y')",
    "refunds": "(payment_id, order_id, event_id, amount, currency, source, reason, cause)"
    " VALUES ({payment}, {order}, {show}, 1, 'EUR', 'buyer', 'y', {order})",
    "ledger_lines": "(order_id, event_id, kind, count, unit_price, currency, cause)"
    " VALUES ({order}, {show}, 'kept', 1, 1, 'EUR', {payment})",
    "tickets": "(order_id, event_id, ticket_type_id, user_id, qr_code, short_code)"
    " VALUES ({order}, {show}, {seat}, {stranger}, 'y', 'y')",
    "ticket_gifts": "(ticket_id, event_id, giver_id, generation, digest, expires_at)"
    " VALUES ({ticket}, {show}, {stranger}, 1, 'y', now())",
    "checkins": "(event_id, ticket_id, staff_id, result, nonce)"
    " VALUES ({show}, {ticket}, {stranger}, 'ok', 'y')",
    "campaigns": "(name, organizer_id) VALUES ('y', {house})",
    "campaign_files": "(campaign_id, user_id, asked_at, starts_at)"
    " VALUES ({campaign}, {stranger}, now(), now())",
    "attendee_files": "(event_id, user_id, asked_at, starts_at)"
    " VALUES ({show}, {stranger}, now(), now())",
    "enquiries": "(user_id, topic, message) VALUES ({giulia}, 'other', 'y')",
    "consents": "(user_id, purpose, channel, granted, version)"
    " VALUES ({giulia}, 'marketing', 'push', false, 1)",
    "data_requests": "(user_id, kind, due_at, starts_at) VALUES ({giulia}, 'erase', now(), now())",
    "erasures": "(id, user_id, due_at) VALUES ({wish}, {giulia}, now())",
    "quarantined_updates": "(bot_id, update_id, error) VALUES (2, 2, 'y')",
}
# What the stranger has, or everybody sees, of a table: one row of each of these, else none.
_OWN = {
    "see": {"users", "user_profiles", "telegram_accounts", "events"},
    "change": {"users", "user_profiles", "telegram_accounts"},
}


def sign(world: World, who: str, *, signer: Signer = SIGNER, now: float) -> str:
    """The context of somebody of the world, or of nobody."""
    return "" if who == "nobody" else signer.sign(Context("person", world[who]), now=now)


@asynccontextmanager
async def acting(superuser: asyncpg.Connection, context: str, role: str = "portal_app"):
    """A transaction as `role` in a context, undone at the end."""
    transaction = superuser.transaction()
    await transaction.start()
    try:
        await superuser.execute(f"SET LOCAL ROLE {role}")
        await superuser.fetch("SELECT set_config('app.context', $1, true)", context)
        yield superuser
    finally:
        await transaction.rollback()


async def attempt(connection: asyncpg.Connection, world: World, table: str, command: str) -> int:
    """How many rows a stranger's try reaches that are not theirs; 0 where it is refused."""
    statement = {
        "see": f"SELECT FROM {table}",
        "change": f"UPDATE {table} SET {CHANGES.get(table)}",
        "remove": f"DELETE FROM {table}",
        "add": f"INSERT INTO {table} {ADDITIONS.get(table)}",
    }[command]
    try:
        async with connection.transaction():
            done = await connection.execute(statement.format(**world.quoted()))
    except asyncpg.InsufficientPrivilegeError:
        return 0
    except asyncpg.IntegrityConstraintViolationError:
        return 1  # only a constraint was in the way
    return int(done.rpartition(" ")[2]) - (table in _OWN.get(command, ()))
