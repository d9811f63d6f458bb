"""The first screen, and the words behind the commands."""

from bot.callbacks import Browse, ShowDoors, ShowOffice, ShowOrders, ShowTickets, SpeakLanguage
from bot.screen import Screen, button
from bot.screens.parts import home, paragraphs
from bot.texts import LOCALES, Texts
from domain.actors import Person

DOOR_ROLES = frozenset({"organizer", "staff"})


def menu(t: Texts, person: Person, *, tickets: int) -> Screen:
    """What this person can do here, and nothing else."""
    rows = [[button(t.plain("button-programme"), Browse())]]
    if tickets:
        rows.append([button(t.plain("button-my-tickets"), ShowTickets())])
    rows.append([button(t.plain("button-my-orders"), ShowOrders())])
    if person.roles & DOOR_ROLES:
        rows.append([button(t.plain("button-door"), ShowDoors())])
    if person.has("admin"):
        rows.append([button(t.plain("button-office"), ShowOffice())])
    others = [locale for locale in LOCALES if locale != t.locale]
    rows.append(
        [button(Texts(each).plain("language"), SpeakLanguage(locale=each)) for each in others]
    )
    held = t("menu-tickets", count=tickets) if tickets else ""
    return Screen(paragraphs(t("menu", name=person.name or t.plain("guest")), held), rows)


def words(t: Texts, key: str, **values: object) -> Screen:
    """A text with the way home."""
    return Screen(t(key, **values), [[home(t)]])


def instead(t: Texts, key: str, menu: Screen) -> Screen:
    """A sentence on what was not understood, over the buttons of the first screen."""
    return Screen(t(key), menu.rows)
