"""Which known word a misspelt one may have meant."""

from collections.abc import Sequence

_SHORT, _LONG = 4, 8


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word with the fewest mistakes, the first of equals; None where all are far.

    A mistake is a letter too many, missing, wrong, or changed with its neighbour. A word of four
    letters may have one, up to eight two, a longer one three. Also the beginning of a known word
    counts, so that nobody has to write a long name to its end.
    """
    allowed = 1 if len(word) <= _SHORT else 2 if len(word) <= _LONG else 3
    best = min(known, key=lambda each: _far(word, each), default=None)
    return best if best is not None and _far(word, best) <= allowed else None


def _far(word: str, known: str) -> int:
    whole = mistakes(word, known)
    if len(word) < _SHORT or len(known) <= len(word):
        return whole
    return min(whole, 1 + mistakes(word, known[: len(word)]))


def mistakes(a: str, b: str) -> int:
    """The fewest mistakes that make `b` of `a`."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
