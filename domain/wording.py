"""What an event says, in the language of who reads it.

The columns hold English. `meta_data.texts` holds the other languages: for each locale the fields
that were translated, and under `types` and `schedule` the fields of those rows by their id. What
is not there is read in English. Titles, houses and brands are names and have no translation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

BASE = "en"
"""The language of the columns."""


@dataclass(frozen=True, slots=True)
class Words:
    """The translated fields of one row; `of` takes them from its `meta_data`."""

    fields: Mapping[str, Any]

    @classmethod
    def of(cls, meta_data: Mapping[str, Any] | None, locale: str) -> Self:
        """The words of a row in `locale`, none for a row that was not translated."""
        return cls(_mapping(_mapping(_mapping(meta_data).get("texts")).get(locale)))

    def part(self, kind: str, part_id: UUID) -> "Words":
        """The words of a row that belongs to this one: `types` or `schedule` of an event."""
        return Words(_mapping(_mapping(self.fields.get(kind)).get(str(part_id))))

    def text(self, field: str, base: str | None) -> str:
        """The field in this language, otherwise `base`."""
        said = self.fields.get(field)
        return said if isinstance(said, str) and said else base or ""

    def texts(self, field: str, base: Sequence[str]) -> Sequence[str]:
        """A list of texts in this language; one of another length is not trusted."""
        said = self.fields.get(field)
        if isinstance(said, list) and len(said) == len(base):
            return tuple(str(each) for each in said)
        return tuple(base)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
