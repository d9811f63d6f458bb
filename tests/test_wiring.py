"""Every button has somebody who answers it, and fits the wire."""

import inspect
from enum import StrEnum
from typing import Literal, get_args, get_origin
from uuid import UUID

import pytest
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter

import handlers
from bot.callbacks.wire import short
from bot.visit import Visit
from domain import filters, search
from domain.baskets import MOST_OF_ONE, MOST_TYPES, Basket
from tests.flows.replaying import to

BUTTONS = list(to.EVERY.values())
LONGEST = {
    UUID: UUID(int=2**128 - 1),
    bool: True,
    int: 99_999_999,
}
SHORT = frozenset({"event", "member", "person", "about", "before"})
"""Ids of 22 characters, where two stand on one button."""
NAMED = {
    "of": "x" * filters.LONGEST,
    "back": "x" * filters.LONGEST,
    "month": "2026-12",
    "part": "price",
    "words": "x" * search.LONGEST,
    "page": filters.LAST_PAGE,
    "key": "x" * 32,
    "at": "page",
}
"""The longest values of fields that are not of a type alone."""


def longest(button: type[CallbackData]) -> CallbackData:
    """The button with the longest values it can carry."""
    values = {}
    for name, field in button.model_fields.items():
        if name == "basket":
            values[name] = Basket((MOST_OF_ONE,) * MOST_TYPES).wire()
        elif name in NAMED:
            values[name] = NAMED[name]
        elif field.annotation in LONGEST:
            values[name] = LONGEST[field.annotation]
        elif get_origin(field.annotation) is Literal:
            values[name] = max(get_args(field.annotation), key=len)
        elif inspect.isclass(field.annotation) and issubclass(field.annotation, StrEnum):
            values[name] = max(field.annotation, key=len)
        elif name in SHORT:
            values[name] = short(UUID(int=2**128 - 1))
        elif field.is_required():
            values[name] = "en"
    return button.model_construct(**values)


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.__name__)
def test_a_button_fits_sixty_four_bytes(button: type[CallbackData]) -> None:
    assert len(longest(button).pack().encode()) <= 64


def test_every_button_has_a_handler_and_no_two_share_a_prefix() -> None:
    answered = {
        filter_.callback.callback_data
        for router in handlers.routers()
        for handler in router.callback_query.handlers
        for filter_ in handler.filters or ()
        if isinstance(filter_.callback, CallbackQueryFilter)
    }
    assert set(BUTTONS) <= answered
    assert len({button.__prefix__ for button in BUTTONS}) == len(BUTTONS)


def test_handlers_ask_only_for_what_they_are_given() -> None:
    given = {"visit", "callback_data", "command", "state", "bot", "raw_state"}
    for router in (*handlers.routers(), *handlers.express()):
        observers = (
            router.message,
            router.callback_query,
            router.inline_query,
            router.pre_checkout_query,
        )
        for observer in observers:
            for handler in observer.handlers:
                _first, *rest = inspect.signature(handler.callback).parameters.values()
                assert {each.name for each in rest} <= given, handler.callback
                for each in rest:
                    assert each.name != "visit" or each.annotation in {Visit, "Visit"}


def test_filters_are_async() -> None:
    """aiogram runs plain ones in threads."""
    for router in (*handlers.routers(), *handlers.express()):
        for observer in (router.message, router.callback_query, router.pre_checkout_query):
            for handler in observer.handlers:
                for filter_ in handler.filters or ():
                    assert filter_.awaitable, (handler.callback, filter_.callback)
