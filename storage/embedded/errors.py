"""The one error of this package."""


class EmbeddedError(Exception):
    """The servers cannot be had. `str()` is one sentence for a person, with the way to mend it."""
