"""A house writes to many: compose, look, try, launch, and watch it leave."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs, filling
from bot.callbacks.writing import (
    Compose,
    ComposeAnew,
    EarlierCampaigns,
    ShowCampaign,
    ShowCampaigns,
    Steer,
)
from bot.form import REVIEW, Form
from bot.screen import Screen
from bot.screens import campaigns as screens
from bot.screens.parts import shorten
from bot.show import Event
from bot.steps import (
    Answers,
    Asking,
    Fact,
    Moment,
    Stored,
    Text,
    is_worded,
)
from bot.steps.formatted import plain_of
from bot.texts import Texts
from bot.visit import Visit
from domain import (
    audiences,
    campaign_bars,
    campaign_times,
    campaigns,
    drafts,
    second_person,
    steering,
)
from domain.actors import Person
from domain.campaigns import Bar, Campaign, Content
from domain.errors import DialogOver, NotAvailable
from handlers import result_files
from handlers.campaign_desk import draw, preview, try_alone
from handlers.composing import (
    AUDIENCE,
    CHANNEL,
    CITY,
    EVENT,
    HOUSE,
    LINKS,
    PART,
    PICTURE,
    PURPOSE,
    SUBJECT,
    WORDS,
    city_of,
    house_of,
    is_letter,
    links_of,
    photos_of,
    way_of,
)
from storage.database import Tx
from storage.enums import CampaignPurpose, CampaignStatus
from storage.errors import AlreadyDone

router = Router(name="broadcast")

Said = Callable[[Texts, Campaign, Screen], Screen]
"""A campaign's screen below a sentence."""


async def _compose(tx: Tx, person: Person, answers: Answers) -> UUID:
    house = await house_of(tx, person, answers)
    if former := answers.find(INSTEAD):
        await steering.give_way(tx.session, campaign_id=former, by=person.id)
    text = answers.get(WORDS)
    return await campaigns.draft(
        tx.session,
        by=person.id,
        house=house,
        purpose=answers.find(PURPOSE) or CampaignPurpose.MARKETING,
        audience=answers.get(AUDIENCE),
        city=await city_of(tx, person, house, answers.find(CITY)),
        event_id=answers.find(EVENT),
        part=answers.find(PART),
        channel=way_of(answers),
        content=Content(
            text,
            photos_of(answers),
            await links_of(tx, person, answers),
            (answers.find(SUBJECT) or "") if is_letter(answers) else "",
        ),
        name=shorten(
            filling.fill_line(answers.find(SUBJECT) or plain_of(text), "…"),
            campaigns.LONGEST_NAME,
        ),
        answers=answers.stored,
        now=tx.now,
    )


async def _composed(visit: Visit, campaign_id: UUID) -> Screen:
    """The campaign as it will arrive, and its desk below."""
    campaign, desk = await preview(campaign_id, visit)
    if former := campaign.answers.get(INSTEAD.name):
        async with visit.db.read(visit.person) as tx:
            before = await campaigns.get(tx.session, campaign_id=UUID(former), by=visit.person.id)
        desk = screens.beside(visit.t, before, desk)
    await visit.stage.send(visit.person.chat_id, desk)
    return Screen("")


async def _schedule(tx: Tx, person: Person, answers: Answers) -> UUID:
    campaign = await campaign_times.leave_at(
        tx.session,
        campaign_id=answers.get(CAMPAIGN),
        by=person.id,
        at=answers.get(TIME),
        now=tx.now,
    )
    return campaign.id


async def _scheduled(
    event: Event, sent: bool, campaign_id: UUID | None, visit: Visit, _state: FSMContext
) -> None:
    """The campaign as it stands now; it may have left before a time was chosen."""
    if campaign_id is None:
        raise DialogOver
    await _show(event, campaign_id, visit, said=screens.timed if sent else None)


async def _decline(tx: Tx, person: Person, answers: Answers) -> UUID | None:
    with suppress(NotAvailable):  # it was theirs to see only as long as it waited
        campaign = await second_person.decline(
            tx.session,
            campaign_id=answers.get(CAMPAIGN),
            by=person.id,
            why=answers.get(WHY),
            now=tx.now,
        )
        return campaign.id
    return None


async def _declined(
    event: Event, sent: bool, campaign_id: UUID | None, visit: Visit, _state: FSMContext
) -> None:
    """That it was sent back, or where it stands: it may have gone another way meanwhile."""
    if campaign_id is None and sent:
        await visit.stage.show(event, screens.waits_no_more(visit.t, "decline"))
        return
    if campaign_id is None:
        raise DialogOver
    campaign, _ = await draw(campaign_id, visit)
    if sent and campaign.declined_by == visit.person.id:
        await visit.stage.show(event, screens.sent_back(visit.t))
    else:
        await _show(event, campaign_id, visit, said=screens.not_sent_back if sent else None)


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
        PART,
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
SCHEDULING = Form(
    "campaign-time", (CAMPAIGN, TIME), _schedule, brief=True, about=CAMPAIGN, then=_scheduled
)

WHY = Text("why", limit=second_person.LONGEST_WHY, check=is_worded)
DECLINING = Form(
    "campaign-no", (CAMPAIGN, WHY), _decline, brief=True, about=CAMPAIGN, then=_declined
)

FORMS = (COMPOSING, SCHEDULING, DECLINING)


@router.message(Command("broadcast"))
@router.callback_query(ShowCampaigns.filter())
async def broadcast(event: Event, visit: Visit) -> None:
    """What my house wrote, and the way to write more."""
    await _list(event, visit)


@router.callback_query(EarlierCampaigns.filter())
async def earlier(query: CallbackQuery, callback_data: EarlierCampaigns, visit: Visit) -> None:
    """What it wrote before that."""
    await _list(query, visit, before=callback_data.before)


async def _list(event: Event, visit: Visit, *, before: UUID | None = None) -> None:
    async with visit.db.read(visit.person) as tx:
        await audiences.speaking(tx.session, person=visit.person.id)
        found, more = await campaigns.mine(tx.session, person=visit.person.id, before=before)
    screen = screens.campaigns(visit.t, found, later=before is not None, earlier=more)
    await visit.stage.show(event, screen)


@router.callback_query(Compose.filter())
async def compose(_query: CallbackQuery, state: FSMContext, visit: Visit) -> None:
    """A new campaign."""
    async with visit.db.read(visit.person) as tx:
        await audiences.speaking(tx.session, person=visit.person.id)
    await _begin(state, visit, {INSTEAD.name: None}, anew=ComposeAnew())


@router.callback_query(ComposeAnew.filter())
async def compose_anew(
    query: CallbackQuery, callback_data: ComposeAnew, state: FSMContext, visit: Visit
) -> None:
    """What was begun is forgotten for another campaign."""
    if callback_data.campaign is not None:
        await _change(query, callback_data, state, visit, over=True)
        return
    async with visit.db.read(visit.person) as tx:
        await audiences.speaking(tx.session, person=visit.person.id)
    await dialogs.begin(COMPOSING, visit, state, {INSTEAD.name: None}, over=True)


@router.callback_query(ShowCampaign.filter())
async def show_campaign(query: CallbackQuery, callback_data: ShowCampaign, visit: Visit) -> None:
    """A campaign as it stands."""
    await _show(query, callback_data.campaign, visit)


@router.callback_query(Steer.filter())
async def steer(
    query: CallbackQuery, callback_data: Steer, state: FSMContext, visit: Visit
) -> None:
    """What is to happen with a campaign."""
    id, act = callback_data.campaign, callback_data.act
    if act in ("agree", "decline", "preview") and await _comes_too_late(id, visit):
        await visit.stage.show(query, screens.waits_no_more(visit.t, act))
        return
    match act:
        case "launch" | "pause" | "resume" | "cancel" | "drop" | "recall":
            await _act(callback_data, visit)
            await _show(query, id, visit)
        case "agree":
            await _act(callback_data, visit)
            await _show(query, id, visit, said=partial(screens.agreed_to, by=visit.person.id))
        case "test":
            await try_alone(query, id, visit)
        case "preview":
            _, desk = await preview(id, visit)
            await visit.stage.send(query.from_user.id, desk)
        case "later" | "move":
            campaign, _ = await draw(id, visit)
            if campaign.launched_at is not None or campaign.is_over:
                await _show(query, id, visit)
                return
            await dialogs.begin(SCHEDULING, visit, state, {CAMPAIGN.name: id.hex})
        case "decline":
            campaign, _ = await draw(id, visit)
            if not second_person.may_decide(campaign, by=visit.person.id):
                await _show(query, id, visit, said=screens.not_sent_back)
                return
            await dialogs.begin(DECLINING, visit, state, {CAMPAIGN.name: id.hex})
        case "change" | "again":
            wanted = ComposeAnew(campaign=id, instead=act == "change")
            await _change(query, wanted, state, visit)
        case "list":
            await result_files.list_uncertain(query, id, visit)
        case "file":
            if not await result_files.ask(id, visit):
                await _show(query, id, visit)


async def _comes_too_late(campaign_id: UUID, visit: Visit) -> bool:
    async with visit.db.read(visit.person) as tx:
        return await second_person.comes_too_late(
            tx.session, campaign_id=campaign_id, by=visit.person.id
        )


async def _act(wanted: Steer, visit: Visit) -> None:
    id, by = wanted.campaign, visit.person.id
    with suppress(AlreadyDone):  # what is shown next is how it stands
        async with visit.db.begin(visit.person, visit.claim) as tx:
            match wanted.act:
                case "launch":
                    await steering.launch(tx.session, campaign_id=id, by=by, now=tx.now)
                case "pause":
                    await steering.pause(tx.session, campaign_id=id, by=by, now=tx.now)
                case "resume":
                    await steering.resume(tx.session, campaign_id=id, by=by, now=tx.now)
                case "agree":
                    await second_person.agree(tx.session, campaign_id=id, by=by, now=tx.now)
                case "recall":
                    await second_person.recall(tx.session, campaign_id=id, by=by)
                case _:
                    await steering.cancel(tx.session, campaign_id=id, by=by, now=tx.now)


async def _show(
    event: Event, campaign_id: UUID, visit: Visit, *, said: Said | None = None
) -> None:
    """The campaign, in the tapped message if there is one; its progress is kept up to date there.

    `said`: what came of what was asked for just now, above it.
    """
    campaign, screen = await draw(campaign_id, visit)
    shown = await visit.stage.show(event, said(visit.t, campaign, screen) if said else screen)
    if shown is None or campaign.launched_at is None:
        return
    async with visit.db.begin(visit.person) as tx:
        bar = Bar(visit.person.chat_id, shown.message_id, "")
        await campaign_bars.begin(tx.session, campaign_id=campaign.id, bar=bar)


async def _change(
    query: CallbackQuery,
    wanted: ComposeAnew,
    state: FSMContext,
    visit: Visit,
    *,
    over: bool = False,
) -> None:
    """The dialog again, with its answers; what comes of it takes the place of the draft, or is
    another one beside what has left. What waits or was given up says what is to be done first.

    `over`: whatever was begun is forgotten. Raises `NotAvailable`, `CampaignLeft`.
    """
    if wanted.campaign is None:
        raise NotAvailable
    find = steering.to_change if wanted.instead else campaigns.get
    async with visit.db.read(visit.person) as tx:
        campaign = await find(tx.session, campaign_id=wanted.campaign, by=visit.person.id)
    if wanted.instead and campaign.status is not CampaignStatus.DRAFT:
        await _show(query, campaign.id, visit)
        return
    facts = {**campaign.answers, INSTEAD.name: campaign.id.hex if wanted.instead else None}
    if over:
        await dialogs.begin(COMPOSING, visit, state, facts, place=REVIEW, over=True)
    else:
        await _begin(state, visit, facts, anew=wanted, place=REVIEW)


async def _begin(
    state: FSMContext,
    visit: Visit,
    facts: Mapping[str, Stored],
    *,
    anew: ComposeAnew,
    place: str | None = None,
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
    await dialogs.begin(COMPOSING, visit, state, facts, place=place, anew=anew)
