"""What a letter calls its reader, in its subject and in its words."""

from uuid import UUID

import pytest

from bot.screens import letters
from bot.texts import Texts
from domain.campaigns import Campaign, Content
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
