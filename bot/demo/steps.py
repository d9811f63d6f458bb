"""What the chat page offers to try: the story of a fashion week, step by step.

A step ticks itself off by what the bot is asked and what it answers, in whichever language the
person reads it: by callback data, and by texts as the portal's own files have them.
"""

import re
from collections.abc import Iterator
from functools import cache

from fluent.runtime.resolver import Pattern, Placeable, SelectExpression, TextElement

from bot.demo.buttons import PREFIXES
from bot.demo.people import PEOPLE
from bot.sandbox.server import Sign, Step
from bot.texts import LOCALES, bundle

RUSH, REFUSE, KILL = "rush", "refuse", "kill"
"""Actions: two hundred buyers; a campaign while Telegram answers 429; kill -9 of the portal."""

_ID = {person.key: person.telegram_id for person in PEOPLE}
_STOPS = f"^({PREFIXES['WantNews']}:0|{PREFIXES['StopNews']}(:|$))"
_TELLING = 12
"""Characters of a line that says which text it is of."""

_TAG = re.compile(r"<[^>]+>")


@cache
def spoken(key: str) -> str:
    """A pattern for the text `key` in any language: its longest line that never changes."""
    return "|".join(re.escape(_longest(locale, key)) for locale in LOCALES)


def _longest(locale: str, key: str) -> str:
    text = bundle(locale).get_message(key).value
    found = _line(_runs(text, choices=False))
    return found if len(found) >= _TELLING else _line(_runs(text, choices=True))


def _line(runs: Iterator[str]) -> str:
    lines = (_TAG.sub("", line).strip() for run in runs for line in run.splitlines())
    return max(lines, key=len, default="")


def _runs(value: object, *, choices: bool) -> Iterator[str]:
    """What never changes of a text; with `choices` also those, as they usually are."""
    match value:
        case Pattern():
            for element in value.elements:
                yield from _runs(element, choices=choices)
        case TextElement():
            yield value.value
        case Placeable(expression=SelectExpression(variants=variants)) if choices:
            usual = (each.value for each in variants if each.default)
            yield from (run for each in usual for run in _runs(each, choices=True))


def _taps(who: str, button: str, rest: str = "") -> Sign:
    """Somebody taps a button of this kind; `rest` is looked for in its fields."""
    ending = f":.*{rest}" if rest else "(:|$)"
    return Sign("taps", _ID[who], data=f"^{PREFIXES[button]}{ending}")


def _sends(who: str, form: str) -> Sign:
    """Somebody sends a guided dialog off."""
    return Sign("taps", _ID[who], data=f"^{PREFIXES['Move']}:{form}:[^:]*:send")


def _reads(who: str, *keys: str, qr: bool = False) -> Sign:
    """Somebody reads one of the texts `keys`, or a picture with a code."""
    return Sign("reads", _ID[who], text="|".join(map(spoken, keys)), qr=qr)


def _step(key: str, who: str, title: str, hint: str, *signs: Sign) -> Step:
    return Step(key, title, hint, _ID[who], signs)


def steps() -> tuple[Step, ...]:
    """The steps in their order."""
    return (
        _step(
            "buy",
            "giulia",
            "Buy a seat, get the QR",
            "As Giulia: Start, choose a show of tonight, one seat, hold it and pay.",
            _taps("giulia", "Reserve"),
            _reads("giulia", qr=True),
        ),
        _step(
            "scan",
            "giulia",
            "Scan it at the door",
            "On Giulia’s ticket press “Scan as …” and choose Jonas, who keeps the door.",
            Sign("scans", _ID["jonas"], data=r"start=t"),
            _reads("jonas", "scan-ok"),
        ),
        _step(
            "again",
            "giulia",
            "Scan it again",
            "The same code a second time: Jonas learns when it was let in, and by whom.",
            _reads("jonas", "scan-already-redeemed"),
        ),
        _step(
            "find",
            "camille",
            "Find a name that is misspelt",
            "As Camille: write “Casa Ortenzia”, with that slip, to the bot.",
            Sign("says", _ID["camille"], text=r"^(?!.*ortensia).*\bort"),
            Sign("reads", _ID["camille"], text="Ortensia"),
        ),
        _step(
            "follow",
            "camille",
            "Follow the designer",
            "As Camille: open the designer that was found, and press follow.",
            Sign("taps", _ID["camille"], data=f"^{PREFIXES['Follow']}:[^:]+:[^:]+:1"),
        ),
        _step(
            "designer",
            "camille",
            "Register as a designer",
            "As Camille: /register, A designer, answer question by question, send it.",
            _sends("camille", "designer"),
            _reads("camille", "form-designer-done"),
        ),
        _step(
            "model",
            "giulia",
            "Register as a model",
            "As Giulia: /register, A model; a height like 5'9\" is understood too.",
            _sends("giulia", "model"),
            _reads("giulia", "form-model-done"),
        ),
        _step(
            "approve",
            "eleanor",
            "Let somebody in",
            "As Eleanor: /approvals, open a registration, approve it; they are told at once.",
            _taps("eleanor", "Approve"),
            _reads("eleanor", "approval-approved"),
        ),
        _step(
            "masked",
            "eleanor",
            "See the same guest masked",
            f"As Eleanor: /people, send {_ID['giulia']}; tap Name, and say why you look.",
            _reads("eleanor", "form-look-done"),
        ),
        _step(
            "event",
            "marta",
            "Make an evening of your own",
            "As Marta: /new, answer the questions, add a ticket type, publish.",
            _taps("marta", "AtDesk", "publish"),
        ),
        _step(
            "broadcast",
            "marta",
            "Write to your followers",
            "As Marta: /broadcast, a message to followers, launch it, and watch the bar.",
            _taps("marta", "Steer", "launch"),
            _reads("marta", "campaign-sent"),
        ),
        _step(
            "stop",
            "giulia",
            "No more news",
            "As Giulia: a tap under Marta’s message, or in /settings, ends it.",
            Sign("taps", _ID["giulia"], data=_STOPS),
        ),
        _step(
            "reminder",
            "giulia",
            "The reminder comes",
            "As Marta: My evenings, More, The Slow March, Change, Start in 20 hours."
            " Giulia hears.",
            _reads("giulia", "reminder-caption", qr=True),
        ),
        _step(
            "line",
            "camille",
            "Wait for what is sold out",
            "As Camille: Bias, wait for 2 together. As Ottavia: /orders, Bias, give both back.",
            _taps("camille", "JoinLine"),
            _taps("ottavia", "ReallyGiveBack"),
            _reads("camille", "offer-made", "offer-fewer"),
        ),
        _step(
            "word",
            "giulia",
            "Ask the house first",
            "As Giulia: Undici, ask for the front row. As Marta: /mine, Undici, say yes to her.",
            _taps("giulia", "Reserve"),
            _taps("marta", "Decide", "1$"),
            _reads("giulia", "notice-order-approved"),
        ),
        Step(
            "rush",
            "A rush of two hundred",
            "Two seats are left of one show, and two hundred people press at once.",
            _ID["giulia"],
            (),
            action=RUSH,
            label="Open the gates",
        ),
        Step(
            "refused",
            "A campaign meets 429",
            "As Marta: 200 readers come, her message leaves, Telegram asks it to wait.",
            _ID["marta"],
            (),
            action=REFUSE,
            label="Let it leave",
        ),
        Step(
            "killed",
            "kill -9 while it leaves",
            "The worker dies in the middle and is started again: nobody gets the message twice.",
            _ID["marta"],
            (),
            action=KILL,
            label="Kill the worker",
        ),
    )
