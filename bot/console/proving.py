"""The invariants of seats and money from the command line, counted again from the rows."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Final

from bot.console.keyring import progress_bar
from bot.console.owner import OPERATOR, owners
from bot.console.sentences import complain, say
from bot.console.stores import open_stores
from bot.settings import Settings
from domain import invariants
from domain.invariants import RULES, Finding

_SAYS: Final[Mapping[str, str]] = {
    "pools": (
        "Pool {pool} says {held} held and {sold} sold; by the orders and tickets it is"
        " {rows_held} and {rows_sold}."
    ),
    "sizes": (
        "Pool {pool} has {size} places, or {size_floor} by force; {held} held and {sold} sold do"
        " not fit."
    ),
    "limits": (
        "Person {person} counts {taken} of ticket type {type}; by their orders it is {rows_taken}."
    ),
    "totals": "Order {number} ({order}) asks for {total}; its lines come to {lines}.",
    "tickets": (
        "Order {number} ({order}) is {status} and for {quantity} of a type, but {tickets} tickets"
        " were made."
    ),
    "unpaid": (
        "Ticket {ticket} is {status}, but its order {number} is {order_status} or not for it."
    ),
    "books": (
        "Order {number} has {tickets} live tickets of type {type}; by the ledger it is {told}."
    ),
    "money": (
        "Order {number} ({order}) is {status}: {came} {currency} came, {back} went or is owed"
        " back; the ledger's tickets and kept fees come to {told}."
    ),
    "refunds": (
        "Payment {payment} was of {amount}; {back} of it went back, or in another currency or for"
        " another order."
    ),
    "states": "Order {number} ({order}) is {status}, which its money, {money}, cannot be.",
    "codes": (
        "Promo code {code} says that {used} tickets used it, of {budget}; by the orders it is"
        " {rows_used}."
    ),
    "redemptions": (
        "Order {number} ({order}) is {status}: its promo code counts {counts} and took {discount}"
        " off; by its lines it is {lines}."
    ),
}


def sentence(finding: Finding) -> str:
    """What does not agree, in words."""
    return _SAYS[finding.rule].format(**finding.facts)


def prove(settings: Settings, *, as_json: bool) -> int:
    """Say what of seats and money is not true, a sentence each; 0 only where all is."""
    with open_stores(settings, cache=False) as stores:

        async def look() -> Sequence[Finding]:
            found: list[Finding] = []
            async with owners(stores) as db, db.read(OPERATOR) as tx:
                with progress_bar("Counting", len(RULES)) as (bar, task):
                    async for some in invariants.look(tx.session):
                        found += some
                        bar.advance(task)
            return found

        findings = asyncio.run(look())
    if as_json:
        say(json.dumps({"rules": list(RULES), "findings": [_told(each) for each in findings]}))
    elif not findings:
        say(f"Seats and money agree: {len(RULES)} rules, counted again from the rows.")
    else:
        for each in findings:
            complain(sentence(each))
    return 1 if findings else 0


def _told(finding: Finding) -> dict[str, object]:
    facts = {name: str(value) for name, value in finding.facts.items()}
    return {"rule": finding.rule, "sentence": sentence(finding), "facts": facts}
