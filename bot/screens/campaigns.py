"""Campaigns: the message itself, the desk before it leaves, and the list of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from math import ceil
from uuid import UUID

from aiogram.types import InlineKeyboardButton

from bot import filling, refusals
from bot.callbacks.wire import Nothing
from bot.callbacks.writing import (
    Compose,
    ConnectChannel,
    EarlierCampaigns,
    ShowCampaign,
    ShowCampaigns,
    Steer,
)
from bot.screen import Picture, Screen, button, link
from bot.screens.parts import home, paragraphs, shorten
from bot.screens.receivers import audience
from bot.screens.settings import no_more_news
from bot.steps.formatted import fullest, plain_of
from bot.texts import Texts, supported
from bot.ways import ways
from domain.campaigns import LONGEST, LONGEST_CAPTION, Campaign
from domain.errors import NotAvailable
from storage.enums import CampaignPurpose, CampaignStatus, CampaignType

Row = list[InlineKeyboardButton]
_LONGEST_NAME = 36
STATES = {
    CampaignStatus.DRAFT: "draft",
    CampaignStatus.SCHEDULED: "scheduled",
    CampaignStatus.AWAITING_APPROVAL: "waiting",
    CampaignStatus.ACTIVE: "active",
    CampaignStatus.PAUSED: "paused",
    CampaignStatus.COMPLETED: "completed",
    CampaignStatus.CANCELLED: "cancelled",
}


_ACTS = {
    "launch": "button-campaign-launch",
    "later": "button-campaign-later",
    "move": "button-campaign-move",
    "test": "button-campaign-test",
    "preview": "button-campaign-preview",
    "change": "button-campaign-change",
    "drop": "button-campaign-drop",
    "pause": "button-campaign-pause",
    "resume": "button-campaign-resume",
    "cancel": "button-campaign-cancel",
    "list": "button-campaign-list",
    "file": "button-campaign-file",
    "again": "button-campaign-again",
    "recall": "button-campaign-recall",
    "agree": "button-campaign-agree",
    "decline": "button-campaign-decline",
}


def message(
    t: Texts,
    campaign: Campaign,
    *,
    username: str,
    name: str | None,
    preview: bool = False,
    counted: bool = True,
) -> Screen:
    """The campaign as it arrives at somebody with this first name, if it is known.

    In a preview the way out is only shown. `counted`: who comes by its buttons counts.
    """
    content = campaign.content
    counted = counted and not preview
    rows = [[link(*each)] for each in ways(campaign, username=username, counted=counted)]
    if campaign.purpose is CampaignPurpose.MARKETING:
        stop = button(t.plain("button-news-stop"), Nothing()) if preview else no_more_news(t)
        rows.append([stop])
    text = filling.fill(content.text, name or t.plain("campaign-guest"))
    photos = [Picture(f"sent:{each}", _cannot_draw, sent=each) for each in content.photos]
    if is_apart(campaign):
        return Screen(text, rows, album=photos)
    return Screen(text, rows, photos[0] if photos else None)


def previews(t: Texts, campaign: Campaign, *, username: str, name: str | None) -> Sequence[Screen]:
    """The campaign as it will arrive: a letter as it is read, a post as everybody reads it."""
    if campaign.channel is CampaignType.SOCIAL:
        return [posted(campaign, username=username, counted=False)]
    if campaign.channel is CampaignType.EMAIL:
        return _letter(t, campaign, username=username, name=name or t.plain("campaign-guest"))
    return [message(t, campaign, username=username, name=name, preview=True)]


def _letter(t: Texts, campaign: Campaign, *, username: str, name: str) -> Sequence[Screen]:
    """A letter has links in place of buttons, and a way out of its own, which is only shown here.
    What has no room in one message of the chat stands in several."""
    content = campaign.content
    below = [
        f'<a href="{escape(to)}">{escape(label)}</a>'
        for label, to in ways(campaign, username=username, counted=False)
    ]
    if campaign.purpose is CampaignPurpose.MARKETING:
        below.append(f"<i>{t('letter-why')} <u>{t('letter-stop')}</u></i>")
    parts = (
        t("campaign-subject", subject=filling.fill_line(content.subject, name)),
        filling.fill(content.text, name),
        paragraphs(*below),
    )
    whole = paragraphs(*parts)
    if fullest(plain_of(whole)) <= LONGEST:
        return [Screen(whole, [])]
    return [Screen(each, []) for each in parts if each]


def posted(campaign: Campaign, *, username: str, counted: bool = True) -> Screen:
    """The campaign as it stands in a channel: everybody reads it, so nobody is named."""
    t = _for_everybody()
    shown = message(t, campaign, username=username, name=None, preview=True)
    rows = [[link(*each)] for each in ways(campaign, username=username, counted=counted)]
    return Screen(shown.text, rows, shown.picture, shown.album)


def posted_words(campaign: Campaign, *, username: str) -> str:
    """The same where there is neither formatting nor a button."""
    guest = _for_everybody().plain("campaign-guest")
    text = plain_of(filling.fill(campaign.content.text, guest))
    below = ways(campaign, username=username, counted=True)
    return "\n\n".join((text, *(f"{label}: {address}" for label, address in below)))


def _for_everybody() -> Texts:
    return Texts(supported(None))


def is_apart(campaign: Campaign) -> bool:
    """Whether the pictures stand above the message: several, or one above many words.

    Telegram gives an album no buttons, and one picture 1024 characters.
    """
    count = len(campaign.content.photos)
    longest = fullest(plain_of(campaign.content.text))
    return count > 1 or (count == 1 and longest > LONGEST_CAPTION)


def messages(campaign: Campaign) -> int:
    """How many messages one receiver gets, as Telegram counts them."""
    return len(campaign.content.photos) + 1 if is_apart(campaign) else 1


def is_personal(campaign: Campaign) -> bool:
    """Whether the message differs from one receiver to the next."""
    content = campaign.content
    return filling.is_personal(content.text) or filling.FIRST_NAME in content.subject


class PictureGone(NotAvailable):
    """A picture that came from a person: when Telegram forgot it, nothing is left to send."""


async def _cannot_draw() -> bytes:
    raise PictureGone


@dataclass(frozen=True, slots=True)
class Bounds:
    """What keeps marketing back when it leaves, whomever it is for: how many campaigns a guest
    gets within a week (0: any), and whether there are hours in which they are left in peace."""

    per_week: int
    quiet: bool


def _left_out(t: Texts, campaign: Campaign, bounds: Bounds) -> str:
    """Why fewer may get it than the estimate says, or later: known of each only when it leaves."""
    if campaign.purpose is not CampaignPurpose.MARKETING:
        return ""
    capped = t("campaign-desk-capped", most=bounds.per_week) if bounds.per_week else ""
    by_letter = campaign.channel is CampaignType.EMAIL  # a letter wakes nobody
    asleep = t("campaign-desk-asleep") if bounds.quiet and not by_letter else ""
    return " ".join(each for each in (capped, asleep) if each)


def desk(
    t: Texts,
    campaign: Campaign,
    *,
    people: int,
    per_second: float,
    alone_up_to: int,
    bounds: Bounds,
    now: datetime,
    reader: UUID,
) -> Screen:
    """A draft, whom it reaches and how long that takes, and what can be done with it.

    To more people than `alone_up_to` marketing wants a second person's yes. What is about an
    evening that is over by `now`, or leads to it, or invites to one that was called off, cannot
    leave.
    """
    whom = audience(t, campaign, reader)
    objection = campaign.coming.objection(now)
    if objection is not None and objection.by_button:
        text = t("campaign-desk-button", title=objection.title, why=objection.why)
    elif objection is not None:
        key = "campaign-desk-called-off" if objection.called_off else "campaign-desk-over"
        text = t(key, title=objection.title)
    elif not people:
        text = t("campaign-desk-empty", audience=whom)
    elif campaign.channel is CampaignType.SOCIAL:
        text = t("campaign-desk-posts", count=people)
    else:
        lasts = duration(t, people * messages(campaign) / per_second)
        text = t("campaign-desk", audience=whom, count=people, duration=lasts)
        text = paragraphs(text, _left_out(t, campaign, bounds))
    leaves = people and objection is None
    if campaign.declined_why:
        text = paragraphs(text, t("campaign-declined-why", why=campaign.declined_why))
    elif campaign.purpose is CampaignPurpose.MARKETING and people > alone_up_to:
        text = paragraphs(text, t("campaign-desk-large", most=alone_up_to))
    rows = [
        [steer(t, campaign, "launch"), steer(t, campaign, "later")] if leaves else [],
        [steer(t, campaign, "test"), steer(t, campaign, "preview")],
        [steer(t, campaign, "change"), steer(t, campaign, "drop")],
        [to_all(t), home(t)],
    ]
    return Screen(text, rows)


def scheduled(t: Texts, campaign: Campaign, *, people: int, zone: str, reader: UUID) -> Screen:
    """A campaign that waits for its time."""
    if campaign.starts_at is None:
        raise NotAvailable
    text = t(
        "campaign-scheduled",
        name=campaign.name,
        audience=audience(t, campaign, reader),
        count=people,
        when=t.when_there(campaign.starts_at, zone),
    )
    ways = [steer(t, campaign, "move"), steer(t, campaign, "cancel")]
    return Screen(text, [ways, [to_all(t), home(t)]])


def timed(t: Texts, campaign: Campaign, shown: Screen) -> Screen:
    """A campaign as it is `shown`, for which a time was chosen just now: whether that counts."""
    said = ""
    if campaign.launched_at is not None:
        said = t("campaign-left-before")
    elif not campaign.is_over:
        said = t("form-campaign-time-done")
    return Screen(paragraphs(said, shown.text), shown.rows)


def sent_back(t: Texts) -> Screen:
    """To a second person: its maker has it again, with their sentence."""
    return Screen(t("form-campaign-no-done"), [[to_all(t), home(t)]])


def waits_no_more(t: Texts, wanted: str) -> Screen:
    """To a second person who sees it only as long as it waits: it went its way meanwhile."""
    text = t("campaign-waits-no-more", wanted=wanted, state="other")
    return Screen(text, [[to_all(t), home(t)]])


def agreed_to(t: Texts, campaign: Campaign, shown: Screen, *, by: UUID) -> Screen:
    """A campaign as it is `shown`, to who wanted to agree: they did, or what came of it before."""
    return shown if campaign.agreed_by == by else _too_late(t, campaign, shown, "agree")


def not_sent_back(t: Texts, campaign: Campaign, shown: Screen) -> Screen:
    """A campaign as it is `shown`, to whom it waited for once: what came of it meanwhile."""
    return _too_late(t, campaign, shown, "decline")


def _too_late(t: Texts, campaign: Campaign, shown: Screen, wanted: str) -> Screen:
    if campaign.launched_at is not None or campaign.status is CampaignStatus.SCHEDULED:
        state = "agreed"
    elif campaign.is_over:
        state = "given-up"
    else:
        state = "draft"
    said = t("campaign-waits-no-more", wanted=wanted, state=state)
    return Screen(paragraphs(said, shown.text), shown.rows)


def awaiting(
    t: Texts, campaign: Campaign, *, people: int, zone: str, is_late: bool, reader: UUID
) -> Screen:
    """A campaign that waits for a second person: to who wrote it, or to that person.

    `is_late`: the time at which it was to leave is over.
    """
    own = campaign.created_by == reader
    text = t(
        "campaign-awaiting",
        name=campaign.name,
        audience=audience(t, campaign, reader),
        count=people,
        who="own" if own else "second",
        leaves="now" if is_late or campaign.starts_at is None else "then",
        when="" if campaign.starts_at is None else t.when_there(campaign.starts_at, zone),
    )
    acts = ("move", "recall") if own else ("agree", "decline")
    rows = [
        [steer(t, campaign, act) for act in acts],
        [steer(t, campaign, "preview")],
        [to_all(t), home(t)],
    ]
    return Screen(text, rows)


def stopped_why(t: Texts, campaign: Campaign) -> str:
    """What Telegram said when it stopped itself, as long as it rests for that."""
    said = campaign.stopped_why
    if said is None or campaign.status is not CampaignStatus.PAUSED:
        return ""
    return t("campaign-stopped-why", kind=refusals.about(said), said=said)


def campaigns(
    t: Texts, found: Sequence[Campaign], *, later: bool = False, earlier: bool = False
) -> Screen:
    """What my house wrote, the newest first. `later`, `earlier`: there are more of those."""
    rows = [
        [
            button(
                t.plain(
                    "button-campaign",
                    state=STATES[each.status],
                    name=shorten(each.name, _LONGEST_NAME),
                ),
                ShowCampaign(campaign=each.id),
            )
        ]
        for each in found
    ]
    text = t("campaigns") if found else t("campaigns-none")
    compose = button(t.plain("button-compose"), Compose())
    channel = button(t.plain("button-channel"), ConnectChannel())
    turns = []
    if later:
        turns.append(button(t.plain("button-newest"), ShowCampaigns()))
    if earlier:
        older = EarlierCampaigns(before=found[-1].id)
        turns.append(button(t.plain("button-more"), older))
    return Screen(text, [[compose], *rows, turns, [channel], [home(t)]])


def dropped(t: Texts, campaign: Campaign) -> Screen:
    """It was given up before it left; its words and pictures can begin another one."""
    return Screen(
        t("campaign-dropped", name=campaign.name),
        [[steer(t, campaign, "again")], [to_all(t), home(t)]],
    )


def beside(t: Texts, former: Campaign, desk: Screen) -> Screen:
    """The `desk` of a draft that was to take the place of a `former` one, which may have left."""
    if former.launched_at is None and former.is_over:
        return desk
    state = "waits" if former.launched_at is None else "left"
    return Screen(paragraphs(t("campaign-beside", state=state), desk.text), desk.rows)


def duration(t: Texts, seconds: float) -> str:
    """About how long, rounded up."""
    span = timedelta(seconds=ceil(seconds))
    if span < timedelta(minutes=2):
        return t.plain("duration-seconds", count=max(1, int(span.total_seconds())))
    if span < timedelta(hours=2):
        return t.plain("duration-minutes", count=ceil(span / timedelta(minutes=1)))
    return t.plain("duration-hours", count=ceil(span / timedelta(hours=1)))


def steer(t: Texts, campaign: Campaign, act: str) -> InlineKeyboardButton:
    """What is to happen with the campaign."""
    wanted = Steer.model_validate({"campaign": campaign.id, "act": act})
    return button(t.plain(_ACTS[act]), wanted)


def to_all(t: Texts) -> InlineKeyboardButton:
    """The list of campaigns."""
    return button(t.plain("button-campaigns"), ShowCampaigns())
