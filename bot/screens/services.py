"""Services: what the portal talks to, and how it is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import failures
from bot.callbacks.office import ShowOffice, ShowServices
from bot.screen import Screen, button
from bot.screens.parts import paragraphs
from bot.texts import Markup, Texts
from domain.services import Service
from storage.enums import ServiceStatus

_MINUTE = timedelta(minutes=1)


def services(t: Texts, known: Sequence[Service], *, now: datetime) -> Screen:
    """Every service, and where they are looked after."""
    lines = [_line(t, each, now) for each in known]
    text = paragraphs(t("services-title"), *(lines or [t("services-none")]), t("services-how"))
    refresh = button(t.plain("button-refresh"), ShowServices())
    return Screen(text, [[refresh], [button(t.plain("button-office"), ShowOffice())]])


def _line(t: Texts, service: Service, now: datetime) -> Markup:
    told = {"name": service.name, "kind": service.kind.value}
    match service.status:
        case ServiceStatus.ERROR:
            head = t("services-line-error", **told)
        case ServiceStatus.INACTIVE:
            head = t("services-line-inactive", **told)
        case _ if service.why:
            head = t("services-line-failing", **told)
        case _:
            head = t("services-line-active", **told)
    if service.checked_at is None:
        return Markup("\n".join((head, t("services-unheard"))))
    minutes = max(0, round((now - service.checked_at) / _MINUTE))
    lines = [head, t("services-heard", minutes=minutes)]
    if service.why:
        kind, number = failures.about(service.why)
        lines.append(t("services-fails", kind=kind, number=number, why=service.why))
    return Markup("\n".join(lines))
