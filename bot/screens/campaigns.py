"""Campaigns: the message itself, the desk before it leaves, and its progress."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from aiogram.types import InlineKeyboardButton

from bot import filling, refusals
from bot.callbacks.wire import Nothing
from bot.callbacks.writing import Compose, ConnectChannel, ShowCampaign, ShowCampaigns, Steer
from bot.screen import Picture, Screen, button, link
from bot.screens.parts import bar, home, paragraphs, shorten
from bot.screens.receivers import audience
from bot.screens.settings import no_more_news
from bot.screens.taken_up import taken_up
from bot.steps.formatted import fullest, plain_of
from bot.texts import Texts
from bot.ways import ways
from domain.campaign_files import has_file
from domain.campaigns import LONGEST_CAPTION, Campaign
from domain.errors import NotAvailable
from domain.results import Progress
from domain.taps import TakenUp
from storage.enums import CampaignPurpose, CampaignStatus, CampaignType

Row = list[InlineKeyboardButton]
_LONGEST_NAME = 36
_STATES = {
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


def posted(t: Texts, campaign: Campaign, *, username: str) -> Screen:
    """The campaign as it stands in a channel: everybody reads it, so nobody is named."""
    shown = message(t, campaign, username=username, name=None, preview=True)
    rows = [[link(*each)] for each in ways(campaign, username=username, counted=True)]
    return Screen(shown.text, rows, shown.picture, shown.album)


def posted_words(t: Texts, campaign: Campaign, *, username: str) -> str:
    """The same where there is neither formatting nor a button."""
    text = plain_of(filling.fill(campaign.content.text, t.plain("campaign-guest")))
    below = ways(campaign, username=username, counted=True)
    return "\n\n".join((text, *(f"{label}: {address}" for label, address in below)))


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
    return filling.is_personal(campaign.content.text)


class PictureGone(NotAvailable):
    """A picture that came from a person: when Telegram forgot it, nothing is left to send."""


async def _cannot_draw() -> bytes:
    raise PictureGone


def desk(
    t: Texts,
    campaign: Campaign,
    *,
    people: int,
    per_second: float,
    alone_up_to: int,
    now: datetime,
) -> Screen:
    """A draft, whom it reaches and how long that takes, and what can be done with it.

    To more people than `alone_up_to` marketing wants a second person's yes. What is about an
    evening that is over by `now` cannot leave.
    """
    whom = audience(t, campaign)
    is_over = campaign.is_too_late(now)
    if is_over:
        text = t("campaign-desk-over", title=campaign.event_title)
    elif not people:
        text = t("campaign-desk-empty", audience=whom)
    elif campaign.channel is CampaignType.SOCIAL:
        text = t("campaign-desk-posts", count=people)
    else:
        lasts = duration(t, people * messages(campaign) / per_second)
        text = t("campaign-desk", audience=whom, count=people, duration=lasts)
    leaves = people and not is_over
    if campaign.declined_why:
        text = paragraphs(text, t("campaign-declined-why", why=campaign.declined_why))
    elif campaign.purpose is CampaignPurpose.MARKETING and people > alone_up_to:
        text = paragraphs(text, t("campaign-desk-large", most=alone_up_to))
    rows = [
        [_steer(t, campaign, "launch"), _steer(t, campaign, "later")] if leaves else [],
        [_steer(t, campaign, "test"), _steer(t, campaign, "preview")],
        [_steer(t, campaign, "change"), _steer(t, campaign, "drop")],
        [_all(t), home(t)],
    ]
    return Screen(text, rows)


def scheduled(t: Texts, campaign: Campaign, *, people: int, zone: str) -> Screen:
    """A campaign that waits for its time."""
    if campaign.starts_at is None:
        raise NotAvailable
    text = t(
        "campaign-scheduled",
        name=campaign.name,
        audience=audience(t, campaign),
        count=people,
        when=t.when(campaign.starts_at, zone),
    )
    return Screen(text, [[_steer(t, campaign, "cancel")], [_all(t), home(t)]])


def awaiting(
    t: Texts, campaign: Campaign, *, people: int, zone: str, own: bool, is_late: bool
) -> Screen:
    """A campaign that waits for a second person: to who wrote it (`own`), or to that person.

    `is_late`: the time at which it was to leave is over.
    """
    text = t(
        "campaign-awaiting",
        name=campaign.name,
        audience=audience(t, campaign),
        count=people,
        who="own" if own else "second",
        leaves="now" if is_late or campaign.starts_at is None else "then",
        when="" if campaign.starts_at is None else t.when(campaign.starts_at, zone),
    )
    ways = [_steer(t, campaign, "agree"), _steer(t, campaign, "decline")]
    rows = [
        [] if own else ways,
        [_steer(t, campaign, "preview"), *([_steer(t, campaign, "recall")] if own else [])],
        [_all(t), home(t)],
    ]
    return Screen(text, rows)


def progress(
    t: Texts, campaign: Campaign, so_far: Progress, *, taken: TakenUp, per_second: float
) -> Screen:
    """The bar and the numbers of a campaign that was launched, and what came of its buttons."""
    text = paragraphs(
        t("campaign-head", name=campaign.name, state=_STATES[campaign.status]),
        _stopped(t, campaign),
        _bar(t, campaign, so_far),
        _numbers(t, so_far),
        taken_up(t, campaign, taken),
        _rest(t, campaign, so_far, per_second),
    )
    steering: Row = []
    if campaign.status is CampaignStatus.ACTIVE:
        steering = [_steer(t, campaign, "pause"), _steer(t, campaign, "cancel")]
    elif campaign.status is CampaignStatus.PAUSED:
        steering = [_steer(t, campaign, "resume"), _steer(t, campaign, "cancel")]
    elif campaign.is_over:
        now = button(t.plain("button-campaign-now"), ShowCampaign(campaign=campaign.id))
        steering = [now, _steer(t, campaign, "again")]
    listing = [_steer(t, campaign, "list")] if so_far.unknown else []
    if not campaign.is_over:
        listing.append(button(t.plain("button-campaign-now"), ShowCampaign(campaign=campaign.id)))
    if has_file(campaign) and so_far.total:
        listing.append(_steer(t, campaign, "file"))
    return Screen(text, [steering, listing, [_all(t), home(t)]])


def _stopped(t: Texts, campaign: Campaign) -> str:
    said = campaign.stopped_why
    if said is None or campaign.status is not CampaignStatus.PAUSED:
        return ""
    return t("campaign-stopped-why", kind=refusals.about(said), said=said)


def _bar(t: Texts, campaign: Campaign, so_far: Progress) -> str:
    if not campaign.queued and not campaign.is_over:
        return t("campaign-preparing", count=so_far.total)
    share = so_far.done / so_far.total if so_far.total else 1.0
    return t(
        "campaign-bar",
        bar=bar(share),
        percent=int(share * 100),
        done=so_far.done,
        total=so_far.total,
    )


def _numbers(t: Texts, so_far: Progress) -> str:
    lines = [t("campaign-sent", count=so_far.sent)]
    if so_far.blocked:
        lines.append(t("campaign-blocked", count=so_far.blocked))
    if so_far.asleep:
        lines.append(t("campaign-asleep", count=so_far.asleep))
    if so_far.capped:
        lines.append(t("campaign-capped", count=so_far.capped))
    if so_far.skipped > so_far.capped:
        lines.append(t("campaign-skipped", count=so_far.skipped - so_far.capped))
    if so_far.failed:
        lines.append(t("campaign-failed", count=so_far.failed))
    if so_far.unknown:
        lines.append(t("campaign-unknown", count=so_far.unknown))
    return "\n".join(lines)


def _rest(t: Texts, campaign: Campaign, so_far: Progress, per_second: float) -> str:
    awake = so_far.waiting - so_far.asleep
    if campaign.status is not CampaignStatus.ACTIVE or not awake:
        return ""
    lasts = duration(t, awake * messages(campaign) / per_second)
    return t("campaign-rest", duration=lasts)


def campaigns(t: Texts, found: Sequence[Campaign]) -> Screen:
    """What my house wrote, the newest first."""
    rows = [
        [
            button(
                t.plain(
                    "button-campaign",
                    state=_STATES[each.status],
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
    return Screen(text, [[compose], *rows, [channel], [home(t)]])


def started(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: a scheduled campaign is leaving, or has grown and waits for somebody."""
    waits = campaign.status is CampaignStatus.AWAITING_APPROVAL
    key = "campaign-grown" if waits else "campaign-started"
    return Screen(t(key, name=campaign.name), [[_watch(t, campaign)]])


def too_late(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: its time came when its evening was over."""
    text = t("campaign-too-late", name=campaign.name, title=campaign.event_title)
    return Screen(text, [[_watch(t, campaign)]])


def stopped(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: it stopped itself, why, and what would be right."""
    head = t("campaign-stopped", name=campaign.name)
    return Screen(paragraphs(head, _stopped(t, campaign)), [[_watch(t, campaign)]])


def asked(t: Texts, campaign: Campaign, *, maker: str | None) -> Screen:
    """To a second person: somebody of the house asks for their yes."""
    text = t(
        "campaign-asked",
        name=campaign.name,
        audience=audience(t, campaign),
        maker=maker or t.plain("campaign-maker"),
    )
    return Screen(text, [[_steer(t, campaign, "preview")]])


def agreed(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: somebody agreed."""
    return Screen(t("campaign-agreed", name=campaign.name), [[_watch(t, campaign)]])


def declined(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: somebody did not agree, and why."""
    text = paragraphs(
        t("campaign-declined", name=campaign.name),
        t("campaign-declined-why", why=campaign.declined_why or ""),
    )
    return Screen(text, [[_watch(t, campaign)]])


def _watch(t: Texts, campaign: Campaign) -> InlineKeyboardButton:
    return button(t.plain("button-campaign-watch"), ShowCampaign(campaign=campaign.id))


def dropped(t: Texts) -> Screen:
    """A draft was given up."""
    return Screen(t("campaign-dropped"), [[_all(t), home(t)]])


def duration(t: Texts, seconds: float) -> str:
    """About how long, rounded up."""
    span = timedelta(seconds=ceil(seconds))
    if span < timedelta(minutes=2):
        return t.plain("duration-seconds", count=max(1, int(span.total_seconds())))
    if span < timedelta(hours=2):
        return t.plain("duration-minutes", count=ceil(span / timedelta(minutes=1)))
    return t.plain("duration-hours", count=ceil(span / timedelta(hours=1)))


def sign(campaign: Campaign, so_far: Progress) -> str:
    """What the progress says, in short: the same sign, the same screen."""
    return " ".join(
        str(each)
        for each in (
            campaign.status.value,
            campaign.queued,
            so_far.sent,
            so_far.blocked,
            so_far.failed,
            so_far.unknown,
            so_far.skipped,
            so_far.waiting,
            so_far.asleep,
            so_far.capped,
        )
    )


def _steer(t: Texts, campaign: Campaign, act: str) -> InlineKeyboardButton:
    wanted = Steer.model_validate({"campaign": campaign.id, "act": act})
    return button(t.plain(_ACTS[act]), wanted)


def _all(t: Texts) -> InlineKeyboardButton:
    return button(t.plain("button-campaigns"), ShowCampaigns())
