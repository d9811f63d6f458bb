"""Who changed an event, for those who make it."""

from uuid import UUID

from bot.callbacks.making import AtDesk, ShowHistory, ShowVersions
from bot.callbacks.wire import short
from bot.screen import Screen, button
from bot.screens.fields import Telling
from bot.screens.parts import paragraphs, shorten
from bot.texts import Markup, Texts
from domain.histories import Change, Deed, Page, Part
from domain.productions import Production

_LONGEST = 40


def history(t: Texts, event: Production, page: Page, *, me: UUID, before: UUID | None) -> Screen:
    """A page of what changed, the last first."""
    how = Telling(t, event.time_zone, event.currency)
    told = [Markup("\n".join((_head(how, each, me), _what(how, each)))) for each in page.changes]
    text = paragraphs(t("history-title", title=event.title), *(told or [t("history-none")]))
    pager = []
    if before is not None:
        pager.append(button(t.plain("button-audit-newest"), ShowHistory(event=event.id)))
    if page.has_next:
        older = ShowHistory(event=event.id, before=short(page.changes[-1].id))
        pager.append(button(t.plain("button-older"), older))
    versions = button(t.plain("button-versions"), ShowVersions(scope="e", about=event.id))
    desk = button(t.plain("button-desk"), AtDesk(event=event.id))
    return Screen(text, [pager, [versions], [desk]])


def _head(how: Telling, change: Change, me: UUID) -> Markup:
    t = how.t
    if change.person == me:
        who = t.plain("history-you")
    elif change.who is None:
        who = nobody(t, change)
    else:
        who = change.who or t.plain("guest")
    return t("history-line", when=how.when(change.at), who=who)


def nobody(t: Texts, change: Change) -> str:
    """What did it, where nobody in the chat did."""
    return t.plain("rule-operator" if change.by_hand else "history-portal")


def _what(how: Telling, change: Change) -> Markup:
    t = how.t
    thing = t.plain(f"history-part-{Part(change.table).value}")
    deed = Deed(change.action)
    if deed is not Deed.UPDATE:
        name = change.new.get("name") or change.old.get("name") or change.new.get("title")
        if name:
            thing = t.plain("history-named", thing=thing, name=shorten(str(name), _LONGEST))
        return t(f"history-{deed.value}", thing=thing)
    fields = ", ".join(how.changes(change.table, change.old, change.new))
    return t(f"history-{deed.value}", thing=thing, fields=fields or "–")
