"""Schedule, line-up and team of an event, for who makes it."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks.making import AtDesk, AtEntry, AtLineup, AtTeam, Invite
from bot.callbacks.wire import short
from bot.screen import Screen, button, copy, link
from bot.screens.making import back
from bot.screens.parts import home, paragraphs, season, shorten
from bot.texts import Markup, Texts
from domain.lineups import Engaged, Lineup, Member
from domain.productions import Production
from domain.schedules import Entry
from domain.teams import Colleague, Team
from storage.enums import StaffRole

Row = list[InlineKeyboardButton]
_LONGEST_LABEL = 30
_MADE_BY_LINK = (StaffRole.STEWARD, StaffRole.SUPERVISOR, StaffRole.MARKETING, StaffRole.MANAGER)


def schedule(t: Texts, event: Production, entries: Sequence[Entry]) -> Screen:
    """What happens when, also what only the team sees."""
    lines = [_entry(t, event, entry) for entry in entries] or [t("schedule-empty")]
    text = paragraphs(t("schedule-head", title=event.title), "\n".join(lines))
    rows = [
        [
            button(
                t.plain(
                    "button-strike",
                    clock=t.clock(entry.starts_at, event.time_zone),
                    what=shorten(entry.title, _LONGEST_LABEL - 6),
                ),
                AtEntry(entry=entry.id),
            )
        ]
        for entry in entries
    ]
    new = button(t.plain("button-new-entry"), AtDesk(event=event.id, room="entry"))
    return Screen(text, [*rows, [new], back(t, event)])


def _entry(t: Texts, event: Production, entry: Entry) -> Markup:
    clock = t.clock(entry.starts_at, event.time_zone)
    if entry.ends_at is not None:
        clock += "–" + t.clock(entry.ends_at, event.time_zone)
    kind = t.plain(f"form-entry-kind-{entry.kind.value}")
    if entry.title.casefold() == kind.casefold():
        return t("schedule-line", clock=clock, what=entry.title)
    return t("schedule-entry", clock=clock, what=entry.title, kind=kind)


def lineup(t: Texts, event: Production, shown: Lineup) -> Screen:
    """Who shows and who walks, in order, each with the ways to move and to go."""
    parts = [
        t("lineup-head", title=event.title),
        _part(t, "lineup-collections", shown.collections),
        _part(t, "lineup-models", shown.models),
        "" if shown.collections or shown.models else t("lineup-empty"),
    ]
    rows = [
        [
            button(t.plain("button-member-up", name=_label(member)), _at(shown, member, "up")),
            button(t.plain("button-member-out"), _at(shown, member, "out")),
        ]
        for member in (*shown.collections, *shown.models)
    ]
    new = button(t.plain("button-new-member"), AtDesk(event=event.id, room="member"))
    return Screen(paragraphs(*parts), [*rows, [new], back(t, event)])


def _part(t: Texts, key: str, members: Sequence[Member]) -> str:
    if not members:
        return ""
    lines = [
        t("lineup-member", number=number, name=_full(t, member))
        for number, member in enumerate(members, 1)
    ]
    return "\n".join([t(key), *lines])


def _full(t: Texts, member: Member) -> str:
    shown = season(t, member.season, member.year)
    return ", ".join(part for part in (member.name, member.collection, shown) if part)


def _label(member: Member) -> str:
    return shorten(" · ".join(p for p in (member.name, member.collection) if p), _LONGEST_LABEL)


def member_label(t: Texts, member: Member) -> str:
    """Somebody as a choice."""
    return shorten(_full(t, member), 40)


def _at(shown: Lineup, member: Member, act: str) -> AtLineup:
    ids = {"event": short(shown.event_id), "member": short(member.id)}
    return AtLineup.model_validate({**ids, "act": act})


def engaged(t: Texts, notice: Engaged) -> Screen:
    """To a designer or a model: they are in a line-up."""
    facts = {
        "title": notice.title,
        "house": notice.house,
        "when": t.when(notice.starts_at, notice.time_zone),
    }
    if notice.collection:
        text = t("notice-lineup-collection", collection=notice.collection, **facts)
    else:
        text = t("notice-lineup-model", **facts)
    return Screen(text, [[home(t)]])


def team(t: Texts, event: Production, shown: Team) -> Screen:
    """Who works at the event, and how others come."""
    lines = [
        t("team-line", name=_name(t, each), role=t.plain(f"role-{each.role.value}"))
        for each in shown.colleagues
    ]
    text = paragraphs(
        t("team-title", title=event.title), "\n".join(lines) or t("team-empty"), t("team-how")
    )
    leave = [
        [button(t.plain("button-leave", name=_name(t, each)), _leaves(shown, each, surely=False))]
        for each in shown.colleagues
        if shown.own or each.role is not StaffRole.MANAGER
    ]
    invite = [
        button(
            t.plain("button-invite", role=t.plain(f"role-{role.value}")),
            Invite(event=event.id, role=role),
        )
        for role in _MADE_BY_LINK
        if shown.own or role is not StaffRole.MANAGER
    ]
    pairs = [invite[start : start + 2] for start in range(0, len(invite), 2)]
    return Screen(text, [*leave, *pairs, back(t, event)])


def leaving(t: Texts, event: Production, shown: Team, colleague: Colleague) -> Screen:
    """Shall they really go?"""
    role = t.plain(f"role-{colleague.role.value}")
    text = t("team-leaving", name=_name(t, colleague), role=role, title=event.title)
    yes = button(t.plain("button-leave-surely"), _leaves(shown, colleague, surely=True))
    no = button(t.plain("button-back"), AtDesk(event=event.id, room="team"))
    return Screen(text, [[yes], [no]])


def _leaves(shown: Team, colleague: Colleague, *, surely: bool) -> AtTeam:
    return AtTeam(
        event=short(shown.event_id),
        person=short(colleague.user_id),
        role=colleague.role,
        surely=surely,
    )


def invitation(
    t: Texts, event: Production, role: StaffRole, address: str, *, lasts: str
) -> Screen:
    """A link to pass on; `lasts` says how long it works."""
    part = t.plain(f"role-{role.value}")
    text = t("team-link", title=event.title, role=part, address=address, lasts=lasts)
    share = link(t.plain("button-share"), f"https://t.me/share/url?url={address}")
    to_team = button(t.plain("button-back"), AtDesk(event=event.id, room="team"))
    return Screen(text, [[share, copy(t.plain("button-copy-link"), address)], [to_team]])


def welcome(t: Texts, role: StaffRole) -> Screen:
    """To who has just joined a team."""
    return Screen(t("team-welcome", role=t.plain(f"role-{role.value}")), [[home(t)]])


def _name(t: Texts, colleague: Colleague) -> str:
    return shorten(colleague.name, 24) or t.plain("guest")
