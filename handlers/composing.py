"""The questions whose answers are a campaign: for which house, for whom, what it says."""

from collections.abc import Sequence
from uuid import UUID

from bot.links import event_payload
from bot.screens import receivers as screens
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Choices,
    Filled,
    Formatted,
    Option,
    Photos,
)
from domain import audiences, campaigns, posts, services
from domain.actors import Person
from domain.campaigns import LONGEST, Link
from domain.services import Kind
from storage.database import Tx
from storage.enums import CampaignAudience, CampaignPurpose, CampaignType


async def house_of(tx: Tx, person: Person, answers: Answers) -> UUID:
    """The house that was chosen, or the only one. Raises `MarketingNeeded`."""
    chosen = answers.find(HOUSE)
    if chosen is not None:
        return chosen
    return (await audiences.speaking(tx.session, person=person.id))[0].id


async def _houses(asking: Asking) -> Sequence[Option]:
    houses = await audiences.houses(asking.tx.session, person=asking.person.id)
    own = asking.t.plain("campaign-own-house")
    options = [Option(each.id.hex, each.name or own) for each in houses]
    return options if len(options) > 1 else ()


async def _kinds(asking: Asking) -> Sequence[Option]:
    tx, person = asking.tx, asking.person
    house = await house_of(tx, person, asking.answers)
    kinds = await audiences.kinds(tx.session, house=house, person=person.id, now=tx.now)
    options = []
    for kind in kinds:
        people = None
        if kind in (CampaignAudience.EVERYONE, CampaignAudience.FOLLOWERS):
            people = await audiences.size(
                tx.session,
                purpose=CampaignPurpose.MARKETING,
                audience=kind,
                house=house,
                most=audiences.ABOUT,
            )
        options.append(Option(kind.value, screens.option(asking.t, kind, people)))
    return options


async def _channels(asking: Asking) -> Sequence[Option]:
    """How it may go, with whom it reaches so; nothing to ask where there is one way."""
    tx, answers = asking.tx, asking.answers
    audience, purpose = answers.find(AUDIENCE), answers.find(PURPOSE) or CampaignPurpose.MARKETING
    if audience is None:
        return ()
    house = await house_of(tx, asking.person, answers)
    ways = [CampaignType.PUSH]
    if await services.of_kind(tx.session, kind=Kind.MAIL):
        ways.append(CampaignType.EMAIL)
    is_news = purpose is CampaignPurpose.MARKETING
    places = await posts.places(tx.session, house=house) if is_news else 0
    if len(ways) == 1 and not places:
        return ()
    reached = {
        way: await audiences.size(
            tx.session,
            purpose=purpose,
            audience=audience,
            house=house,
            city=await city_of(tx, asking.person, house, answers.find(CITY)),
            event_id=answers.find(EVENT),
            channel=way,
        )
        for way in ways
    }
    if places:
        reached[CampaignType.SOCIAL] = places
    return [Option(way.value, screens.channel(asking.t, way, n)) for way, n in reached.items()]


def _channel(value: str) -> CampaignType:
    return CampaignType(value)


def way_of(answers: Answers) -> CampaignType:
    """How it goes; a part of an audience is reached in the chat, whatever was said before."""
    chosen = answers.find(CHANNEL) if answers.find(PART) is None else None
    return chosen or CampaignType.PUSH


def is_letter(answers: Answers) -> bool:
    """Whether it goes by e-mail."""
    return way_of(answers) is CampaignType.EMAIL


def photos_of(answers: Answers) -> Sequence[str]:
    """The pictures that were sent; a letter has none."""
    sent = None if is_letter(answers) else answers.find(PICTURE)
    return sent or ()


def _is_message(answers: Answers) -> bool:
    return not is_letter(answers)


async def _cities(asking: Asking) -> Sequence[Option]:
    house = await house_of(asking.tx, asking.person, asking.answers)
    cities = await audiences.cities(asking.tx.session, house=house, person=asking.person.id)
    return [
        Option(each.code, screens.sized(asking.t, each.name, each.followers)) for each in cities
    ]


async def _events(asking: Asking) -> Sequence[Option]:
    tx, person = asking.tx, asking.person
    house = await house_of(tx, person, asking.answers)
    found = await audiences.holders(tx.session, house=house, person=person.id, now=tx.now)
    return [
        Option(event.id.hex, screens.sized(asking.t, event.title, people))
        for event, people in found
    ]


async def _is_called_off(asking: Asking) -> bool:
    """Whether the evening that was chosen does not take place."""
    tx, person, answers = asking.tx, asking.person, asking.answers
    house = await house_of(tx, person, answers)
    events = await audiences.events(tx.session, house=house, person=person.id, now=tx.now)
    return any(each.called_off for each in events if each.id == answers.find(EVENT))


async def _parts(asking: Asking) -> Sequence[Option]:
    tx, person, answers = asking.tx, asking.person, asking.answers
    audience = answers.find(AUDIENCE)
    if audience is None:
        return ()
    house = await house_of(tx, person, answers)
    found = await audiences.parts(
        tx.session, house=house, audience=audience, event_id=answers.find(EVENT)
    )
    off = await _is_called_off(asking)  # then nobody waits for a place of it
    return [
        Option(each.value, screens.part_option(asking.t, each))
        for each in found
        if each.value != audiences.WAITING or not off
    ]


async def _purposes(asking: Asking) -> Sequence[Option]:
    """The guests of an evening that was called off hear only what they must know."""
    off = await _is_called_off(asking)
    return [
        Option(each.value, asking.t.plain(f"form-campaign-purpose-{each.value}"))
        for each in CampaignPurpose
        if each is CampaignPurpose.SERVICE or not off
    ]


async def _links(asking: Asking) -> Sequence[Option]:
    tx, person = asking.tx, asking.person
    house = await house_of(tx, person, asking.answers)
    events = await audiences.to_invite(tx.session, house=house, person=person.id, now=tx.now)
    return [Option(event_payload(each.id), screens.event_label(asking.t, each)) for each in events]


HOUSE = Choice("house", make=UUID, options=_houses, optional=True)
AUDIENCE = Choice("audience", make=CampaignAudience, options=_kinds)
CITY = Choice(
    "city",
    make=str,
    options=_cities,
    when=lambda answers: answers.find(AUDIENCE) is CampaignAudience.CITY,
)
EVENT = Choice(
    "event",
    make=UUID,
    options=_events,
    when=lambda answers: answers.find(AUDIENCE) is CampaignAudience.HOLDERS,
)
PART = Choice(
    "part",
    make=str,
    options=_parts,
    optional=True,
    when=lambda answers: answers.find(AUDIENCE) not in (None, CampaignAudience.CITY),
)
PURPOSE = Choice(
    "purpose",
    make=CampaignPurpose,
    options=_purposes,
    when=lambda answers: (
        answers.find(AUDIENCE) is CampaignAudience.HOLDERS
        and answers.find(PART) != audiences.WAITING
    ),
)
CHANNEL = Choice(
    "channel",
    make=_channel,
    options=_channels,
    when=lambda answers: answers.find(PART) is None,
)
SUBJECT = Filled("subject", limit=campaigns.LONGEST_SUBJECT, when=is_letter)
PICTURE = Photos("picture", most=campaigns.MOST_PHOTOS, optional=True, when=_is_message)
WORDS = Formatted("words", limit=LONGEST)
LINKS = Choices("links", make=str, options=_links, optional=True)


async def city_of(tx: Tx, person: Person, house: UUID, code: str | None) -> str | None:
    """The city that a button stood for."""
    cities = await audiences.cities(tx.session, house=house, person=person.id) if code else ()
    return next((each.name for each in cities if each.code == code), None)


async def links_of(tx: Tx, person: Person, answers: Answers) -> Sequence[Link]:
    """The buttons that were chosen, as they will be."""
    chosen = answers.find(LINKS) or ()
    house = await house_of(tx, person, answers)
    events = await audiences.to_invite(tx.session, house=house, person=person.id, now=tx.now)
    offered = [Link(event_payload(each.id), screens.link_label(each)) for each in events]
    return [each for each in offered if each.payload in chosen]
