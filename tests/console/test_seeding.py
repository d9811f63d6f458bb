"""The demo's world in the database: real orders, counts that agree, once, dated from now."""

from datetime import timedelta

import pytest

from bot.demo.people import PEOPLE
from bot.demo.seeding import OtherEvents, seed
from domain import campaigns, events, people, promo_codes, results
from domain.actors import PUBLIC
from storage.context import Context
from storage.database import Database
from storage.enums import CampaignStatus
from storage.security.codes import TicketCodes, digest
from tests.factories import Owner, make_event
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

CODES = TicketCodes(b"m" * 32)
OPERATOR = Context("operator")


async def seeded(database: Scratch, *, later: timedelta = timedelta(0)) -> bool:
    db = Database(
        database.dsn("portal_migrate"),
        role="portal_owner",
        vault=VAULT,
        statement_timeout=timedelta(minutes=1),
        clock_offset=later,
    )
    try:
        async with db.begin(OPERATOR) as tx:
            return await seed(tx, CODES)
    finally:
        await db.close()


async def test_every_count_agrees_with_the_tickets(database, owner):
    assert await seeded(database)
    wrong = await owner.fetch(
        """
        SELECT q.name, q.sold, count(t.id) AS tickets
        FROM quotas q
        JOIN quota_ticket_types l ON l.quota_id = q.id
        LEFT JOIN tickets t ON t.ticket_type_id = l.ticket_type_id
        GROUP BY q.id HAVING q.sold <> count(t.id) OR q.held <> 0
        """
    )
    assert wrong == []
    assert await owner.value("SELECT count(*) FROM tickets") > 300
    lines = "SELECT coalesce(sum(quantity), 0) FROM order_lines"
    assert await owner.value(lines) == await owner.value("SELECT count(*) FROM tickets")
    paid = await owner.fetch(
        """
        SELECT o.id FROM orders o
        LEFT JOIN payments p ON p.order_id = o.id AND p.status = 'successful'
        LEFT JOIN (SELECT order_id, sum(quantity * unit_price) AS total
                   FROM order_lines GROUP BY order_id) l ON l.order_id = o.id
        WHERE o.status <> 'completed' OR o.total_amount <> l.total
           OR coalesce(p.amount, 0) <> o.total_amount
        """
    )
    assert paid == []
    limits = await owner.fetch(
        """
        SELECT u.taken, count(*) AS tickets FROM user_quota u
        JOIN tickets t ON t.user_id = u.user_id AND t.ticket_type_id = u.ticket_type_id
        GROUP BY u.user_id, u.ticket_type_id, u.taken HAVING u.taken <> count(*)
        """
    )
    assert limits == []


async def test_one_is_sold_out_one_has_two_left_one_is_on(database, owner):
    await seeded(database)
    left = await owner.fetch(
        """
        SELECT e.title, e.type = 'fashion_show'
                   AND e.start_date <= now() AND now() < e.end_date AS is_on,
               min(q.size - q.sold) AS left
        FROM events e JOIN quotas q ON q.event_id = e.id AND q.kind = 'event'
        WHERE e.status = 'published' AND e.end_date > now() GROUP BY e.id
        """
    )
    assert [row["left"] for row in left].count(0) == 1
    assert [row["left"] for row in left].count(2) == 1
    assert [row["is_on"] for row in left].count(True) == 1
    assert len(left) >= 35
    assert await owner.value("SELECT count(*) FROM ticket_types WHERE status = 'sold_out'") >= 1
    assert await owner.value("SELECT count(DISTINCT city) FROM venues") == 6


async def test_a_house_looks_asks_and_gives_a_code(database, owner):
    await seeded(database)
    assert await owner.value("SELECT count(*) FROM ticket_types WHERE needs_approval") == 1
    assert await owner.value("SELECT count(*) FROM event_questions") == 2
    code = await owner.fetch("SELECT code, handle, event_id FROM promo_codes")
    assert [promo_codes.handle(row["event_id"], row["code"]) for row in code] == [
        row["handle"] for row in code
    ]


async def test_its_tickets_open_the_door(database, owner):
    await seeded(database)
    for row in await owner.fetch("SELECT id, event_id, qr_code FROM tickets"):
        assert row["qr_code"] == digest(CODES.code(row["event_id"], row["id"], 1))
    used = "SELECT count(*) FROM tickets WHERE status = 'used'"
    assert await owner.value(used) == await owner.value("SELECT count(*) FROM checkins") > 0


async def test_a_second_start_changes_nothing(database, owner):
    await seeded(database)
    counts = "SELECT count(*), max(start_date) FROM events, users"
    before = await owner.fetch(counts)
    sold = await owner.value("SELECT sum(sold) FROM quotas")
    assert not await seeded(database, later=timedelta(minutes=5))
    assert await owner.fetch(counts) == before
    assert await owner.value("SELECT sum(sold) FROM quotas") == sold


async def test_days_later_the_week_is_this_week_again(database, owner):
    await seeded(database)
    later = timedelta(days=3, hours=2)
    # A house has called one off meanwhile, and people hold tickets: both stay.
    off = await owner.value(
        "UPDATE events SET status = 'cancelled' WHERE title = 'Passage' RETURNING id"
    )
    first = await owner.fetch("SELECT id, start_date FROM events ORDER BY id")
    assert not await seeded(database, later=later)
    then = await owner.fetch("SELECT id, start_date, status FROM events ORDER BY id")
    moved = [new["start_date"] - old["start_date"] for old, new in zip(first, then, strict=True)]
    assert all(timedelta(days=2) < each < timedelta(days=5) for each in moved)
    assert all(row["status"] != "draft" for row in then)
    assert off is None or [row["status"] for row in then if row["id"] == off] == ["cancelled"]
    on = """SELECT count(*) FROM events
            WHERE status = 'published' AND type = 'fashion_show'
              AND now() + $1 BETWEEN start_date AND end_date"""
    assert await owner.value(on, later) == 1
    programme = """SELECT count(*) FROM event_schedules s JOIN events e ON e.id = s.event_id
                   WHERE s.start_time < e.start_date - interval '1 day'
                      OR s.start_time > e.end_date + interval '1 day'"""
    assert await owner.value(programme) == 0


async def test_what_a_house_has_added_to_its_event_survives_new_dates(database, owner):
    await seeded(database)
    await owner.value(
        """UPDATE events SET meta_data = meta_data || '{"policy": "firm"}' WHERE title = 'Passage'
           RETURNING id"""
    )
    await seeded(database, later=timedelta(days=2))
    assert await owner.value("SELECT meta_data ->> 'policy' FROM events WHERE title = 'Passage'")


async def test_an_evening_is_read_in_french_and_found_in_italian(database, owner):
    await seeded(database)
    event = await owner.value("SELECT id FROM events WHERE title = 'Seta Viva'")
    db = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    async with db.read(PUBLIC) as tx:
        card = await events.get_card(tx.session, event_id=event, now=tx.now, locale="fr")
        english = await events.get_card(tx.session, event_id=event, now=tx.now)
    await db.close()
    assert card.description.startswith("Une soirée de soie vivante")
    assert card.offers[0].name == "Premier rang"
    assert card.offers[0].benefits[1] == "Look-book imprimé"
    assert card.schedule[0].title == "Ouverture des portes"
    assert english.offers[0].name == "Front row"
    found = await owner.fetch(
        """SELECT e.title FROM event_search s JOIN events e ON e.id = s.event_id
           WHERE s.words @@ to_tsquery('italian', plain('gomitoli'))"""
    )
    assert [row["title"] for row in found] == ["Undici Chilometri"]
    shown = "SELECT count(*) FROM events WHERE status = 'published'"
    assert await owner.value("SELECT count(*) FROM event_search") == await owner.value(shown)


async def test_nobody_starts_empty_but_the_second_attendee(database, owner):
    await seeded(database)
    held = await owner.fetch(
        """
        SELECT a.telegram_id, count(t.id) AS tickets,
               count(t.id) FILTER (WHERE t.status = 'used') AS used,
               (SELECT count(*) FROM follows f WHERE f.user_id = a.user_id) AS follows
        FROM telegram_accounts a LEFT JOIN tickets t ON t.user_id = a.user_id
        GROUP BY a.telegram_id, a.user_id
        """
    )
    has = {
        person.key: row
        for person in PEOPLE
        for row in held
        if row["telegram_id"] == person.telegram_id
    }
    assert (has["giulia"]["tickets"], has["giulia"]["used"]) == (4, 1)
    assert has["giulia"]["follows"] == 3
    assert has["camille"]["tickets"] == 0
    assert has["ottavia"]["tickets"] == 5
    assert has["amara"]["tickets"] == 2
    assert await owner.value("SELECT count(*) FROM consent_states WHERE NOT granted") == 2
    for table in ("designers", "models"):
        waiting = f"SELECT count(*) FROM {table} WHERE approval_status = 'pending'"
        assert await owner.value(waiting) == 1
    desk = await owner.fetch("SELECT trade FROM approvals WHERE status = 'pending'")
    assert {row["trade"] for row in desk} == {"designer", "model"}
    own = """SELECT array_agg(c.status::text ORDER BY c.status) FROM collections c
             JOIN designers d ON d.id = c.designer_id WHERE d.brand_name = 'Casa Ortensia'"""
    assert await owner.value(own) == ["draft", "published", "published"]


async def test_the_organizer_has_a_campaign_behind_her_and_one_before_her(database, owner):
    await seeded(database)
    marta = next(person for person in PEOPLE if person.role == "organizer")
    user = await owner.value(
        "SELECT user_id FROM telegram_accounts WHERE telegram_id = $1", marta.telegram_id
    )
    db = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    entered = await people.enter(
        db, bot_id=1, telegram_id=marta.telegram_id, chat_id=1, name="Marta", language="en"
    )
    async with db.read(entered) as tx:
        found, _ = await campaigns.mine(tx.session, person=user)
        mine = {each.status: each for each in found}
        over = mine[CampaignStatus.COMPLETED]
        result = await results.progress(tx.session, over)
        reach = await campaigns.reach(tx.session, mine[CampaignStatus.DRAFT])
    await db.close()
    assert (result.sent, result.blocked, result.unknown, result.waiting) == (42, 1, 1, 0)
    assert over.content.links[0].label == "See the evening"
    assert reach >= 1


async def test_somebodys_portal_is_left_alone(database, owner: Owner):
    await make_event(owner)
    people_before = await owner.value("SELECT count(*) FROM users")
    with pytest.raises(OtherEvents):
        await seeded(database)
    assert await owner.value("SELECT count(*) FROM users") == people_before


async def test_what_a_visitor_made_in_the_demo_outlives_the_next_start(database, owner: Owner):
    await seeded(database)
    shows = await owner.fetch(
        "SELECT * FROM events WHERE status = 'published' AND start_date > now() + interval '2 d'"
    )
    own = await make_event(owner, title="Mine")
    place = "UPDATE events SET venue_id = $2, start_date = $3, end_date = $4 WHERE id = $1"
    day = timedelta(days=1)
    show = shows[0]
    await owner.fetch(
        place, own.id, show["venue_id"], show["start_date"] + 40 * day, show["end_date"] + 40 * day
    )
    assert not await seeded(database, later=40 * day)
    statuses = "SELECT status FROM events WHERE id = $1"
    assert await owner.value(statuses, own.id) == "published"
    assert await owner.value(statuses, show["id"]) == "draft"


async def test_who_came_before_the_demo_keeps_their_identity(database, owner):
    steward = next(person for person in PEOPLE if person.role == "steward")
    db = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    entered = await people.enter(
        db, bot_id=1, telegram_id=steward.telegram_id, chat_id=1, name="Jonas", language="en"
    )
    assert await seeded(database)
    again = await people.enter(
        db, bot_id=1, telegram_id=steward.telegram_id, chat_id=1, name="Jonas", language="en"
    )
    await db.close()
    assert again.id == entered.id
    assert again.has("staff")


async def test_roles_open_their_menus(database):
    await seeded(database)
    db = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    roles = {}
    for person in PEOPLE:
        entered = await people.enter(
            db, bot_id=1, telegram_id=person.telegram_id, chat_id=1, name="X", language="en"
        )
        roles[person.role] = entered.roles
    await db.close()
    for role in ("admin", "organizer", "designer", "model"):
        assert role in roles[role]
    assert "staff" in roles["steward"]
