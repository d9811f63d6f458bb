"""The house rules: how they stand, one of them with what it was."""

from collections.abc import Iterator, Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks.office import ChangeRule, ShowOffice, ShowRule, ShowRules
from bot.screen import Screen, button
from bot.screens.parts import paragraphs, shorten
from bot.texts import Markup, Texts
from domain.house_rules import Rule
from domain.rulings import Decision, Standing

_ZONE = "UTC"
_LONGEST_REASON = 160
_IN_A_ROW = 5
_WAYS_BACK = 3


def rules(t: Texts, standing: Sequence[Standing]) -> Screen:
    """How all of them stand, with a button for each."""
    lines = [
        t("rules-line", number=number, rule=t.plain(f"rule-{each.rule.name}"), value=_now(t, each))
        for number, each in enumerate(standing, 1)
    ]
    numbers = [
        button(str(number), ShowRule(rule=each.id)) for number, each in enumerate(standing, 1)
    ]
    rows = [numbers[at : at + _IN_A_ROW] for at in range(0, len(numbers), _IN_A_ROW)]
    text = paragraphs(t("rules-title"), Markup("\n".join(lines)), t("rules-hint"))
    return Screen(text, [*rows, [button(t.plain("button-office"), ShowOffice())]])


def rule(t: Texts, standing: Standing, told: Sequence[Decision]) -> Screen:
    """One of them: what is in force, what is possible, and what it was."""
    each = standing.rule
    text = paragraphs(
        t("rule-head", rule=t.plain(f"rule-{each.name}"), what=t.plain(f"rule-what-{each.name}")),
        t(
            "rule-stands",
            value=_now(t, standing),
            usual=amount(t, each, each.usual),
            low=str(each.lowest),
            high=amount(t, each, each.highest),
        ),
        Markup("\n".join((t("rule-history"), *_lines(t, each, told)))),
    )
    rows = [
        [button(t.plain("button-rule-change"), ChangeRule(rule=standing.id))],
        *([way] for way in _ways_back(t, standing, told)),
        [button(t.plain("button-rules"), ShowRules())],
    ]
    return Screen(text, rows)


def amount(t: Texts, rule: Rule, value: int) -> str:
    """A value with its unit, such as 15 minutes."""
    return t.plain("rule-value", value=value, unit=rule.unit.value)


def _now(t: Texts, standing: Standing) -> str:
    return amount(t, standing.rule, standing.value)


def _ways_back(
    t: Texts, standing: Standing, told: Sequence[Decision]
) -> Iterator[InlineKeyboardButton]:
    """Buttons to what it was before, the last first, each once."""
    earlier = dict.fromkeys(each.before for each in told)
    earlier.pop(standing.value, None)
    for value in list(earlier)[:_WAYS_BACK]:
        label = t.plain("button-rule-back", value=amount(t, standing.rule, value))
        yield button(label, ChangeRule(rule=standing.id, to=value))


def _lines(t: Texts, rule: Rule, told: Sequence[Decision]) -> Iterator[Markup]:
    if not told:
        yield t("rule-never")
    for each in told:
        line = t(
            "rule-line",
            when=t.plain("when", day=t.long_day(each.at.date()), clock=t.clock(each.at, _ZONE)),
            who=_who(t, each),
            before=str(each.before),
            value=amount(t, rule, each.value),
        )
        if each.reason:
            line = t("rule-because", line=line, reason=shorten(each.reason, _LONGEST_REASON))
        yield line


def _who(t: Texts, decision: Decision) -> str:
    if decision.who is None:
        return t.plain("rule-operator")
    return decision.who or t.plain("history-you")
