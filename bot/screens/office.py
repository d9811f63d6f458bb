"""What an administrator sees first."""

from dataclasses import asdict
from datetime import datetime

from bot.callbacks.office import (
    FindPerson,
    ShowApprovals,
    ShowAudit,
    ShowIncidents,
    ShowOffice,
    ShowRequests,
    ShowRules,
    ShowServices,
    ShowUndelivered,
)
from bot.screen import Screen, button
from bot.screens.parts import home, minute_after, paragraphs
from bot.texts import Texts
from domain.office import Numbers

_ZONE = "UTC"


def overview(t: Texts, numbers: Numbers, *, silence: datetime | None) -> Screen:
    """The portal at a glance; `silence`: until when Telegram wants nothing sent."""
    refresh = button(t.plain("button-refresh"), ShowOffice())
    waiting = button(t.plain("button-approvals"), ShowApprovals())
    people = button(t.plain("button-find-person"), FindPerson())
    audit = button(t.plain("button-audit"), ShowAudit())
    asked = button(t.plain("button-requests"), ShowRequests())
    wrong = button(t.plain("button-incidents"), ShowIncidents())
    others = button(t.plain("button-services"), ShowServices())
    rules = button(t.plain("button-rules"), ShowRules())
    lost = button(t.plain("button-undelivered-count", count=numbers.dead), ShowUndelivered())
    rows = [[waiting], [people], [audit], [asked], [wrong], [lost] if numbers.dead else []]
    rows += [[others], [rules], [refresh], [home(t)]]
    held = "" if silence is None else t("office-silence", until=minute_after(t, silence, _ZONE))
    return Screen(paragraphs(t("office", **asdict(numbers)), held), rows)
