"""What a letter calls its reader, in its subject and in its words, and how it is shown before."""

from dataclasses import replace
from uuid import UUID

import pytest

from bot.screens import campaigns, letters
from bot.steps.formatted import plain_of
from bot.texts import Texts
from domain.campaigns import LONGEST, Campaign, Content, Link
from domain.emails import Receiver
from storage.enums import CampaignAudience, CampaignPurpose, CampaignStatus, CampaignType

CAMPAIGN = Campaign(
    id=UUID(int=1),
    name="Dear {first_name}, come.",
    status=CampaignStatus.ACTIVE,
    purpose=CampaignPurpose.MARKETING,
    audience=CampaignAudience.FOLLOWERS,
    city=None,
    event_id=None,
    event_title="",
    house=UUID(int=2),
    created_by=None,
    starts_at=None,
    launched_at=None,
    queued=True,
    content=Content("Dear {first_name}, come.", subject="{first_name}, an evening of couture"),
    bar=None,
    channel=CampaignType.EMAIL,
)


@pytest.mark.parametrize(
    ("locale", "name", "called"),
    [
        ("en", "Ines", "Ines"),
        ("en", "D&G", "D&G"),
        ("en", None, "guest"),
        ("fr", None, "invité(e) de la maison"),
        ("it", None, "ospite"),
    ],
)
def test_a_reader_is_called_by_their_name_and_who_has_none_a_guest(
    locale: str, name: str | None, called: str
) -> None:
    letter = letters.campaign(
        Texts(locale),
        CAMPAIGN,
        to=Receiver("somebody@example.org", b"index"),
        name=name,
        opt_out="",
        username="portal_bot",
        id="1",
    )
    assert letter.subject == f"{called}, an evening of couture"
    assert f"Dear {called}, come." in letter.text


def previews(written: Campaign, locale: str = "en"):
    return campaigns.previews(Texts(locale), written, username="portal_bot", name="Ines")


def letter_of(written: Campaign, opt_out: str):
    return letters.campaign(
        Texts("en"),
        written,
        to=Receiver("somebody@example.org", b"index"),
        name="Ines",
        opt_out=opt_out,
        username="portal_bot",
        id="1",
        counted=False,
    )


@pytest.mark.parametrize(
    ("purpose", "out"), [(CampaignPurpose.MARKETING, True), (CampaignPurpose.SERVICE, False)]
)
def test_a_preview_reads_as_the_letter_that_leaves(purpose: CampaignPurpose, out: bool) -> None:
    content = replace(CAMPAIGN.content, links=(Link("e1", "Silk & Night"),))
    written = replace(CAMPAIGN, content=content, purpose=purpose)
    [shown] = previews(written)
    letter = letter_of(written, "https://example.org/out" if out else "")
    assert not shown.rows
    assert plain_of(shown.text).startswith(f"Subject: {letter.subject}\n\nDear Ines, come.")
    assert '<a href="https://t.me/portal_bot?start=e1">Silk &amp; Night</a>' in shown.text
    assert "Silk & Night: https://t.me/portal_bot?start=e1" in letter.text
    for words in ("You get this letter because", "No more such letters"):
        assert (words in plain_of(shown.text)) is (words in letter.text) is out


@pytest.mark.parametrize("locale", ["en", "fr", "it"])
def test_a_letter_too_long_for_one_message_is_shown_in_several(locale: str) -> None:
    """The text alone may be as long as a message, and subject and way out stand beside it."""
    long = replace(CAMPAIGN, content=replace(CAMPAIGN.content, text="x" * LONGEST))
    shown = previews(long, locale)
    assert len(shown) == 3
    assert all(len(plain_of(each.text)) <= LONGEST for each in shown)
