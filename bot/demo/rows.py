"""The demo's world as rows of the database: who, where, what. Sales stand in `sales.py`."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from bot.demo.keys import key_id
from bot.demo.shapes import Event, Said, TicketType
from bot.demo.world import World
from domain.models import CONSENT_VERSION
from domain.promo_codes import handle
from storage.enums import (
    ApprovalStatus,
    PromoEffect,
    QuotaKind,
    UserStatus,
    UserType,
)

Row = dict[str, Any]
Tables = dict[str, list[Row]]

_YEAR = timedelta(days=365.25)
_MEASURED = timedelta(days=41)
_USER_TYPES = {
    "admin": UserType.ADMIN,
    "organizer": UserType.ORGANIZER,
    "designer": UserType.DESIGNER,
    "model": UserType.MODEL,
}


def catalogue(world: World, known: Mapping[int, UUID], now: datetime) -> Tables:
    """Everything but the sales. `known` are persons who came before the demo, by Telegram id."""
    rows = _Rows(world, known, now)
    rows.add_people()
    rows.add_fashion()
    rows.add_venues()
    for event in world.events:
        rows.add_event(event)
    return rows.tables


def persons(world: World, known: Mapping[int, UUID]) -> dict[str, UUID]:
    """The ids of the people of the chat page, by their keys."""
    return {
        person.key: known.get(person.telegram_id, key_id("person", person.key))
        for person in world.people
    }


class _Rows:
    def __init__(self, world: World, known: Mapping[int, UUID], now: datetime) -> None:
        self.world = world
        self.now = now
        self.tables: Tables = {}
        self._known = known
        self._persons = persons(world, known)

    def _put(self, table: str, **columns: Any) -> None:
        self.tables.setdefault(table, []).append(columns)

    def _person(self, kind: str, key: str, person: str) -> UUID:
        return self._persons[person] if person else key_id(kind, key)

    def add_people(self) -> None:
        """The people of the chat page, those behind houses, brands and looks, and the guests."""
        companies = {each.person: each.name for each in self.world.organizers}
        for person in self.world.people:
            user_id = self._persons[person.key]
            if person.role == "admin":
                self._put("administrators", user_id=user_id, granted_at=self.now)
            if person.telegram_id in self._known:
                continue
            name = f"{person.first_name} {person.last_name}"
            kind = _USER_TYPES.get(person.role, UserType.ATTENDEE)
            self._add_user(user_id, name, kind, company=companies.get(person.key))
            self._put(
                "telegram_accounts",
                telegram_id=person.telegram_id,
                user_id=user_id,
                first_name=name,
                username=person.username,
                language=person.language_code,
            )
        for house in self.world.organizers:
            user_id = self._person("organizer", house.key, house.person)
            if not house.person:
                self._add_user(user_id, house.full_name, UserType.ORGANIZER, company=house.name)
            self._put("houses", user_id=user_id, name=house.name)
            self._put(
                "organizer_applications",
                id=key_id("application", house.key),
                user_id=user_id,
                approval_status=ApprovalStatus.APPROVED,
                note=house.about,
            )
        for guest in self.world.guests:
            # Nobody plays them: there is no chat in which they could be reminded.
            quiet: Row = {"reminders": []}
            self._add_user(key_id("guest", guest), guest, UserType.ATTENDEE, preferences=quiet)

    def _add_user(
        self,
        user_id: UUID,
        name: str,
        kind: UserType,
        *,
        company: str | None = None,
        preferences: Row | None = None,
    ) -> None:
        self._put(
            "users",
            id=user_id,
            full_name=name,
            user_type=kind,
            status=UserStatus.ACTIVE,
            preferences=preferences or {},
        )
        self._put(
            "user_profiles",
            id=key_id("profile", str(user_id)),
            user_id=user_id,
            company=company,
        )

    def add_fashion(self) -> None:
        """Designers, their collections, and models."""
        for designer in self.world.designers:
            user_id = self._person("designer", designer.key, designer.person)
            if not designer.person:
                self._add_user(user_id, designer.full_name, UserType.DESIGNER)
            self._put(
                "designers",
                id=key_id("brand", designer.key),
                user_id=user_id,
                brand_name=designer.brand,
                specialties=list(designer.specialties),
                experience_level=designer.experience,
                achievements=list(designer.achievements),
                meta_data={
                    "about": designer.about.en,
                    "city": designer.city,
                    "texts": _texts(about=designer.about),
                },
                approval_status=designer.status,
            )
        for collection in self.world.collections:
            self._put(
                "collections",
                id=key_id("collection", collection.key),
                designer_id=key_id("brand", collection.designer),
                name=collection.name,
                description=collection.description.en,
                season=collection.season,
                year=collection.year,
                status=collection.status,
                images=[
                    {"look": number, "caption": caption.en}
                    for number, caption in enumerate(collection.looks, 1)
                ],
                meta_data={
                    "look": _look(collection.look)
                    | {"cuts": [cut.value for cut in collection.cuts]},
                    "texts": _texts(description=collection.description, looks=collection.looks),
                },
            )
        for model in self.world.models:
            user_id = self._person("model", model.key, model.person)
            if not model.person:
                self._add_user(user_id, model.full_name, UserType.MODEL)
            self._put(
                "models",
                id=key_id("model", model.key),
                user_id=user_id,
                height=Decimal(model.height),
                measurements={
                    "bust": model.bust,
                    "waist": model.waist,
                    "hips": model.hips,
                    "shoe": model.shoe,
                    "measured_on": (self.now - _MEASURED).date().isoformat(),
                },
                experience_level=model.experience,
                birth_date=(self.now - (model.age + 0.4) * _YEAR).date().isoformat(),
                consent_version=CONSENT_VERSION,
                consented_at=self.now - _MEASURED,
                meta_data={
                    "stage_name": model.stage_name,
                    "about": model.about,
                    "city": model.city,
                },
                approval_status=model.status,
            )

    def add_venues(self) -> None:
        """Where it happens."""
        for venue in self.world.venues:
            self._put(
                "venues",
                id=key_id("venue", venue.key),
                name=venue.name,
                address=venue.address,
                city=venue.city,
                country=venue.country,
                capacity=venue.capacity,
                facilities=dict(venue.facilities),
                meta_data={
                    "directions": venue.directions.en,
                    "texts": _texts(directions=venue.directions),
                },
                latitude=venue.latitude,
                longitude=venue.longitude,
                time_zone=venue.time_zone,
            )

    def add_event(self, event: Event) -> None:
        """One event with its programme, its people, its gate and what it sells."""
        event_id = key_id("event", event.key)
        house = next(each for each in self.world.organizers if each.key == event.organizer)
        self._put(
            "events",
            id=event_id,
            organizer_id=self._person("organizer", house.key, house.person),
            title=event.title,
            description=event.description.en,
            start_date=event.starts_at,
            end_date=event.ends_at,
            venue_id=key_id("venue", event.venue),
            status=event.status,
            capacity=event.capacity,
            type=event.kind,
            currency=event.currency,
            time_zone=event.time_zone,
            language=event.language,
            meta_data={
                "look": _look(event.look),
                "seal": house.seal,
                "texts": _event_texts(event),
                "demo": {"key": event.key, "dated_at": self.now.isoformat()},
            },
        )
        self._add_programme(event, event_id)
        self._put("gates", id=key_id("gate", event.key), event_id=event_id, name="Main door")
        for person in event.staff:
            self._put(
                "event_staff",
                event_id=event_id,
                user_id=self._persons[person.person],
                role=person.role,
            )
        self._add_quota(event, "event", QuotaKind.EVENT, "All seats", event.capacity)
        for pool in event.pools:
            self._add_quota(event, pool.name, QuotaKind.POOL, pool.name, pool.size)
        for position, kind in enumerate(event.types):
            self._add_type(event, kind, position)
        self._add_terms(event, event_id)

    def _add_terms(self, event: Event, event_id: UUID) -> None:
        """What the house asks with an order, and its promo codes."""
        for position, question in enumerate(event.questions, 1):
            self._put(
                "event_questions",
                id=key_id("question", f"{event.key} {position}"),
                event_id=event_id,
                position=position,
                question=question.text,
                choices=list(question.choices),
            )
        for code in event.codes:
            self._put(
                "promo_codes",
                id=key_id("promo code", f"{event.key} {code.word}"),
                event_id=event_id,
                code=code.word,
                handle=handle(event_id, code.word),
                effect=PromoEffect.PERCENT,
                percent=code.percent,
                budget=code.budget,
                per_person=code.each,
                created_at=self.now,
            )

    def _add_programme(self, event: Event, event_id: UUID) -> None:
        for order, entry in enumerate(event.schedule):
            self._put(
                "event_schedules",
                id=_entry_id(event, order),
                event_id=event_id,
                title=entry.title.en,
                start_time=entry.starts_at,
                end_time=entry.ends_at,
                location=entry.location,
                type=entry.kind,
                order=order,
            )
        for position, key in enumerate(event.collections):
            collection_id = key_id("collection", key)
            self._put(
                "event_collections",
                event_id=event_id,
                collection_id=collection_id,
                position=position,
            )
        for position, key in enumerate(event.models):
            self._put(
                "event_models",
                event_id=event_id,
                model_id=key_id("model", key),
                position=position,
            )

    def _add_quota(self, event: Event, key: str, kind: QuotaKind, name: str, size: int) -> None:
        types = {
            QuotaKind.EVENT: [each.key for each in event.types],
            QuotaKind.POOL: [
                each for pool in event.pools if pool.name == key for each in pool.types
            ],
        }.get(kind, [key])
        quota_id = key_id("quota", f"{event.key} {kind} {key}")
        self._put(
            "quotas",
            id=quota_id,
            event_id=key_id("event", event.key),
            kind=kind,
            name=name,
            size=size,
            sold=sum(each.sold for each in event.types if each.key in types),
        )
        for each in types:
            self._put("quota_ticket_types", ticket_type_id=type_id(event, each), quota_id=quota_id)

    def _add_type(self, event: Event, kind: TicketType, position: int) -> None:
        self._put(
            "ticket_types",
            id=type_id(event, kind.key),
            event_id=key_id("event", event.key),
            name=kind.name.en,
            description=kind.description.en,
            price=Decimal(kind.price) / 100,
            quantity=kind.quantity,
            benefits=[benefit.en for benefit in kind.benefits],
            sale_start=kind.sale_start,
            sale_end=kind.sale_end,
            max_per_person=kind.max_per_person,
            needs_approval=kind.looks_first,
            position=position,
        )
        if kind.quantity is not None:
            self._add_quota(event, kind.key, QuotaKind.TICKET_TYPE, kind.name.en, kind.quantity)


def type_id(event: Event, key: str) -> UUID:
    """The id of one of an event's ticket types."""
    return key_id("ticket type", f"{event.key} {key}")


def _entry_id(event: Event, order: int) -> UUID:
    return key_id("schedule", f"{event.key} {order}")


def _event_texts(event: Event) -> Row:
    """The other languages of an event, as `domain.wording` reads them."""
    texts = _texts(description=event.description)
    for locale, words in texts.items():
        words["types"] = {
            str(type_id(event, kind.key)): _texts(
                name=kind.name, description=kind.description, benefits=kind.benefits
            )[locale]
            for kind in event.types
        }
        words["schedule"] = {
            str(_entry_id(event, order)): _texts(title=entry.title)[locale]
            for order, entry in enumerate(event.schedule)
        }
    return texts


def _texts(**fields: Said | Sequence[Said]) -> Row:
    """What is said in French and in Italian, by locale and field."""
    return {
        locale: {
            name: getattr(said, locale)
            if isinstance(said, Said)
            else [getattr(each, locale) for each in said]
            for name, said in fields.items()
        }
        for locale in ("fr", "it")
    }


def _look(look: Any) -> Row:
    return {"style": look.style.value, "palette": look.palette, "seed": look.seed}
