"""What an event says in the language of who reads it."""

from typing import Any

import pytest

from domain.wording import Words
from storage.ids import new_id

SEAT = new_id()
META: dict[str, Any] = {
    "texts": {
        "fr": {
            "description": "Une soirée de velours.",
            "types": {str(SEAT): {"name": "Place assise", "benefits": ["Un verre"]}},
        }
    }
}


def test_a_french_reader_reads_french() -> None:
    words = Words.of(META, "fr")
    assert words.text("description", "An evening of velvet.") == "Une soirée de velours."
    assert words.part("types", SEAT).text("name", "Seat") == "Place assise"
    assert words.part("types", SEAT).texts("benefits", ["A glass"]) == ("Un verre",)


def test_what_is_not_translated_is_read_in_english() -> None:
    for words in (Words.of(META, "en"), Words.of(META, "it"), Words.of({}, "fr")):
        assert words.text("description", "An evening of velvet.") == "An evening of velvet."
        assert words.part("types", SEAT).text("name", "Seat") == "Seat"
    assert Words.of(META, "fr").part("types", new_id()).texts("benefits", ["Tea"]) == ("Tea",)
    assert Words.of(META, "fr").text("subtitle", None) == ""


@pytest.mark.parametrize(
    "meta_data",
    [
        None,
        {"texts": None},
        {"texts": {"fr": "?"}},
        {"texts": {"fr": {"name": 3, "benefits": ["one", "two"], "types": []}}},
    ],
)
def test_what_has_the_wrong_shape_is_read_in_english(meta_data: Any) -> None:
    words = Words.of(meta_data, "fr")
    assert words.text("name", "Seat") == "Seat"
    assert words.texts("benefits", ["A glass"]) == ("A glass",)
    assert words.part("types", SEAT).text("name", "Seat") == "Seat"
