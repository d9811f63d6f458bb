"""Who runs the portal finds a person, sees them masked, and reads one thing for a reason."""

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.office import FindPerson, LookAt, ShowPerson
from bot.callbacks.wire import Move
from domain import house_rules
from domain.dossiers import Detail
from storage.security.blind import canonical_email, canonical_phone
from tests.factories import Owner, make_event
from tests.flows.buying import holds
from tests.guest import labels, said
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.visitor import Message, Visitor, a_visitor, an_administrator

NEUTRAL = "not for you to see"
PHONE = "+48 601 234 522"
LOOKS = "SELECT * FROM audit_logs WHERE category = 'reveal' ORDER BY id"


async def with_a_phone(owner: Owner, portal: Portal, visitor: Visitor) -> None:
    """A guest whose number and links the house knows."""
    person = await portal.user_id(owner, visitor.guest)
    sealed = await VAULT.seal(person, "users", "phone_number", person, PHONE)
    await owner.connection.execute(
        "UPDATE users SET phone_number = $2, phone_number_mask = '+48 ••• ••• 22',"
        " phone_index = $3 WHERE id = $1",
        person,
        sealed,
        await VAULT.blind("users", "phone_number", canonical_phone(PHONE)),
    )


async def presses(visitor: Visitor, act: CallbackData, screen: Message) -> str:
    """What the alert says when somebody sends a button's words that they were never given."""
    pressed = await visitor.guest.tap_data(screen["message_id"], act.pack())
    return str(pressed.get("text") or "")


async def test_a_guest_is_found_and_read_for_a_reason(portal: Portal, owner: Owner):
    await make_event(owner, types={"Standing": ("45.00", 10)})
    giulia = await a_visitor(portal, "Giulia Conti")
    await holds(portal, giulia.guest, "Velvet Hour", places=1)
    await with_a_phone(owner, portal, giulia)
    ada = await an_administrator(owner, portal)

    await ada.says("/admin")
    await ada.guest.tap("Find a person")
    answer = await ada.says("0000000000")
    assert "nobody by that" in said(answer)
    card = await ada.says((await owner.value("SELECT number FROM orders")).lower())
    assert "G••• C•••" in said(card)
    assert "+48 ••• ••• 22" in said(card)
    assert "Nobody has looked" in said(card)
    assert "Giulia" not in said(card)
    assert "601" not in said(card)
    assert {"Name", "Phone", "Name on Telegram"} <= set(labels(card))
    assert "E-mail" not in labels(card)  # she never told one

    await ada.guest.tap("Phone")
    refused = await ada.says("x")
    assert "Please say why" in said(refused)
    assert await owner.fetch(LOOKS) == []
    shown = await ada.says("She lost her phone and asks us to ring the other one")
    assert PHONE in said(shown)
    assert "Noted" in said(shown)
    [look] = await owner.fetch(LOOKS)
    assert (look["user_id"], look["entity_id"]) == (
        await portal.user_id(owner, ada.guest),
        await portal.user_id(owner, giulia.guest),
    )
    card = await ada.taps("Back to the card")
    assert "you · Phone · “She lost her phone" in said(card)
    assert PHONE not in said(card)


async def test_a_guest_is_found_by_whatever_they_can_say(portal: Portal, owner: Owner):
    await make_event(owner, types={"Standing": ("0.00", 10)})
    giulia = await a_visitor(portal, "Giulia Conti")
    await with_a_phone(owner, portal, giulia)
    person = await portal.user_id(owner, giulia.guest)
    await owner.connection.execute(
        "UPDATE users SET email_index = $2 WHERE id = $1",
        person,
        await VAULT.blind("users", "email", canonical_email("Giulia@Example.org")),
    )
    ada = await an_administrator(owner, portal)
    for asked in ("+48 601-234-522", " giulia@EXAMPLE.org", str(giulia.guest.id), str(person)):
        await ada.says("/people")
        assert "G••• C•••" in said(await ada.says(asked)), asked


async def test_another_administrator_sees_who_looked_by_a_mask(portal: Portal, owner: Owner):
    giulia = await a_visitor(portal, "Giulia Conti")
    ada = await an_administrator(owner, portal)
    grace = await an_administrator(owner, portal, "Grace Hopper")
    for each in (ada, grace):
        await each.says("/people")
        card = await each.says(str(giulia.guest.id))
        if each is grace:
            assert "A••• K••• · Name · “a gift”" in said(card)
        await each.guest.tap("Name", among=card)
        assert "Giulia Conti" in said(await each.says("a gift"))


async def test_what_cannot_be_read_is_a_neutral_sentence_and_noted_all_the_same(
    portal: Portal, owner: Owner
):
    giulia = await a_visitor(portal, "Giulia Conti")
    ada = await an_administrator(owner, portal)
    await owner.connection.execute(
        "UPDATE users SET full_name = o.full_name FROM users o WHERE o.id <> users.id"
    )
    await ada.says("/people")
    await ada.says(str(giulia.guest.id))
    await ada.guest.tap("Name")
    assert "cannot be read at the moment" in said(await ada.says("to greet her"))
    assert len(await owner.fetch(LOOKS)) == 1
    events = await owner.fetch("SELECT * FROM audit_logs WHERE category = 'integrity'")
    assert [row["entity_type"] for row in events] == ["users"]


async def test_nobody_else_finds_or_reads_anybody(portal: Portal, owner: Owner):
    giulia = await a_visitor(portal, "Giulia Conti")
    victim = await portal.user_id(owner, giulia.guest)
    stranger = await a_visitor(portal, "Some Body")
    assert NEUTRAL in said(await stranger.says("/people"))
    menu = await stranger.says("/start")
    for act in (
        FindPerson(),
        ShowPerson(person=victim),
        LookAt(person=victim, detail=Detail.NAME),
        Move(form="look", turn="00001", act="send"),
        Move(form="find", turn="00001", act="send"),
    ):
        alert = await presses(stranger, act, menu)
        assert NEUTRAL in alert or "no longer" in alert, (act, alert)
    assert await owner.fetch(LOOKS) == []
    assert await owner.value("SELECT count(*) FROM dialog_drafts") == 0
    denials = await owner.fetch("SELECT * FROM audit_logs WHERE category = 'denial'")
    assert {row["entity_type"] for row in denials} == {
        "/people",
        "button pf",
        "button pp",
        "button pl",
    }
    assert {row["user_id"] for row in denials} == {await portal.user_id(owner, stranger.guest)}


async def test_who_was_dismissed_in_the_middle_reads_nothing(portal: Portal, owner: Owner):
    giulia = await a_visitor(portal, "Giulia Conti")
    ada = await an_administrator(owner, portal)
    await ada.says("/people")
    await ada.says(str(giulia.guest.id))
    await ada.guest.tap("Name")
    await owner.connection.execute("UPDATE administrators SET revoked_at = now()")
    answer = await ada.says("I only want to know")
    assert NEUTRAL in said(answer)
    assert "Giulia" not in said(answer)
    assert await owner.fetch(LOOKS) == []


async def test_after_many_looks_an_hour_of_rest(portal: Portal, owner: Owner):
    giulia = await a_visitor(portal, "Giulia Conti")
    ada = await an_administrator(owner, portal)
    for _ in range(house_rules.LOOKS.usual):
        await owner.insert(
            "audit_logs",
            user_id=await portal.user_id(owner, ada.guest),
            category="reveal",
            action="reveal",
            entity_type="users",
            entity_id=await portal.user_id(owner, giulia.guest),
            changes={"field": "full_name", "reason": "many"},
        )
    await ada.says("/people")
    await ada.says(str(giulia.guest.id))
    await ada.guest.tap("Name")
    assert "30 looks within an hour" in said(await ada.says("one more"))
