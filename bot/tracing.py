"""The way to an error, told without what a person may have typed."""

import traceback

_WRONG_STATEMENT = "42"


def where(error: BaseException | None) -> str:
    """The way to an error and to those behind it, and their kinds, without their messages.

    What the database says about a statement itself is said: it names columns, no values.
    """
    told: list[str] = []
    while error is not None:
        frames = traceback.format_tb(error.__traceback__, limit=-8)
        told.append("".join(frames) + type(error).__qualname__ + _of_the_schema(error))
        error = error.__cause__ or error.__context__
    return "\n\n".join(reversed(told))


def _of_the_schema(error: BaseException) -> str:
    state = getattr(error, "sqlstate", None) or ""
    return f": {getattr(error, 'message', '')}" if state.startswith(_WRONG_STATEMENT) else ""
