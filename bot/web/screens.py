"""The pages of who works here, in words."""

from collections.abc import Sequence
from datetime import datetime

from bot.texts import Texts
from bot.web.address import WebAddress
from bot.web.agents import device_name, device_note
from bot.web.pages import Entry, Form, Line, Page, Part
from domain.errors import DomainError, LinkExpired, LinkUsed
from domain.passwords import LEAST
from domain.profiles import Profile
from domain.sessions import Device, Devices, Visitor, Work
from storage.enums import StaffRole
from storage.security.unreadable import Unreadable


def sign_in(t: Texts, *, email: str = "", alert: str = "") -> Page:
    """Address and password, or the way to the chat for a link."""
    entries = (
        Entry("email", t.plain("web-email"), "username", "email", email),
        Entry("password", t.plain("web-password"), "current-password", "password"),
    )
    return Page(
        t.plain("web-sign-in"),
        (t.plain("web-sign-in-words"),),
        eyebrow=t.plain("web-staff"),
        alert=alert,
        form=Form(t.plain("web-button-sign-in"), entries=entries),
        chat=True,
    )


def link(t: Texts) -> Page:
    """A link that works: one button."""
    return Page(
        t.plain("web-link"),
        (t.plain("web-link-words"),),
        eyebrow=t.plain("web-staff"),
        form=Form(t.plain("web-button-sign-in")),
    )


def dead_link(t: Texts, error: DomainError) -> Page:
    """A link that works no more, or never did."""
    match error:
        case LinkUsed():
            words = t.plain("web-link-used")
        case LinkExpired():
            words = t.plain("web-link-expired")
        case _:
            words = t.plain("web-link-unknown")
    return Page(t.plain("web-link-over"), (words,), chat=True)


def password(t: Texts, *, email: str, alert: str = "") -> Page:
    """A new password, twice; the address is there for who keeps passwords."""
    entries = [
        Entry("password", t.plain("web-new-password"), "new-password", "password"),
        Entry("again", t.plain("web-password-again"), "new-password", "password"),
    ]
    if email:
        shown = Entry("email", t.plain("web-email"), "username", "email", email, is_fixed=True)
        entries.insert(0, shown)
    return Page(
        t.plain("web-choose-password"),
        (t.plain("web-password-words", least=LEAST),),
        eyebrow=t.plain("web-staff"),
        alert=alert,
        form=Form(t.plain("web-button-keep"), entries=entries),
    )


def password_set(t: Texts, address: WebAddress) -> Page:
    """It is set; everything is signed out."""
    return Page(
        t.plain("web-password-set"),
        (t.plain("web-password-set-words"),),
        ways=((t.plain("web-sign-in"), address.path("/sign-in")),),
        chat=True,
    )


def refusal(t: Texts, error: DomainError) -> str:
    """Why something that was typed will not do."""
    return t.plain(f"error-{type(error).__name__}", **getattr(error, "__dict__", {}))


def home(
    t: Texts,
    address: WebAddress,
    visitor: Visitor,
    me: Profile,
    work: Sequence[Work],
    devices: Devices,
    now: datetime,
) -> Page:
    """Who I am, where I work, where I am signed in."""
    name = None if isinstance(me.name, Unreadable) else me.name
    names = {
        "admin": t.plain("web-role-admin"),
        "organizer": t.plain("web-role-organizer"),
    }
    roles = [name for role, name in names.items() if visitor.person.has(role)]
    evenings = [
        Line(each.title, t.when(each.starts_at, each.time_zone), _part_in(t, each.role))
        for each in work
    ]
    others = [each for each in devices.sessions if each.id != visitor.session_id]
    lines = [_device(t, address, each, now, here=each not in others) for each in devices.sessions]
    out = Form(t.plain("web-button-others"), address.path("/devices/end-others"), is_quiet=True)
    return Page(
        t.plain("web-hello", name=name) if name else t.plain("web-hello-nobody"),
        (t.plain("web-home-words"),),
        eyebrow=" · ".join(roles) or t.plain("web-role-staff"),
        parts=(
            Part(t.plain("web-evenings"), evenings, t.plain("web-no-evenings")),
            Part(t.plain("web-devices"), lines, form=out if others else None),
        ),
        chat=True,
        leave=Form(t.plain("web-button-out"), address.path("/sign-out"), is_quiet=True),
    )


def _part_in(t: Texts, role: StaffRole | None) -> str:
    return t.plain("web-own") if role is None else t.plain(f"role-{role}")


def _device(t: Texts, address: WebAddress, device: Device, now: datetime, *, here: bool) -> Line:
    end = Form(t.plain("web-button-end"), address.path(f"/devices/{device.id}/end"), is_quiet=True)
    return Line(
        device_name(t, device.agent),
        device_note(t, device, now),
        t.plain("web-here") if here else "",
        None if here else end,
    )
