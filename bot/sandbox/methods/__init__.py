"""The Bot API's methods, one module an area."""

from importlib import import_module

_MODULES = (
    "account",
    "chatting",
    "commands",
    "editing",
    "inline",
    "media",
    "payments",
    "polls",
    "rooms",
    "sending",
    "updating",
)


def load() -> None:
    """Fill the registry: each module adds its methods when it is imported."""
    for name in _MODULES:
        import_module(f"{__name__}.{name}")
