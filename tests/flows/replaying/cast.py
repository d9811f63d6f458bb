"""A small world with real rows: everybody has a phone, and something that is theirs alone.

Everything private carries a mark, a word that stands nowhere else, with who may read it.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

from bot.links import ticket_link
from domain import baskets, consents, orders, payments
from domain.actors import Person
from domain.money import Money
from domain.payments import Charge
from storage.context import Claim
from storage.enums import StaffRole
from storage.ids import new_id
from storage.security.codes import digest
from storage.security.sealing import seal_row
from tests.factories import MadeEvent, Owner, make_code, make_event
from tests.guest import Guest
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.visitor import Visitor

TEAM = ("renata", "marco", "mara", "sofia", "stefan")
DOOR = ("renata", "marco", "sofia", "stefan")
SUPERVISORS = ("renata", "marco", "sofia")
STEWARDS = ("stefan",)
MAKERS = ("renata", "marco")
SPEAKERS = ("renata", "marco", "mara", "ada")
"""Who steers the campaigns of Renata's house."""

ROLES = (
    "giulia", "bianca", "noor", "ines", "lia", "greta", "renata", "marco", "mara", "sofia",
    "stefan", "ottavia", "ada", "luca",
)  # fmt: skip
"""Two guests, a designer, two models and the guardian of the younger one, a house and its team,
another house, who runs the portal, and somebody who has just come."""

_STAFF = {
    "marco": StaffRole.MANAGER,
    "mara": StaffRole.MARKETING,
    "sofia": StaffRole.SUPERVISOR,
    "stefan": StaffRole.STEWARD,
}
_BODY = {"bust": 86, "waist": 61, "hips": 89, "shoe": 40, "measured_on": "2026-05-01"}
_update = count(1)


@dataclass
class Cast:
    """Everybody, what is theirs by name, and the marks with who may read each."""

    portal: Portal = field(repr=False)
    owner: Owner = field(repr=False)
    guests: dict[str, Guest] = field(default_factory=dict)
    ids: dict[str, UUID] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)

    def mark(self, what: str, *readers: str) -> str:
        """A word for what only `readers` may ever read."""
        word = f"Zq{secrets.token_hex(5)}"
        self.marks[word] = (what, frozenset(readers))
        return word

    def person(self, name: str) -> Person:
        return Person("person", self.ids[name])

    def told(self, reader: str, text: str) -> list[str]:
        """What stands in `text` that `reader` must not read."""
        return [
            what
            for word, (what, readers) in self.marks.items()
            if word in text and reader not in readers
        ]

    def reads(self, what: str, text: str) -> bool:
        """Whether the mark of `what` stands in `text`."""
        return any(word in text for word, (named, _) in self.marks.items() if named == what)

    async def insert(self, table: str, **values: Any) -> UUID:
        id = new_id()
        await self.owner.insert(table, id=id, **values)
        return id


async def assemble(portal: Portal, owner: Owner) -> Cast:
    """Everybody comes, and does what they do."""
    cast = Cast(portal, owner)
    for name in ROLES:
        await _comes(cast, name)
    await _a_photo(cast)
    await _houses(cast)
    await _guests(cast)
    await _trades(cast)
    await _campaigns(cast)
    await _enquiries(cast)
    await _links(cast)
    await _versions(cast)
    return cast


async def _versions(cast: Cast) -> None:
    """The newest of what only its makers know."""
    secret = {
        f"{house} draft": cast.things[f"{house} draft"].id for house in ("renata", "ottavia")
    }
    for name, id in (*secret.items(), ("draft collection", cast.ids["draft collection"])):
        cast.ids[f"{name} version"] = await cast.owner.value(
            "SELECT id FROM version_control WHERE entity_id = $1 ORDER BY version DESC LIMIT 1", id
        )


async def _comes(cast: Cast, name: str) -> None:
    word = cast.mark(f"{name}'s name", name, *TEAM, "ada")
    guest = await cast.portal.guest(f"{name.title()} {word}")
    cast.guests[name] = guest
    cast.ids[name] = await cast.portal.user_id(cast.owner, guest)
    columns = ("email", "phone_number")
    told = {column: cast.mark(f"{name}'s {column}", name, "ada") for column in columns}
    sealed = await seal_row(VAULT, "users", {"id": cast.ids[name], **told})
    id = sealed.pop("id")
    kept = ", ".join(f"{column} = ${place}" for place, column in enumerate(sealed, 2))
    await cast.owner.fetch(f"UPDATE users SET {kept} WHERE id = $1", id, *sealed.values())


async def _a_photo(cast: Cast) -> None:
    """A file that Telegram knows, for all rows with pictures."""
    luca = Visitor(cast.portal, cast.guests["luca"])
    await luca.sends("photo")
    shown = [each for each in await luca.guest.messages() if "photo" in each]
    cast.things["photo"] = shown[-1]["photo"]["file_id"]


async def _houses(cast: Cast) -> None:
    for name in ("renata", "ottavia"):
        id = cast.ids[name]
        await cast.owner.insert("organizer_applications", user_id=id, approval_status="approved")
        await cast.owner.insert("houses", user_id=id, name=f"Casa {name.title()}")
    cast.things["show"] = await make_event(
        cast.owner,
        organizer=cast.ids["renata"],
        title="Velvet Hour",
        types={"Standing": ("45.00", 50), "Free": ("0.00", 50)},
        starts_in=timedelta(hours=2),
    )
    cast.things["show handle"] = await make_code(cast.owner, cast.things["show"])
    cast.ids["gate"] = await cast.insert(
        "gates", event_id=cast.things["show"].id, name="Main entrance"
    )
    for name, role in _STAFF.items():
        await cast.owner.insert(
            "event_staff", event_id=cast.things["show"].id, user_id=cast.ids[name], role=role
        )
    for house in ("renata", "ottavia"):
        await _a_draft(cast, house)


async def _a_draft(cast: Cast, house: str) -> None:
    """An evening that nobody else has heard of, with all that belongs to one."""
    words = {each: cast.mark(f"{house}'s draft {each}", house) for each in ("title", "text")}
    draft = await make_event(
        cast.owner,
        organizer=cast.ids[house],
        title=words["title"],
        description=words["text"],
        types={cast.mark(f"{house}'s draft type", house): ("60.00", 20)},
        starts_in=timedelta(days=9),
        capacity=20,
        status="draft",
    )
    cast.things[f"{house} draft"] = draft
    starts_at = datetime.now(UTC) + timedelta(days=9)
    entry = await cast.insert(
        "event_schedules",
        event_id=draft.id,
        title=cast.mark(f"{house}'s draft schedule", house),
        start_time=starts_at,
        type="doors",
    )
    cast.ids[f"{house} draft entry"] = entry
    typed = cast.mark(f"{house}'s draft code", house)
    word = typed.upper()
    cast.marks[word] = cast.marks.pop(typed)
    cast.things[f"{house} draft handle"] = await make_code(cast.owner, draft, word)
    cast.ids[f"{house} draft code"] = await cast.owner.value(
        "SELECT id FROM promo_codes WHERE event_id = $1", draft.id
    )
    asked = await cast.insert("event_questions", event_id=draft.id, position=1, question="Which?")
    cast.ids[f"{house} draft question"] = asked


async def _guests(cast: Cast) -> None:
    show: MadeEvent = cast.things["show"]
    for name in ("giulia", "bianca"):
        await buys(cast, name, show, (1,), 4500)
        cast.ids[f"{name} order"] = await _last_order(cast, name)
        await buys(cast, name, show, (0, 2), 0)
        cast.ids[f"{name} free order"] = await _last_order(cast, name)
        await buys(cast, name, show, (1,), 4500, pays=False)
        cast.ids[f"{name} held order"] = await _last_order(cast, name)
        cast.ids[f"{name} place"] = await cast.insert(
            "waitlist_entries",
            user_id=cast.ids[name],
            event_id=show.id,
            ticket_type_id=next(iter(show.types.values())),
            seats=1,
        )
        await _mark_tickets(cast, name)
        cast.ids[f"{name} gift"] = await cast.insert(
            "ticket_gifts",
            ticket_id=cast.ids[f"{name} ticket 2"],
            event_id=show.id,
            giver_id=cast.ids[name],
            generation=1,
            digest=digest(f"gift of {name}"),
            expires_at=datetime.now(UTC) + timedelta(days=1),
        )
        await _owes(cast, name, show)
        await cast.owner.insert("follows", user_id=cast.ids[name], organizer_id=cast.ids["renata"])
        async with cast.portal.db.begin(cast.person(name)) as tx:
            await consents.decide(tx.session, person=cast.ids[name], news=True, now=tx.now)
    for name in ("giulia", "ada"):
        cast.ids[f"{name} session"] = new_id()
        await cast.owner.insert(
            "sessions",
            id=cast.ids[f"{name} session"],
            user_id=cast.ids[name],
            token=digest(name),
            expires_at=datetime.now(UTC) + timedelta(days=1),
        )


async def buys(
    cast: Cast, name: str, show: MadeEvent, places: Sequence[int], total: int, *, pays: bool = True
) -> None:
    """So many places of each type, paid at once."""
    db, codes = cast.portal.db, cast.portal.desk.codes
    held = await orders.reserve(
        db,
        claim=Claim(77, next(_update)),
        buyer=cast.ids[name],
        event_id=show.id,
        basket=baskets.Basket(tuple(places)),
        shown_total=total,
    )
    if not pays:
        return
    async with db.begin(cast.person(name)) as tx:
        if total:
            charge = Charge(held.order_id.hex, held.order_id.hex, "telegram", Money(total, "EUR"))
            await payments.confirm(
                tx.session, order_id=held.order_id, charge=charge, codes=codes, now=tx.now
            )
        else:
            await payments.confirm_free(
                tx.session, order_id=held.order_id, buyer=cast.ids[name], codes=codes, now=tx.now
            )


async def _owes(cast: Cast, name: str, show: MadeEvent) -> None:
    """Part of what their paid order cost could not go back."""
    order = cast.ids[f"{name} order"]
    payment = await cast.owner.value("SELECT id FROM payments WHERE order_id = $1", order)
    cast.ids[f"{name} refund"] = await cast.insert(
        "refunds",
        payment_id=payment,
        order_id=order,
        event_id=show.id,
        amount=Decimal(1),
        currency="EUR",
        status="failed",
        source="admin",
        reason="cancelled",
        cause=order,
    )


async def _last_order(cast: Cast, name: str) -> UUID:
    id: UUID = await cast.owner.value(
        "SELECT id FROM orders WHERE user_id = $1 ORDER BY id DESC LIMIT 1", cast.ids[name]
    )
    return id


async def _mark_tickets(cast: Cast, name: str) -> None:
    """What stands on tickets is nobody else's to read, an order's number also its house's."""
    me = cast.ids[name]
    rows = await cast.owner.fetch("SELECT * FROM orders WHERE user_id = $1", me)
    readers = frozenset({name, *MAKERS})
    cast.marks |= {row["number"]: (f"{name}'s order number", readers) for row in rows}
    rows = await cast.owner.fetch("SELECT * FROM tickets WHERE user_id = $1 ORDER BY id", me)
    for number, row in enumerate(rows):
        codes = cast.portal.desk.codes
        code = codes.code(row["event_id"], row["id"], row["generation"])
        short = row["short_code"]
        for shown in (short, f"{short[:4]} {short[4:]}"):
            cast.marks[shown] = (f"{name}'s ticket code", frozenset({name}))
        cast.marks[ticket_link("", code)[-44:]] = (f"{name}'s QR", frozenset({name}))
        cast.things[f"{name} code {number}"] = code
        cast.ids[f"{name} ticket {number}"] = row["id"]


async def _trades(cast: Cast) -> None:
    photo, show = cast.things["photo"], cast.things["show"]
    for name, status in (("noor", "approved"), ("bianca", "pending")):
        cast.ids[f"{name} brand"] = await cast.insert(
            "designers",
            user_id=cast.ids[name],
            brand_name="Casa Noor" if name == "noor" else cast.mark("brand", "bianca", "ada"),
            approval_status=status,
            specialties=("evening",),
            experience_level="emerging",
            meta_data={"about": "Cloth."},
        )
    for status in ("draft", "published"):
        cast.ids[f"{status} collection"] = await cast.insert(
            "collections",
            designer_id=cast.ids["noor brand"],
            name="First Light" if status == "published" else cast.mark("noor's draft", "noor"),
            season="Spring",
            year=2027,
            status=status,
            images=[{"photo": photo}],
        )
    await cast.owner.insert(
        "event_collections", event_id=show.id, collection_id=cast.ids["published collection"]
    )
    for house in ("renata", "ottavia"):
        await cast.owner.insert(
            "event_collections",
            event_id=cast.things[f"{house} draft"].id,
            collection_id=cast.ids["published collection"],
        )
    await _models(cast)
    for name, trade in (("ines", "model"), ("bianca", "designer")):
        cast.ids[f"{name} approval"] = await cast.insert(
            "approvals", user_id=cast.ids[name], trade=trade
        )


async def _models(cast: Cast) -> None:
    for name, born, status in (
        ("ines", "1999-05-24", "pending"),
        ("lia", f"{datetime.now(UTC).year - 16}-01-02", "draft"),
    ):
        readers = (name, "ada", *(["greta"] if name == "lia" else []))
        cast.ids[f"{name} model"] = await cast.insert(
            "models",
            user_id=cast.ids[name],
            height=178,
            birth_date=born,
            approval_status=status,
            measurements=_BODY,
            experience_level="some",
            portfolio_url=f"https://{cast.mark(f'{name} portfolio', name, 'ada').lower()}.example",
            portfolio={
                "photos": [cast.things["photo"]] * 2,
                "agency": cast.mark(f"{name}'s agency", name, "ada"),
            },
            meta_data={"stage_name": cast.mark(f"{name}'s stage name", *readers)},
            consent_version=1,
            consented_at=datetime.now(UTC),
        )


async def _campaigns(cast: Cast) -> None:
    launched = datetime.now(UTC) - timedelta(minutes=5)
    for status in ("draft", "scheduled", "active", "paused", "completed", "cancelled"):
        await _campaign(cast, status, launched)
    await cast.owner.insert(
        "notifications",
        id=new_id(),
        user_id=cast.ids["giulia"],
        campaign_id=cast.ids["active campaign"],
        lane=2,
        template="campaign",
        status="unknown",
    )


async def _campaign(cast: Cast, status: str, launched: datetime) -> None:
    """A message of Renata's house."""
    name = f"{status} campaign"
    word = cast.mark(name, *SPEAKERS)
    left = status in ("active", "paused", "completed")
    cast.ids[name] = await cast.insert(
        "campaigns",
        name=word,
        organizer_id=cast.ids["renata"],
        created_by=cast.ids["renata"],
        event_id=cast.things["show"].id,
        audience="followers",
        status=status,
        start_date=launched if left else datetime.now(UTC) + timedelta(days=2),
        launched_at=launched if left else None,
        fanned_out_at=launched if left else None,
        meta_data={
            "text": f"Come to us. {word}",
            "photo": None,
            "links": [],
            "answers": {"audience": "followers", "words": f"Come to us. {word}"},
        },
    )


async def _enquiries(cast: Cast) -> None:
    for number in range(3):
        asked = cast.mark(f"giulia's question {number}", "giulia", "ada")
        answer = {
            "status": "answered",
            "answer": cast.mark("the answer to giulia", "giulia", "ada"),
            "answered_by": cast.ids["ada"],
            "answered_at": datetime.now(UTC),
        }
        cast.ids[f"enquiry {number}"] = await cast.insert(
            "enquiries",
            user_id=cast.ids["giulia"],
            topic="tickets",
            order_id=cast.ids["giulia order"],
            message=asked,
            photo=cast.things["photo"],
            **(answer if number == 2 else {}),
        )
    number = await cast.owner.value(
        "SELECT number FROM orders WHERE id = $1", cast.ids["giulia order"]
    )
    cast.marks[number] = ("giulia's order number", frozenset({"giulia", "ada", *MAKERS}))
    cast.ids["giulia's change"] = await cast.owner.value(
        "SELECT id FROM audit_logs WHERE user_id = $1 AND entity_type = 'orders' LIMIT 1",
        cast.ids["giulia"],
    )
    cast.ids["a rule"] = await cast.owner.value(
        "SELECT id FROM settings WHERE name = 'order_hold_minutes'"
    )


async def _links(cast: Cast) -> None:
    """Links that were used by whom they were for, or came too late."""
    now = datetime.now(UTC)
    facts = {"event_id": str(cast.things["show"].id), "role": "steward"}
    for secret, purpose, arguments, used_by in (
        ("used-team", "staff", facts, "stefan"),
        ("late-team", "staff", facts, None),
        ("used-admin", "administrator", {}, "ada"),
        ("late-admin", "administrator", {}, None),
    ):
        await cast.owner.insert(
            "one_time_links",
            digest=digest(secret),
            purpose=purpose,
            arguments=arguments,
            created_by=cast.ids["renata"],
            created_at=now - timedelta(days=9),
            expires_at=now - timedelta(days=1),
            used_at=None if used_by is None else now - timedelta(days=8),
            used_by=None if used_by is None else cast.ids[used_by],
        )
    cast.ids["consent"] = await cast.insert(
        "guardian_consents",
        user_id=cast.ids["lia"],
        digest=digest("guardian"),
        expires_at=now + timedelta(days=3),
        guardian_id=cast.ids["greta"],
    )
    await cast.owner.insert("administrators", user_id=cast.ids["ada"])
