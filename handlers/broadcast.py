"""A house writes to many: compose, look, try, launch, and watch it leave."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot import dialogs
from bot.callbacks.writing import Compose, ShowCampaign, ShowCampaigns, Steer
from bot.form import REVIEW, Form
from bot.links import event_payload
from bot.screen import Screen
from bot.screens import campaigns as screens
from bot.screens.parts import shorten
from bot.show import Event
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Choices,
    Cover,
    Fact,
    Formatted,
    Moment,
    Option,
    Stored,
    Text,
    one_of,
)
from bot.steps.formatted import plain_of
from bot.visit import Visit
from domain import audiences, campaigns, drafts, house_rules, services
from domain.actors import Person
from domain.campaigns import LONGEST, LONGEST_UNDER_PICTURE, Bar, Campaign, Content, Link
from domain.errors import NotAvailable
from domain.services import Kind
from storage.database import Tx
from storage.enums import CampaignAudience, CampaignPurpose, CampaignStatus, CampaignType
from storage.errors import AlreadyDone

router = Router(name="broadcast")


async def _house(tx: Tx, person: Person, answers: Answers) -> UUID:
    """The house that was chosen, or the only one. Raises `NotAvailable`."""
    chosen = answers.find(HOUSE)
    if chosen is not None:
        return chosen
    houses = await audiences.houses(tx.session, person=person.id)
    if not houses:
        raise NotAvailable
    return houses[0].id


async def _houses(asking: Asking) -> Sequence[Option]:
    houses = await audiences.houses(asking.tx.session, person=asking.person.id)
    own = asking.t.plain("campaign-own-house")
    options = [Option(each.id.hex, each.name or own) for each in houses]
    return options if len(options) > 1 else ()


async def _kinds(asking: Asking) -> Sequence[Option]:
    tx, person = asking.tx, asking.person
    house = await _house(tx, person, asking.answers)
    kinds = await audiences.kinds(tx.session, house=house, person=person.id, now=tx.now)
    options = []
    for kind in kinds:
        people = None
        if kind in (CampaignAudience.EVERYONE, CampaignAudience.FOLLOWERS):
            people = await audiences.size(
                tx.session, purpose=CampaignPurpose.MARKETING, audience=kind, house=house
            )
        options.append(Option(kind.value, screens.option(asking.t, kind, people)))
    return options


async def _channels(asking: Asking) -> Sequence[Option]:
    """How it may go, with whom it reaches so; nothing to ask where there is no mail server."""
    tx, answers = asking.tx, asking.answers
    audience = answers.find(AUDIENCE)
    if audience is None or not await services.of_kind(tx.session, kind=Kind.MAIL):
        return ()
    house = await _house(tx, asking.person, answers)
    options = []
    for channel in (CampaignType.PUSH, CampaignType.EMAIL):
        people = await audiences.size(
            tx.session,
            purpose=answers.find(PURPOSE) or CampaignPurpose.MARKETING,
            audience=audience,
            house=house,
            city=await _city(tx, asking.person, house, answers.find(CITY)),
            event_id=answers.find(EVENT),
            channel=channel,
        )
        options.append(Option(channel.value, screens.channel(asking.t, channel, people)))
    return options


def _channel(value: str) -> CampaignType:
    return CampaignType(value)


def _is_letter(answers: Answers) -> bool:
    return answers.find(CHANNEL) is CampaignType.EMAIL


def _is_message(answers: Answers) -> bool:
    return not _is_letter(answers)


async def _cities(asking: Asking) -> Sequence[Option]:
    house = await _house(asking.tx, asking.person, asking.answers)
    cities = await audiences.cities(asking.tx.session, house=house, person=asking.person.id)
    return [
        Option(each.code, screens.sized(asking.t, each.name, each.followers)) for each in cities
    ]


async def _events(asking: Asking) -> Sequence[Option]:
    tx, person = asking.tx, asking.person
    house = await _house(tx, person, asking.answers)
    options = []
    for event in await audiences.events(tx.session, house=house, person=person.id, now=tx.now):
        holders = await audiences.size(
            tx.session,
            purpose=CampaignPurpose.SERVICE,
            audience=CampaignAudience.HOLDERS,
            house=house,
            event_id=event.id,
        )
        options.append(Option(event.id.hex, screens.sized(asking.t, event.title, holders)))
    return options


async def _links(asking: Asking) -> Sequence[Option]:
    tx, person = asking.tx, asking.person
    house = await _house(tx, person, asking.answers)
    events = await audiences.events(tx.session, house=house, person=person.id, now=tx.now)
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
PURPOSE = one_of(
    "purpose",
    CampaignPurpose,
    when=lambda answers: answers.find(AUDIENCE) is CampaignAudience.HOLDERS,
)
CHANNEL = Choice("channel", make=_channel, options=_channels, optional=True)
SUBJECT = Text("subject", limit=campaigns.LONGEST_SUBJECT, when=_is_letter)
PICTURE = Cover(
    "picture", words="words", limit_under=LONGEST_UNDER_PICTURE, optional=True, when=_is_message
)
WORDS = Formatted("words", limit=LONGEST, limit_under=LONGEST_UNDER_PICTURE, picture=PICTURE)
LINKS = Choices("links", make=str, options=_links, optional=True)


async def _compose(tx: Tx, person: Person, answers: Answers) -> UUID:
    house = await _house(tx, person, answers)
    if former := answers.find(INSTEAD):
        await campaigns.give_way(tx.session, campaign_id=former, by=person.id)
    text = answers.get(WORDS)
    return await campaigns.draft(
        tx.session,
        by=person.id,
        house=house,
        purpose=answers.find(PURPOSE) or CampaignPurpose.MARKETING,
        audience=answers.get(AUDIENCE),
        city=await _city(tx, person, house, answers.find(CITY)),
        event_id=answers.find(EVENT),
        channel=answers.find(CHANNEL) or CampaignType.PUSH,
        content=Content(
            text,
            answers.find(PICTURE) if _is_message(answers) else None,
            await _chosen_links(tx, person, answers),
            (answers.find(SUBJECT) or "") if _is_letter(answers) else "",
        ),
        name=shorten(
            " ".join(plain_of(answers.find(SUBJECT) or text).split()), campaigns.LONGEST_NAME
        ),
        answers=answers.stored,
        now=tx.now,
    )


async def _city(tx: Tx, person: Person, house: UUID, code: str | None) -> str | None:
    cities = await audiences.cities(tx.session, house=house, person=person.id) if code else ()
    return next((each.name for each in cities if each.code == code), None)


async def _chosen_links(tx: Tx, person: Person, answers: Answers) -> Sequence[Link]:
    chosen = answers.find(LINKS) or ()
    house = await _house(tx, person, answers)
    events = await audiences.events(tx.session, house=house, person=person.id, now=tx.now)
    offered = [Link(event_payload(each.id), screens.link_label(each)) for each in events]
    return [each for each in offered if each.payload in chosen]


async def _composed(visit: Visit, campaign_id: UUID) -> Screen:
    """The campaign as it will arrive, and its desk below."""
    campaign, desk = await _draw(campaign_id, visit)
    await _preview(campaign, visit)
    await visit.stage.send(visit.person.chat_id, desk)
    return Screen("")


async def _schedule(tx: Tx, person: Person, answers: Answers) -> UUID:
    campaign = await campaigns.launch(
        tx.session,
        campaign_id=answers.get(CAMPAIGN),
        by=person.id,
        at=answers.get(TIME),
        now=tx.now,
    )
    return campaign.id


async def _scheduled(visit: Visit, campaign_id: UUID) -> Screen:
    return (await _draw(campaign_id, visit))[1]


async def _zone(asking: Asking) -> str:
    campaign = await campaigns.get(
        asking.tx.session, campaign_id=asking.answers.get(CAMPAIGN), by=asking.person.id
    )
    return await campaigns.zone(asking.tx.session, campaign)


INSTEAD = Fact("instead", make=UUID)
COMPOSING = Form(
    "campaign",
    (
        INSTEAD,
        HOUSE,
        AUDIENCE,
        CITY,
        EVENT,
        PURPOSE,
        CHANNEL,
        SUBJECT,
        PICTURE,
        WORDS,
        LINKS,
    ),
    _compose,
    ends_by="draft",
    after=_composed,
)
CAMPAIGN = Fact("campaign", make=UUID)
TIME = Moment("time", zone=_zone)
SCHEDULING = Form("campaign-time", (CAMPAIGN, TIME), _schedule, brief=True, after=_scheduled)

FORMS = (COMPOSING, SCHEDULING)


@router.message(Command("broadcast"))
async def broadcast(message: Message, visit: Visit) -> None:
    """What my house wrote, and the way to write more."""
    await _list(message, visit)


@router.callback_query(ShowCampaigns.filter())
async def show_campaigns(query: CallbackQuery, visit: Visit) -> None:
    """The same, from a tap."""
    await _list(query, visit)


async def _list(event: Event, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        if not await audiences.houses(tx.session, person=visit.person.id):
            raise NotAvailable
        found = await campaigns.mine(tx.session, person=visit.person.id)
    await visit.stage.show(event, screens.campaigns(visit.t, found))


@router.callback_query(Compose.filter())
async def compose(_query: CallbackQuery, state: FSMContext, visit: Visit) -> None:
    """A new campaign."""
    async with visit.db.read(visit.person) as tx:
        if not await audiences.houses(tx.session, person=visit.person.id):
            raise NotAvailable
    await _begin(state, visit, {INSTEAD.name: None})


@router.callback_query(ShowCampaign.filter())
async def show_campaign(query: CallbackQuery, callback_data: ShowCampaign, visit: Visit) -> None:
    """A campaign as it stands."""
    await _show(query, callback_data.campaign, visit)


@router.callback_query(Steer.filter())
async def steer(
    query: CallbackQuery, callback_data: Steer, state: FSMContext, visit: Visit
) -> None:
    """What is to happen with a campaign."""
    id = callback_data.campaign
    match callback_data.act:
        case "launch" | "pause" | "resume" | "cancel" | "drop":
            await _act(callback_data, visit)
            await _show(query, id, visit)
        case "test":
            await _test(query, id, visit)
        case "preview":
            campaign, desk = await _draw(id, visit)
            await _preview(campaign, visit)
            await visit.stage.send(query.from_user.id, desk)
        case "later":
            await _draw(id, visit)
            await dialogs.begin(SCHEDULING, visit, state, {CAMPAIGN.name: id.hex})
        case "change":
            await _change(id, state, visit)
        case "list":
            await _uncertain(query, id, visit)


async def _act(wanted: Steer, visit: Visit) -> None:
    id, by = wanted.campaign, visit.person.id
    with suppress(AlreadyDone):  # what is shown next is how it stands
        async with visit.db.begin(visit.person, visit.claim) as tx:
            match wanted.act:
                case "launch":
                    await campaigns.launch(tx.session, campaign_id=id, by=by, at=None, now=tx.now)
                case "pause":
                    await campaigns.pause(tx.session, campaign_id=id, by=by)
                case "resume":
                    await campaigns.resume(tx.session, campaign_id=id, by=by)
                case _:
                    await campaigns.cancel(tx.session, campaign_id=id, by=by, now=tx.now)


async def _show(query: CallbackQuery, campaign_id: UUID, visit: Visit) -> None:
    """The campaign in the tapped message; its progress is kept up to date there."""
    campaign, screen = await _draw(campaign_id, visit)
    shown = await visit.stage.show(query, screen)
    if shown is None or campaign.launched_at is None:
        return
    async with visit.db.begin(visit.person) as tx:
        bar = Bar(query.from_user.id, shown.message_id, "")
        await campaigns.show_bar(tx.session, campaign_id=campaign.id, bar=bar)


async def _draw(campaign_id: UUID, visit: Visit) -> tuple[Campaign, Screen]:
    """A campaign, and the screen of where it stands. Raises `NotAvailable`."""
    t = visit.t
    async with visit.db.read(visit.person) as tx:
        per_second = house_rules.BULK.number(tx.session)
        campaign = await campaigns.get(tx.session, campaign_id=campaign_id, by=visit.person.id)
        if campaign.launched_at is not None:
            so_far = await campaigns.progress(tx.session, campaign)
            return campaign, screens.progress(t, campaign, so_far, per_second=per_second)
        people = await campaigns.reach(tx.session, campaign)
        zone = await campaigns.zone(tx.session, campaign)
    match campaign.status:
        case CampaignStatus.DRAFT:
            return campaign, screens.desk(t, campaign, people=people, per_second=per_second)
        case CampaignStatus.CANCELLED:
            return campaign, screens.dropped(t)
        case _:
            return campaign, screens.scheduled(t, campaign, people=people, zone=zone)


async def _preview(campaign: Campaign, visit: Visit) -> None:
    screen = screens.message(
        visit.t,
        campaign,
        username=visit.desk.username,
        name=visit.person.name,
        preview=True,
    )
    await visit.stage.send(visit.person.chat_id, screen)


async def _test(query: CallbackQuery, campaign_id: UUID, visit: Visit) -> None:
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await campaigns.test(tx.session, campaign_id=campaign_id, by=visit.person, now=tx.now)
    await query.answer(visit.t.plain("alert-campaign-test"))


async def _change(campaign_id: UUID, state: FSMContext, visit: Visit) -> None:
    """The dialog again, with its answers; what comes of it takes the place of the draft."""
    async with visit.db.read(visit.person) as tx:
        campaign = await campaigns.get(tx.session, campaign_id=campaign_id, by=visit.person.id)
    if campaign.status is not CampaignStatus.DRAFT:
        raise NotAvailable
    await _begin(state, visit, {**campaign.answers, INSTEAD.name: campaign_id.hex}, place=REVIEW)


async def _begin(
    state: FSMContext, visit: Visit, facts: Mapping[str, Stored], *, place: str | None = None
) -> None:
    """Compose; a message that was half composed before is offered first, whichever it is."""
    async with visit.db.read(visit.person) as tx:
        begun = await drafts.find(
            tx.session, user_id=visit.person.id, form=COMPOSING.name, now=tx.now
        )
    if begun is not None:
        about = {INSTEAD.name: begun.answers.get(INSTEAD.name)}
        if COMPOSING.half_done(begun, about):
            facts, place = about, None
    await dialogs.begin(COMPOSING, visit, state, facts, place=place)


async def _uncertain(query: CallbackQuery, campaign_id: UUID, visit: Visit) -> None:
    async with visit.db.begin(visit.person) as tx:
        campaign = await campaigns.get(tx.session, campaign_id=campaign_id, by=visit.person.id)
        names = await campaigns.uncertain(tx.session, campaign_id=campaign_id, by=visit.person.id)
    await visit.stage.send(query.from_user.id, screens.uncertain(visit.t, campaign, names))
