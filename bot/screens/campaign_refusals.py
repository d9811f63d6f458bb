"""What Telegram or a mail server did not take of a campaign, told to who wrote it."""

from bot import refusals
from bot.callbacks.writing import ShowCampaign
from bot.screen import Screen, button
from bot.screens.parts import paragraphs
from bot.texts import Texts
from domain.campaigns import Campaign
from storage.enums import CampaignType

_TELEGRAMS = ("button", "picture", "text", "away", "other")


def not_tried(t: Texts, campaign: Campaign, *, said: str, end: str, letter: bool) -> Screen:
    """To who tried it on themselves: it did not arrive, why, and what would be right."""
    why = refusals.of_try(said, end=end, letter=letter)
    text = paragraphs(t("campaign-test-failed", name=campaign.name), _refused_why(t, why, said))
    open_it = button(t.plain("button-campaign-open"), ShowCampaign(campaign=campaign.id))
    return Screen(text, [[open_it]])


def not_shown(t: Texts, campaign: Campaign, desk: Screen, said: str) -> Screen:
    """The `desk` of a campaign below a sentence that says why Telegram does not show it."""
    letter = campaign.channel is CampaignType.EMAIL
    text = paragraphs(
        t("campaign-not-shown", way="letter" if letter else "message"),
        _refused_why(t, refusals.about(said), said),
        desk.text,
    )
    return Screen(text, desk.rows)


def _refused_why(t: Texts, why: refusals.Why, said: str) -> str:
    """Why one message was not taken, in Telegram's words where there are any."""
    quoted = t("campaign-refused-said", said=said) if why in _TELEGRAMS else ""
    return paragraphs(quoted, t("campaign-refused-why", kind=why))
