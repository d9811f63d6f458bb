"""Masks show the shape of a value and never enough to know whose it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.security import masks


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("Ada Okafor", "A••• O•••"),
        ("Jean-Luc de la Tour", "J••• d••• l•••"),
        ("Élise", "É•••"),
        ("E\u0301lise", "É•••"),
        ("Z\u0351\u0352\u0357\u0346algo", "Z\u0351\u0352•••"),
        ("X", "•••"),
        ("X Æ", "••• •••"),
        ("X\u0351\u0352\u0353", "•••"),
        ("محمد علي", "م••• ع•••"),
        ("\u202eAda\u202c", "A•••"),
        ("\u200b\u2060", "•••"),
        ("王小明", "王•••"),
        ("👩\u200d👩\u200d👧 Mum", "👩••• M•••"),
        ("\u0301\u0302\u0303", "•••"),
        ("A\x00da\udc80", "A•••"),
        ("  ", "•••"),
    ],
)
def test_a_name_shows_how_its_words_begin(name: str, mask: str) -> None:
    assert masks.of_name(name) == mask


@pytest.mark.parametrize(
    ("address", "mask"),
    [
        ("canary@example.org", "c•••@e•••.org"),
        ("c@x.it", "•••@•••.it"),
        ("ada@mail.house.co.uk", "a•••@m•••.uk"),
        ("ada@example.photography", "a•••@e•••.•••"),
        ("ada@localhost", "•••"),
        ("nobody", "•••"),
        ("@example.org", "•••@e•••.org"),
    ],
)
def test_an_address_shows_two_letters_and_its_end(address: str, mask: str) -> None:
    assert masks.of_email(address) == mask


@pytest.mark.parametrize(
    ("number", "mask"),
    [
        ("+48 601 234 522", "+48 ••• ••• 22"),
        ("39055123456", "+39 ••• ••• 56"),
        ("+1 202 555 0143", "+1 ••• ••• 43"),
        ("+351 21 123 45 67", "+351 ••• ••• 67"),
        ("+7 495 123 45 67", "+7 ••• ••• 67"),
        ("12", "•••"),
        ("call me", "•••"),
    ],
)
def test_a_number_shows_its_country_and_its_end(number: str, mask: str) -> None:
    assert masks.of_phone(number) == mask


@pytest.mark.parametrize(
    ("links", "mask"),
    [
        ("https://www.instagram.com/ada.okafor", "Instagram"),
        ("instagram.com/ada", "Instagram"),
        ("https://ada-okafor.example", "•••"),
        ("https://[bad", "•••"),
        (
            {
                "links": [
                    "https://vimeo.com/1",
                    "https://m.youtube.com/@ada",
                    "https://ada.example",
                ]
            },
            "Vimeo, YouTube, •••",
        ),
        ({"instagram": "@ada", "tiktok": "ada", "ada": "okafor"}, "Instagram, TikTok, •••"),
        ({"links": [], "own": None}, "•••"),
    ],
)
def test_links_show_networks_alone(links: object, mask: str) -> None:
    assert masks.of_links(links) == mask


@given(st.text(alphabet=st.characters(codec=None)))
def test_no_mask_of_any_text_is_long_or_more_than_its_letters_begin(text: str) -> None:
    for mask in (masks.of_name, masks.of_email, masks.of_phone, masks.of_links, masks.of_text):
        shown = mask(text)
        shown.encode()  # nothing that PostgreSQL would refuse
        assert 0 < len(shown) <= masks.LONGEST
        assert masks.HIDDEN in shown or shown in set(masks._NETWORKS.values())
        assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in shown)
