"""What had been sold before the demo started: real orders, payments, tickets and entries."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from bot.demo.keys import key_id
from bot.demo.people import PURCHASES
from bot.demo.rows import Tables, type_id
from bot.demo.shapes import Event, TicketType
from bot.demo.world import World
from storage.enums import (
    OrderStatus,
    PaymentState,
    PaymentStatus,
    ScanResult,
    TicketStatus,
)
from storage.ids import derived_id
from storage.security.codes import TicketCodes, digest, short_code

_CAME = 0.8
"""The share of guests who have come to a show that has begun."""

_LARGEST_ORDER = 3
_HALF_AN_HOUR = timedelta(minutes=30)


def sales(
    world: World, *, codes: TicketCodes, persons: Mapping[str, UUID], now: datetime
) -> Tables:
    """The rows; the steward scanned those who have come. Every quota's `sold` agrees with them.

    `persons` are the ids of the people of the chat page, by key.
    """
    rows = _Sales(world, codes, persons, now)
    for event in world.events:
        for kind in event.types:
            rows.sell(event, kind)
    return rows.finished()


class _Sales:
    def __init__(
        self, world: World, codes: TicketCodes, persons: Mapping[str, UUID], now: datetime
    ) -> None:
        self._world = world
        self._codes = codes
        self._persons = persons
        steward = next(person for person in world.people if person.role == "steward")
        self._steward = persons[steward.key]
        self._now = now
        self._random = Random("fashion week")
        self._taken: Counter[tuple[UUID, UUID]] = Counter()
        self._most: dict[UUID, int] = {}
        names = (
            *("orders", "order_lines", "payments", "tickets", "ledger_lines"),
            *("checkins", "user_quota"),
        )
        self._tables: Tables = {name: [] for name in names}

    def finished(self) -> Tables:
        """All rows, with what each guest has of each limited type."""
        self._tables["user_quota"] = [
            {"user_id": user, "ticket_type_id": kind, "taken": taken, "max": self._most[kind]}
            for (user, kind), taken in self._taken.items()
        ]
        return self._tables

    def sell(self, event: Event, kind: TicketType) -> None:
        """As many as were sold of one type, in orders of one to three."""
        self._most[type_id(event, kind.key)] = kind.max_per_person
        for guest, quantity in self._baskets(event, kind):
            self._order(event, kind, guest, quantity)

    def _baskets(self, event: Event, kind: TicketType) -> Iterator[tuple[UUID, int]]:
        left = kind.sold
        for bought in PURCHASES:
            if (bought.event, bought.kind) == (event.key, kind.key):
                left -= bought.quantity
                yield self._persons[bought.person], bought.quantity
        most = min(_LARGEST_ORDER, kind.max_per_person)
        guests = list(self._world.guests)
        self._random.shuffle(guests)
        for guest in guests * (left // len(guests) + 1):
            if not left:
                return
            user_id = key_id("guest", guest)
            taken = self._taken[user_id, type_id(event, kind.key)]
            quantity = min(left, self._random.randint(1, most), kind.max_per_person - taken)
            if quantity > 0:
                left -= quantity
                yield user_id, quantity
        if left:
            raise ValueError(f"too few guests for {event.key} {kind.key}")

    def _order(self, event: Event, kind: TicketType, guest: UUID, quantity: int) -> None:
        event_id, kind_id = key_id("event", event.key), type_id(event, kind.key)
        at = self._moment(kind.sale_start, min(self._now, event.starts_at))
        number = len(self._tables["orders"])
        order_id = derived_id(at, f"demo order {number}")
        total = Decimal(kind.price * quantity) / 100
        self._taken[guest, kind_id] += quantity
        self._tables["orders"].append(
            {
                "id": order_id,
                "user_id": guest,
                "status": OrderStatus.COMPLETED,
                "payment_status": PaymentStatus.PAID,
                "total_amount": total,
                "currency": event.currency,
                "event_id": event_id,
                "number": order_id.hex[-10:].upper(),
                "created_at": at,
                "updated_at": at,
            }
        )
        self._tables["order_lines"].append(
            {
                "order_id": order_id,
                "ticket_type_id": kind_id,
                "event_id": event_id,
                "quantity": quantity,
                "unit_price": Decimal(kind.price) / 100,
            }
        )
        self._tables["ledger_lines"].append(
            {
                "id": derived_id(at, f"demo ledger {order_id}"),
                "order_id": order_id,
                "event_id": event_id,
                "ticket_type_id": kind_id,
                "kind": "sold",
                "count": quantity,
                "unit_price": Decimal(kind.price) / 100,
                "currency": event.currency,
                "cause": order_id,
                "created_at": at,
            }
        )
        if total:
            self._pay(event, order_id, total, at)
        for place in range(quantity):
            self._ticket(event, kind_id, order_id, guest, place, at)

    def _pay(self, event: Event, order_id: UUID, total: Decimal, at: datetime) -> None:
        self._tables["payments"].append(
            {
                "id": derived_id(at, f"demo payment {order_id}"),
                "order_id": order_id,
                "amount": total,
                "currency": event.currency,
                "payment_method": "demo",
                "status": PaymentState.SUCCESSFUL,
                "transaction_id": f"demo-{order_id.hex}",
                "event_id": key_id("event", event.key),
                "created_at": at,
            }
        )

    def _ticket(
        self, event: Event, kind: UUID, order: UUID, guest: UUID, place: int, at: datetime
    ) -> None:
        event_id = key_id("event", event.key)
        ticket_id = derived_id(at, f"demo ticket {order} {place}")
        ours = guest in self._persons.values()
        came = event.starts_at <= self._now and (ours or self._random.random() < _CAME)
        self._tables["tickets"].append(
            {
                "id": ticket_id,
                "ticket_type_id": kind,
                "order_id": order,
                "user_id": guest,
                "status": TicketStatus.USED if came else TicketStatus.VALID,
                "purchase_date": at,
                "qr_code": digest(self._codes.code(event_id, ticket_id, 1)),
                "event_id": event_id,
                "generation": 1,
                "short_code": short_code(),
            }
        )
        if came:
            self._enter(event, ticket_id)

    def _enter(self, event: Event, ticket_id: UUID) -> None:
        at = self._moment(
            event.starts_at - _HALF_AN_HOUR, min(self._now, event.starts_at + _HALF_AN_HOUR)
        )
        self._tables["checkins"].append(
            {
                "id": derived_id(at, f"demo entry {ticket_id}"),
                "event_id": key_id("event", event.key),
                "ticket_id": ticket_id,
                "gate_id": key_id("gate", event.key),
                "staff_id": self._steward,
                "result": ScanResult.OK,
                "nonce": f"demo {ticket_id.hex}",
                "at": at,
            }
        )

    def _moment(self, after: datetime, before: datetime) -> datetime:
        return after + (before - after) * self._random.random()
