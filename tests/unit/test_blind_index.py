"""One spelling for each e-mail address and phone number, and what it is found again by."""

import unicodedata

import pytest

from storage.security.blind import blind_index, canonical_email, canonical_phone

KEY = b"b" * 32


@pytest.mark.parametrize(
    "spelling",
    [
        "Élise@Example.com",
        unicodedata.normalize("NFD", "Élise@example.com"),
        "  ÉLISE@EXAMPLE.COM\u00a0",
        "élise@ｅｘａｍｐｌｅ.com",
    ],
)
def test_an_address_is_one_in_every_spelling(spelling: str) -> None:
    assert canonical_email(spelling) == "élise@example.com"


@pytest.mark.parametrize(
    "spelling", ["+39 055 123456", "0039 055 123456", "39055123456", "+39 (055) 12-34.56"]
)
def test_a_number_is_one_in_every_spelling(spelling: str) -> None:
    assert canonical_phone(spelling) == "+39055123456"


@pytest.mark.parametrize("text", ["", "+", "12345", "+39 call me", "1" * 16, "+٣٩٠٥٥١٢٣٤٥٦x"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="phone"):
        canonical_phone(text)


def test_the_index_is_of_its_key_and_value_alone() -> None:
    index = blind_index(KEY, "a@example.com")
    assert len(index) == 16
    assert index == blind_index(KEY, "a@example.com")
    assert index not in {
        blind_index(KEY, "b@example.com"),
        blind_index(b"c" * 32, "a@example.com"),
    }
