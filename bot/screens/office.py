"""What an administrator sees first."""

from dataclasses import asdict

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
from bot.screens.parts import home
from bot.texts import Texts
from domain.office import Numbers


def overview(t: Texts, numbers: Numbers) -> Screen:
    """The portal at a glance."""
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
    return Screen(t("office", **asdict(numbers)), rows)
