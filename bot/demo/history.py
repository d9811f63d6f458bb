"""What had happened before the demo started: follows, consents, approvals, a campaign."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from bot.demo.keys import key_id
from bot.demo.people import AGREED, DECLINED, FOLLOWS
from bot.demo.rows import Row, Tables
from bot.demo.world import World
from bot.links import event_payload
from domain.consents import VERSION
from storage.enums import (
    ApprovalStatus,
    CampaignAudience,
    CampaignPurpose,
    CampaignStatus,
    ConsentPurpose,
    Lane,
    NotificationStatus,
    NotificationType,
    Trade,
)
from storage.ids import derived_id

_HOSTESS, _ADMINISTRATOR = "marta", "eleanor"
_WAITS, _LET_IN = timedelta(hours=3), timedelta(days=40)
_LAUNCHED = timedelta(days=7, hours=1)
_LASTED = timedelta(minutes=4)
_REACHED = 44
_BLOCKED, _UNKNOWN = 11, 29
_MEMBERS_FOR = timedelta(days=30)


def history(
    world: World, *, persons: Mapping[str, UUID], newcomers: Collection[str], now: datetime
) -> Tables:
    """The rows. Who is not among `newcomers` was here before and has said for themselves."""
    launched = now - _LAUNCHED
    guests = [key_id("guest", guest) for guest in world.guests[:_REACHED]]
    people = {key: id for key, id in persons.items() if key in newcomers}
    follows = [
        _follow(people[person], kind, key) for person, kind, key in FOLLOWS if person in people
    ]
    follows += [_follow(guest, "house", str(persons[_HOSTESS])) for guest in guests]
    said = {people[key]: True for key in AGREED if key in people}
    said |= {people[key]: False for key in DECLINED if key in people}
    said |= dict.fromkeys(guests, True)
    return {
        "approvals": list(_approvals(world, persons, now)),
        "follows": follows,
        "consents": [_consent(user, granted, now) for user, granted in said.items()],
        "campaigns": [
            _sent(persons[_HOSTESS], launched, max(guests)),
            _composed(persons[_HOSTESS], now),
        ],
        "notifications": [_delivery(guest, place, launched) for place, guest in enumerate(guests)],
    }


def _approvals(world: World, persons: Mapping[str, UUID], now: datetime) -> Iterator[Row]:
    """Who was let in, and who waits for the administrator."""
    asked = [
        (Trade.DESIGNER, "designer", each.key, each.person, each.status)
        for each in world.designers
    ]
    asked += [(Trade.MODEL, "model", each.key, each.person, each.status) for each in world.models]
    asked += [
        (Trade.ORGANIZER, "organizer", each.key, each.person, ApprovalStatus.APPROVED)
        for each in world.organizers
    ]
    for place, (trade, kind, key, person, status) in enumerate(asked):
        waits = status is ApprovalStatus.PENDING
        at = now - (_WAITS if waits else _LET_IN) - place * timedelta(minutes=17)
        yield {
            "id": derived_id(at, f"demo approval {kind} {key}"),
            "user_id": persons[person] if person else key_id(kind, key),
            "trade": trade,
            "status": status,
            "decided_by": None if waits else persons[_ADMINISTRATOR],
            "decided_at": None if waits else at + timedelta(hours=5),
            "created_at": at,
        }


def _follow(user: UUID, kind: str, key: str) -> Row:
    return {
        "id": key_id("follow", f"{user} {kind} {key}"),
        "user_id": user,
        "designer_id": key_id("brand", key) if kind == "designer" else None,
        "organizer_id": UUID(key) if kind == "house" else None,
        "city": key if kind == "city" else None,
    }


def _consent(user: UUID, granted: bool, now: datetime) -> Row:
    at = now - _MEMBERS_FOR
    return {
        "id": derived_id(at, f"demo consent {user}"),
        "user_id": user,
        "purpose": ConsentPurpose.MARKETING,
        "channel": NotificationType.PUSH,
        "granted": granted,
        "version": VERSION,
        "created_at": at,
    }


def _sent(hostess: UUID, launched: datetime, last: UUID) -> Row:
    text = (
        "<b>First Fittings, tomorrow at seven.</b>\n\nThree houses, one look each, pins in public."
        " The yard opens at half past six; the opening drink is poured until it is gone."
    )
    return _campaign("first_fittings", "First Fittings, tomorrow at seven", text, hostess) | {
        "status": CampaignStatus.COMPLETED,
        "start_date": launched,
        "end_date": launched + _LASTED,
        "launched_at": launched,
        "fanned_out_to": last,
        "fanned_out_at": launched + _LASTED / 2,
        "created_at": launched - timedelta(hours=2),
    }


def _composed(hostess: UUID, now: datetime) -> Row:
    text = (
        "<b>Eleven kilometres of yarn, one evening.</b>\n\nFilo Primo unravels a coat on stage. "
        "Whoever sits in the first row may take the wool home."
    )
    return _campaign("undici", "Eleven kilometres of yarn, one evening", text, hostess) | {
        "status": CampaignStatus.DRAFT,
        "start_date": None,
        "end_date": None,
        "launched_at": None,
        "fanned_out_to": None,
        "fanned_out_at": None,
        "created_at": now - timedelta(hours=3),
    }


def _campaign(event: str, name: str, text: str, hostess: UUID) -> Row:
    event_id = key_id("event", event)
    return {
        "id": key_id("campaign", event),
        "name": name,
        "organizer_id": hostess,
        "created_by": hostess,
        "purpose": CampaignPurpose.MARKETING,
        "audience": CampaignAudience.FOLLOWERS,
        "event_id": event_id,
        "meta_data": {
            "text": text,
            "photos": [],
            "links": [[event_payload(event_id), "See the evening"]],
        },
    }


def _delivery(receiver: UUID, place: int, launched: datetime) -> Row:
    ends = {_BLOCKED: NotificationStatus.BLOCKED, _UNKNOWN: NotificationStatus.UNKNOWN}
    status = ends.get(place, NotificationStatus.SENT)
    at = launched + _LASTED * (place / _REACHED)
    return {
        "id": derived_id(launched, f"demo campaign {receiver}"),
        "user_id": receiver,
        "campaign_id": key_id("campaign", "first_fittings"),
        "lane": Lane.CAMPAIGN,
        "template": "campaign",
        "status": status,
        "sent_at": at if status is NotificationStatus.SENT else None,
        "due_at": None,
        "attempts": 1,
    }
