"""How far a campaign has come: the bar, the numbers, and what they wait for."""

from aiogram.types import InlineKeyboardButton

from bot.callbacks.writing import ShowCampaign
from bot.screen import Screen, button
from bot.screens.campaigns import STATES, duration, messages, steer, stopped_why, to_all
from bot.screens.parts import bar, home, minute_after, paragraphs
from bot.screens.taken_up import taken_up
from bot.texts import Texts
from domain.campaign_bars import Held
from domain.campaign_files import has_file
from domain.campaigns import Campaign
from domain.results import Progress
from domain.taps import TakenUp
from storage.enums import CampaignStatus

Row = list[InlineKeyboardButton]


def progress(
    t: Texts,
    campaign: Campaign,
    so_far: Progress,
    *,
    taken: TakenUp,
    per_second: float,
    held: Held | None,
) -> Screen:
    """The bar and the numbers of a campaign that was launched, and what came of its buttons.

    `held`: Telegram wants nothing sent until then.
    """
    text = paragraphs(
        t("campaign-head", name=campaign.name, state=STATES[campaign.status]),
        stopped_why(t, campaign),
        _bar(t, campaign, so_far),
        _numbers(t, so_far),
        taken_up(t, campaign, taken),
        _rest(t, campaign, so_far, per_second, held),
    )
    steering: Row = []
    if campaign.status is CampaignStatus.ACTIVE:
        steering = [steer(t, campaign, "pause"), steer(t, campaign, "cancel")]
    elif campaign.status is CampaignStatus.PAUSED:
        steering = [steer(t, campaign, "resume"), steer(t, campaign, "cancel")]
    elif campaign.is_over:
        now = button(t.plain("button-campaign-now"), ShowCampaign(campaign=campaign.id))
        steering = [now, steer(t, campaign, "again")]
    listing = [steer(t, campaign, "list")] if so_far.unknown else []
    if not campaign.is_over:
        listing.append(button(t.plain("button-campaign-now"), ShowCampaign(campaign=campaign.id)))
    if has_file(campaign) and so_far.total:
        listing.append(steer(t, campaign, "file"))
    return Screen(text, [steering, listing, [to_all(t), home(t)]])


def elsewhere(t: Texts, campaign: Campaign) -> Screen:
    """Where the progress was shown before: it is in another message now, and can come back."""
    now = button(t.plain("button-campaign-now"), ShowCampaign(campaign=campaign.id))
    return Screen(t("campaign-elsewhere", name=campaign.name), [[now], [to_all(t), home(t)]])


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


def _rest(
    t: Texts, campaign: Campaign, so_far: Progress, per_second: float, held: Held | None
) -> str:
    awake = so_far.waiting - so_far.asleep
    if campaign.status is not CampaignStatus.ACTIVE or not awake:
        return ""
    lasts = duration(t, awake * messages(campaign) / per_second)
    if held is not None:
        until = minute_after(t, held.until, held.zone)
        return t("campaign-held", until=until, duration=lasts)
    return t("campaign-rest", duration=lasts)


def sign(campaign: Campaign, so_far: Progress, held: Held | None) -> str:
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
            held and int(held.until.timestamp()),
        )
    )
