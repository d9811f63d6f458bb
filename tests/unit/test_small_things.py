"""Baskets, links, codes, names: the pure small things."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import links
from bot.clean import clean_name, clean_text
from domain.baskets import MOST_OF_ONE, MOST_TYPES, Basket
from domain.errors import NotAvailable
from domain.money import Money
from domain.payments import Invoice
from storage.security.codes import TicketCodes, digest, read_code, short_code

CODES = TicketCodes(b"k" * 32)
baskets = st.lists(st.integers(0, MOST_OF_ONE), max_size=MOST_TYPES).map(tuple).map(Basket)


@given(baskets)
def test_a_basket_survives_the_wire(basket: Basket) -> None:
    again = Basket.parse(basket.wire())
    assert dict(again.chosen()) == dict(basket.chosen())
    assert again.size == basket.size


@given(st.text(max_size=40))
def test_no_wire_breaks_a_basket(wire: str) -> None:
    assert all(0 <= count <= MOST_OF_ONE for _, count in Basket.parse(wire).chosen())


@given(st.uuids())
def test_an_event_link_leads_back_to_its_event(event: UUID) -> None:
    payload = links.event_link("bot", event).rpartition("=")[2]
    assert len(payload) <= 64
    link = links.read(payload)
    assert link is not None
    assert (link.kind, link.id) == ("event", event)


@given(st.text(max_size=70))
def test_no_payload_breaks_the_reading_of_links(payload: str) -> None:
    link = links.read(payload)
    assert link is None or link.id is None or isinstance(link.id, UUID)


@given(st.uuids(), st.uuids(), st.integers(0, 255))
def test_a_code_proves_its_ticket_event_and_generation(
    event: UUID, ticket: UUID, generation: int
) -> None:
    code = CODES.code(event, ticket, generation)
    assert len("t" + code) == 45
    claimed = read_code(code)
    assert claimed is not None
    assert claimed.id == ticket
    assert CODES.proves(claimed, event, generation)
    assert not CODES.proves(claimed, event, generation ^ 1)
    assert not CODES.proves(claimed, UUID(int=event.int ^ 1), generation)
    assert not TicketCodes(b"x" * 32).proves(claimed, event, generation)


@given(st.integers(0, 33 * 8 - 1))
def test_a_code_with_any_bit_flipped_proves_nothing(bit: int) -> None:
    from base64 import urlsafe_b64decode, urlsafe_b64encode

    event, ticket = UUID(int=1), UUID(int=2)
    raw = bytearray(urlsafe_b64decode(CODES.code(event, ticket, 1) + "="))
    raw[bit // 8] ^= 1 << bit % 8
    claimed = read_code(urlsafe_b64encode(bytes(raw)).rstrip(b"=").decode())
    assert claimed is None or not CODES.proves(claimed, event, 1)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_codes(code: str) -> None:
    claimed = read_code(code)
    assert claimed is None or not CODES.proves(claimed, UUID(int=1), 1)


def test_what_is_kept_of_a_code_is_not_the_code() -> None:
    assert digest("code") != "code"
    assert len(digest("code")) == 64
    assert len({short_code() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("payload", ["", ".", "x.1", "0" * 32 + ".x", "DROP TABLE", "é" * 20])
def test_an_invoice_of_nobody_is_not_available(payload: str) -> None:
    with pytest.raises(NotAvailable):
        Invoice.parse(payload)


@given(st.uuids(), st.integers(0, 10**6))
def test_an_invoice_fits_its_payload(order: UUID, attempt: int) -> None:
    invoice = Invoice(order, attempt)
    assert len(invoice.wire().encode()) <= 128
    assert Invoice.parse(invoice.wire()) == invoice


@given(st.integers(0, 10**9))
def test_money_goes_to_the_database_and_back(amount: int) -> None:
    money = Money(amount, "EUR")
    assert Money.of(money.major, "EUR") == money


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("  Giulia   Conti ", "Giulia Conti"),
        ("evil\u202etxt", "eviltxt"),
        ("a\u200bb", "ab"),
        ("Zoe\u0301", "Zoé"),
        ("H̸̡̪̯ͨ͊̽̅̾̎e", "H̸̡e"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("nul\x00l", "null"),
        ("\u200d", ""),
    ],
)
def test_names_show_what_they_say(given_name: str, shown: str) -> None:
    assert clean_name(given_name) == shown


@given(st.text())
def test_any_name_is_short_and_on_one_line(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= 64
    assert "\n" not in name
    assert "\x00" not in clean_text(text, 100)
