"""What stands for a value that cannot be read. Apart, for who only shows it."""


class Unreadable(str):
    """Stands for a value that cannot be read now or ever again; `Texts` says it in words."""

    __slots__ = ()


UNREADABLE = Unreadable("•••")
