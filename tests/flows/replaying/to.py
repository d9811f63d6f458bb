"""Every button by its name, whichever room it belongs to."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from aiogram.filters.callback_data import CallbackData

import bot.callbacks

ROOMS = [
    import_module(f"{bot.callbacks.__name__}.{each.name}")
    for each in iter_modules(bot.callbacks.__path__)
]
EVERY = {
    each.__name__: each
    for room in ROOMS
    for each in vars(room).values()
    if isinstance(each, type) and issubclass(each, CallbackData) and each is not CallbackData
}


def __getattr__(name: str) -> Any:
    return EVERY[name]
