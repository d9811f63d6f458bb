"""The week in London."""

from bot.demo.shapes import EntryPlan, EventPlan, FromNow, OnDay, Pool, TypePlan
from bot.drawing.look import Look, Style
from storage.enums import EventType

LONDON = (
    EventPlan(
        key="night_check",
        title="Night Check",
        description=(
            "Kestrel Row shows houndstooth in nine scales, from a whisper to a wall, in the old "
            "dye works where the first of its wool was washed. Wear something plain; you will "
            "feel it."
        ),
        kind=EventType.FASHION_SHOW,
        venue="bermondsey",
        organizer="threadneedle",
        currency="GBP",
        start=FromNow(180),
        minutes=120,
        capacity=130,
        look=Look(Style.CHECK, "ice", 14),
        collections=("night_check",),
        models=("yuki", "lior", "wren"),
        schedule=(
            EntryPlan("doors", "Doors and bar", -45, 45, "Chimney yard"),
            EntryPlan("show", "Kestrel Row: Night Check", 0, 35, "Vat room"),
            EntryPlan("party", "Bar", 35, 85, "Vat room"),
        ),
        types=(
            TypePlan(
                "row",
                "Front row",
                6_500,
                30,
                12,
                "On the bench, knees to the cloth.",
                ("Bench, first row", "A swatch of the large check"),
                2,
            ),
            TypePlan(
                "standing",
                "Standing",
                2_800,
                100,
                19,
                "Anywhere on the floor.",
                ("Free standing",),
            ),
        ),
    ),
    EventPlan(
        key="long_runway",
        title="The Long Runway",
        description=(
            "Sixty metres, two houses, one turn. Kestrel Row and Tarn Studio share a runway that "
            "leaves the hall, crosses the terrace and comes back wet if it must. Students pay "
            "less and stand next to everybody else."
        ),
        kind=EventType.FASHION_SHOW,
        venue="southbank",
        organizer="threadneedle",
        currency="GBP",
        start=OnDay(4, 19, 30),
        minutes=150,
        capacity=100,
        look=Look(Style.RUNWAY, "verde", 3),
        collections=("night_check", "interference"),
        models=("lior", "yuki", "amara"),
        schedule=(
            EntryPlan("backstage", "Line-up in two rooms", -180, 130, "Green room"),
            EntryPlan("doors", "Doors", -45, 45, "Upper Ground"),
            EntryPlan("show", "Sixty metres", 0, 50, "Hall and terrace"),
            EntryPlan("party", "River bar", 50, 100, "Terrace"),
        ),
        types=(
            TypePlan(
                "seat",
                "Seat",
                9_000,
                40,
                13,
                "Numbered, inside the hall.",
                ("Numbered seat", "A drink at the river bar"),
            ),
            TypePlan(
                "standing",
                "Standing",
                4_000,
                None,
                21,
                "Hall or terrace, as you like.",
                ("Free standing",),
            ),
            TypePlan(
                "student",
                "Student",
                1_500,
                25,
                6,
                "With a student card, asked at the door.",
                ("Free standing", "Student card at the door"),
                1,
            ),
        ),
        pools=(Pool("Standing room", 60, ("standing", "student")),),
    ),
    EventPlan(
        key="moire",
        title="Moiré",
        description=(
            "Tarn Studio hangs its printing screens at the windows and lets the weather do the "
            "rest. Two layers, half a millimetre apart; walk past slowly. The printer is in the "
            "room and likes to be asked."
        ),
        kind=EventType.EXHIBITION,
        venue="spitalfields",
        organizer="threadneedle",
        currency="GBP",
        start=OnDay(6, 12),
        minutes=480,
        capacity=90,
        look=Look(Style.RINGS, "saffron", 9),
        collections=("interference",),
        schedule=(
            EntryPlan("doors", "The loft opens", 0, 15),
            EntryPlan("talk", "Ask the printer", 240, 45, "Long windows"),
        ),
        types=(
            TypePlan(
                "visit",
                "Visit",
                1_200,
                90,
                9,
                "One visit, any hour until eight.",
                ("A printed postcard",),
            ),
        ),
    ),
    EventPlan(
        key="second_skin",
        title="Second Skin",
        description=(
            "Hollis Thorne shows clothes made with the forty people who wear them tonight. "
            "Every place is step-free, the show is signed and described, and a companion comes "
            "along for nothing."
        ),
        kind=EventType.FASHION_SHOW,
        venue="southbank",
        organizer="threadneedle",
        currency="GBP",
        start=OnDay(9, 18, 30),
        minutes=120,
        capacity=120,
        look=Look(Style.PORTAL, "lagoon", 12),
        collections=("second_skin",),
        models=("wren", "mirela", "lior"),
        schedule=(
            EntryPlan("doors", "Doors, quiet room open", -60, 60, "Upper Ground"),
            EntryPlan(
                "show", "Hollis Thorne: Second Skin", 0, 50, "Hall", "Signed and audio-described."
            ),
            EntryPlan("talk", "The forty", 60, 45, "Hall"),
        ),
        types=(
            TypePlan(
                "place",
                "Place",
                2_000,
                90,
                14,
                "Chair or wheelchair space, as you need.",
                ("Step-free", "Signed and described"),
            ),
            TypePlan(
                "companion",
                "Companion",
                0,
                30,
                4,
                "For whoever comes to help.",
                ("Free", "Next to your place"),
                1,
            ),
        ),
    ),
)
