"""A portal whose jobs run too, and a house with followers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from redis.asyncio import Redis

from bot.limiter import Limiter, Pace
from bot.mailer import Mailer
from bot.transport import Sender
from domain import consents
from domain.actors import Person
from jobs.bars import Redrawer
from jobs.campaigns import Bars, run_campaigns
from jobs.deliver import Deliverer
from jobs.expiry import expire_orders
from jobs.notices import Notices
from jobs.post import Post
from jobs.posts import Posts
from jobs.remind import remind
from jobs.waitlist import serve_waitlists
from storage.database import Database
from storage.ids import new_id
from tests.factories import MadeEvent, Owner, make_event, make_staff
from tests.guest import Guest
from tests.jobs.daytime import by_day
from tests.jobs.delivering import Kept
from tests.jobs.people import Ledger
from tests.keeping import VAULT
from tests.portal_fixtures import TOKEN, Portal
from tests.storage.database_fixtures import Scratch

Message = dict[str, Any]
PACE = Pace(bulk_per_second=200, per_chat_seconds=0.01)


@dataclass
class Jobs:
    """The jobs of the portal, each done when a test says so; what is due is always delivered."""

    db: Database
    bars: Bars
    deliverer: Deliverer
    posts: Posts

    async def tick(self) -> None:
        """Everything that the timetable does for campaigns, reminders and lines, once."""
        await run_campaigns(self.db)
        await self.posts.make()
        await remind(self.db)
        await expire_orders(self.db)
        await serve_waitlists(self.db)
        self.deliverer.wake()
        await self.bars.show()

    async def settle(self, owner: Owner) -> None:
        """Return when nothing that is due is open any more."""
        await Ledger(owner).settles()


@asynccontextmanager
async def jobs_of(
    portal: Portal,
    database: Scratch,
    redis: Redis,
    *,
    later: timedelta = timedelta(0),
    delivering: bool = True,
    mailer: Mailer | None = None,
    **rules: int,
) -> AsyncIterator[Jobs]:
    """Deliver during the block, by day, and under these house rules."""
    db = Database(
        database.dsn("portal_worker"), role="portal_worker", vault=VAULT, clock_offset=later
    )
    by_day(db, **rules)
    limiter = Limiter(redis, portal.desk.bot_id, PACE)
    async with Sender(TOKEN, portal.sandbox.url, limiter) as sender:
        post = Post(sender, Kept())
        deliverer = Deliverer(db, post, Notices(db, portal.desk), mailer=mailer)
        async with asyncio.TaskGroup() as tasks:
            if delivering:
                tasks.create_task(deliverer.run())
            try:
                posts = Posts(db, post, username=portal.desk.username)
                yield Jobs(db, Bars(db, sender, Redrawer(sender)), deliverer, posts)
            finally:
                deliverer.stop()
    await db.close()


async def make_house(owner: Owner, portal: Portal, name: str = "Camilla Rossi") -> Guest:
    """An approved organizer with a phone."""
    guest = await portal.guest(name)
    id = await portal.user_id(owner, guest)
    await owner.insert("organizer_applications", user_id=id, approval_status="approved")
    await owner.insert("houses", user_id=id, name="Casa Rossi")
    return guest


async def house_event(owner: Owner, portal: Portal, house: Guest, **changes: Any) -> MadeEvent:
    """An event of the house."""
    return await make_event(owner, organizer=await portal.user_id(owner, house), **changes)


async def alone(owner: Owner) -> None:
    """Campaigns of any size leave without a second person."""
    await owner.fetch("UPDATE settings SET value = highest WHERE name = 'approval_above_people'")


async def large_from(owner: Owner, people: int) -> None:
    """Marketing to more than `people` wants a second person."""
    await owner.fetch(
        "UPDATE settings SET value = $1 WHERE name = 'approval_above_people'", people
    )


async def make_marketing(owner: Owner, portal: Portal, house: Guest) -> Guest:
    """Somebody who does the marketing of one of the house's events."""
    guest = await portal.guest("Marta Verdi")
    show = await house_event(owner, portal, house)
    await make_staff(owner, show, await portal.user_id(owner, guest), "marketing")
    return guest


async def make_follower(
    owner: Owner, portal: Portal, house: Guest, name: str, *, news: bool = True
) -> Guest:
    """Somebody who follows the house, and wants news or not."""
    guest = await portal.guest(name)
    id = await portal.user_id(owner, guest)
    await owner.insert("follows", user_id=id, organizer_id=await portal.user_id(owner, house))
    if news:
        await agree(portal, id)
    return guest


async def agree(portal: Portal, user_id: UUID) -> None:
    """Somebody wants news."""
    person = Person("person", user_id)
    async with portal.db.begin(person) as tx:
        await consents.decide(tx.session, person=user_id, news=True, now=tx.now)


async def make_ticket(owner: Owner, portal: Portal, show: MadeEvent, holder: UUID) -> UUID:
    """A valid ticket of the event's first type, bought some days ago."""
    [(_, type_id), *_] = show.types.items()
    price = await owner.value("SELECT price FROM ticket_types WHERE id = $1", type_id)
    order = await owner.insert(
        "orders",
        id=new_id(),
        user_id=holder,
        event_id=show.id,
        number=new_id().hex[-8:].upper(),
        total_amount=price,
        currency="EUR",
        status="completed",
        payment_status="paid",
    )
    await owner.insert(
        "order_lines",
        order_id=order["id"],
        ticket_type_id=type_id,
        event_id=show.id,
        quantity=1,
        unit_price=price,
    )
    await owner.insert(
        "payments",
        order_id=order["id"],
        event_id=show.id,
        amount=price,
        currency="EUR",
        payment_method="telegram",
        status="successful",
        transaction_id=str(order["id"]),
    )
    await owner.fetch(
        "UPDATE quotas SET sold = sold + 1 WHERE id = ANY ($1)", list(show.quotas.values())
    )
    await owner.insert("user_quota", user_id=holder, ticket_type_id=type_id, taken=1, max=4)
    id = new_id()
    ticket = await owner.insert(
        "tickets",
        id=id,
        ticket_type_id=type_id,
        order_id=order["id"],
        event_id=show.id,
        user_id=holder,
        status="valid",
        purchase_date=await owner.value("SELECT now() - interval '9 days'"),
        generation=1,
        qr_code=id.hex,
        short_code=id.hex[-8:].upper(),
    )
    made: UUID = ticket["id"]
    return made
