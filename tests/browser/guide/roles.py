"""What designers, houses and administrators do, one after the other."""

from datetime import UTC, datetime, timedelta

from bot.demo.keys import key_id
from bot.drawing.look import Look, Style
from bot.links import look_book_link
from bot.posters import Plate, plate_picture
from tests.browser.guide import guests
from tests.browser.guide.camera import TALL_PHONE, TALLEST_PHONE, Camera
from tests.browser.guide.stage import Actor, Demo
from tests.guest import labels

BRAND, COLLECTION, TITLE = "Vetro e Seta", "Riflessi", "Lumière Basse"
ORTENSIA = look_book_link("", key_id("brand", "ortensia")).rpartition("=")[2]


async def look_book(camera: Camera, guest: Actor, folder: str) -> None:
    """A designer's look-book, by its link."""
    await guest.begins(ORTENSIA)
    await guest.sees("Casa Ortensia")
    await camera.chat(f"{folder}/look-book.png", guest.id, size=TALLEST_PHONE)


async def registering(camera: Camera, guest: Actor, folder: str = "") -> None:
    """The beginning of a designer's dialog, up to its second question.

    Takes a picture where `folder` names a place for it.
    """
    t = guest.t
    await guest.send("/register")
    await guest.press("trade-name-designer")
    await guest.press("button-register")
    await guest.sees(t.plain("form-designer-brand"))
    await guest.send(BRAND)
    await guest.sees(t.plain("form-designer-specialties"))
    await guest.press("form-designer-specialties-couture")
    if folder:
        await camera.chat(f"{folder}/register.png", guest.id, size=TALL_PHONE)


async def designer(camera: Camera, demo: Demo) -> Actor:
    """A new designer, up to a collection that waits to be published."""
    vera = await demo.newcomer("Vera Sole", "en")
    await vera.begins()
    await registering(camera, vera)
    await vera.press("button-form-ready")
    await vera.press("form-designer-experience-emerging", sees="Tell the guests")
    await vera.send("Glass beads on raw silk, sewn by two sisters.")
    for question in ("see your work", "Prizes, shows", "social pages", "Your logo"):
        await vera.sees(question)
        await vera.press("button-form-skip")
    await vera.offered(vera.label("button-form-send"))
    await camera.chat("designers/review.png", vera.id, size=TALL_PHONE)
    await vera.press("button-form-send", sees="Your registration is with us")
    await camera.chat("designers/waiting.png", vera.id, size=TALL_PHONE)
    await _collection(camera, vera)
    return vera


async def _collection(camera: Camera, vera: Actor) -> None:
    await vera.send("/collections")
    await vera.press("button-new-collection", sees="What is the collection called?")
    await vera.send(COLLECTION)
    await vera.press("season-autumn-winter", sees="Which year")
    await vera.send("2027")
    await vera.sees("What should one know")
    await vera.press("button-form-skip", sees="Now the looks")
    look = Look(Style.SATIN, "lagoon", 7)
    plates = [Plate(look, BRAND, COLLECTION, number, 5) for number in range(1, 6)]
    await vera.send_album([await plate_picture(each) for each in plates])
    await vera.sees("5 photos")
    await vera.press("button-form-ready")
    await vera.press("button-form-draft", sees="Draft: only you see it")
    await camera.chat("designers/collection.png", vera.id, size=TALL_PHONE)


async def administrator(camera: Camera, demo: Demo, designer: Actor) -> None:
    """The office, and letting a designer in."""
    eleanor = await demo.somebody("Eleanor")
    await eleanor.begins()
    await eleanor.press("button-office", sees="The office")
    await camera.chat("administrators/office.png", eleanor.id)
    last = await eleanor.last_id()
    await eleanor.send("/approvals")
    waiting = await eleanor.sees("wait", after=last)
    await camera.chat("administrators/waiting.png", eleanor.id)
    await eleanor.tap(BRAND, among=waiting)
    await eleanor.sees("sent by Vera Sole")
    await camera.chat("administrators/decide.png", eleanor.id, size=TALL_PHONE)
    await eleanor.press("button-approve", sees="Approved")
    await _masked(camera, eleanor, designer.id)
    await designer.sees("you are approved")
    await designer.send("/collections")
    await designer.offered(COLLECTION)
    await designer.tap(COLLECTION)
    await designer.press("button-publish-collection", sees="Published")


async def _masked(camera: Camera, eleanor: Actor, person: int) -> None:
    """A person, masked, and one thing read of them."""
    await eleanor.send("/people")
    await eleanor.sees("what you have at hand")
    await eleanor.send(str(person))
    await eleanor.sees("stands masked")
    await camera.chat(
        "administrators/masked.png", eleanor.id, shows="stands masked", size=TALL_PHONE
    )
    await eleanor.press("detail-name", sees="Why do you need to read it?")
    await eleanor.send("Her name is spelt wrongly on the programme")
    await eleanor.sees("Noted, with your name")
    await eleanor.press("button-person", sees="Who looked")
    await camera.chat("administrators/looked.png", eleanor.id, shows="Who looked", size=TALL_PHONE)


async def house(camera: Camera, demo: Demo) -> None:
    """A new evening of the demo's organizer, from the first question to the preview."""
    marta = await demo.somebody("Marta")
    await marta.begins()
    await marta.send("/new")
    await marta.answer("What is it called?", TITLE)
    await marta.press("venue-new", sees="Send the spot on the map")
    await camera.chat("organizers/place.png", marta.id)
    await marta.stand_at(45.4567, 9.1604)
    await marta.answer("What is the venue called?", "Officina Lume")
    await marta.answer("Street and number", "Via Solari 12")
    await marta.answer("In which city?", "Milan")
    await marta.tap("Italy", among=await marta.sees("In which country?"))
    await marta.answer("How many people does the venue hold?", "120")
    await marta.sees("What does it have?")
    await marta.press("form-event-facilities-step_free")
    await marta.press("button-form-ready", sees="When does it begin?")
    await camera.chat("organizers/calendar.png", marta.id, size=TALL_PHONE)
    day = datetime.now(UTC) + timedelta(days=9)
    await marta.send(f"{day:%d.%m.%Y} 20:00")
    await marta.answer("For how many guests?", "100")
    await marta.sees("A poster, as a photo")
    await marta.press("button-form-skip", sees="Shall I keep this as a draft?")
    await marta.press("button-form-draft", sees="Before it can be published")
    await camera.chat("organizers/desk.png", marta.id, size=TALL_PHONE)
    await _tickets(marta)
    await marta.press("button-preview")
    await camera.chat("organizers/preview.png", marta.id, size=TALL_PHONE)
    await _versions(camera, marta)


async def _versions(camera: Camera, marta: Actor) -> None:
    """What the evening was, and one version of it."""
    await marta.press("button-desk", sees="Everything it needs is there")
    await marta.press("button-edit-event", sees="What shall change?")
    await marta.press("button-field-name")
    await marta.answer("What shall it be called?", "Lumière Haute")
    await marta.sees("The title is changed")
    await marta.press("button-history", sees="Who changed")
    await marta.press("button-versions", sees="version by version")
    await camera.chat("organizers/versions.png", marta.id, size=TALL_PHONE)
    await marta.tap("3")
    await marta.sees("If it came back")
    await camera.chat("organizers/version.png", marta.id, size=TALL_PHONE)


async def _tickets(marta: Actor) -> None:
    await marta.press("button-types", sees="No ticket type yet")
    await marta.press("button-new-type", sees="For example")
    await marta.send("Standing")
    await marta.answer("What does one cost?", "20")
    for question in ("How many are there?", "What comes with it?"):
        await marta.sees(question)
        await marta.press("button-form-skip")
    await marta.sees("Shall I add it?")
    await marta.press("button-form-add", sees="of 100 sold")
    await marta.press("button-desk", sees="Everything it needs is there")


async def guests_file(camera: Camera, demo: Demo) -> None:
    """The guests of an evening, in a table."""
    marta = await demo.somebody("Marta")
    await at_desk(marta, guests.SHOW)
    await marta.press("button-sold-orders")
    await marta.offered(marta.label("button-attendees"))
    await camera.chat("organizers/orders.png", marta.id, size=TALL_PHONE)
    await marta.press("button-attendees", sees="The list is made")
    await marta.until(lambda each: each.get("document") is not None)
    await camera.chat("organizers/guests-file.png", marta.id, size=TALL_PHONE)


async def at_desk(marta: Actor, title: str) -> None:
    """From anywhere to the desk of an evening that is among the nearest."""
    last = await marta.last_id()
    await marta.send("/mine")
    await marta.until(
        lambda each: each["message_id"] > last and any(title in label for label in labels(each))
    )
    await marta.tap(title)
    await marta.sees("Seats:", after=last)
