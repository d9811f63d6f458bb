"""The week in Milan."""

from bot.demo.shapes import EntryPlan, EventPlan, FromNow, OnDay, Staff, TypePlan
from bot.drawing.look import Look, Style
from storage.enums import EventStatus, EventType, StaffRole

_TEAM = (
    Staff("marta", StaffRole.MANAGER),
    Staff("jonas", StaffRole.STEWARD),
)

MILAN = (
    EventPlan(
        key="seta_viva",
        title="Seta Viva",
        description=(
            "An evening of living silk. Casa Ortensia shows twenty-two looks that were washed, "
            "dyed and dried in the yard you walk through; Filo Primo follows with knitwear that "
            "was never cut. Between the two shows the runway is yours: come and touch the cloth. "
            "Wine from ten, music until the last guest."
        ),
        kind=EventType.FASHION_SHOW,
        venue="tortona",
        organizer="settimana",
        currency="EUR",
        start=FromNow(-35),
        minutes=360,
        capacity=160,
        look=Look(Style.SATIN, "carmine", 11),
        collections=("seta_viva", "senza_taglio"),
        models=("amara", "mirela", "ines", "teo"),
        schedule=(
            EntryPlan("backstage", "Hair, make-up, line-up", -180, 140, "First floor"),
            EntryPlan("doors", "Doors", -40, 40, "The yard"),
            EntryPlan("show", "Casa Ortensia: Seta Viva", 0, 45, "Main hall"),
            EntryPlan(
                "talk",
                "Touch the cloth",
                50,
                40,
                "Main hall",
                "The dyer and the designer, between the vats.",
            ),
            EntryPlan("show", "Filo Primo: Senza Taglio", 100, 40, "Main hall"),
            EntryPlan("party", "Wine and music", 150, 210, "The yard"),
        ),
        types=(
            TypePlan(
                "front",
                "Front row",
                12_000,
                24,
                15,
                "A chair at the edge of the runway.",
                ("Reserved seat, first row", "Look-book, printed"),
                2,
            ),
            TypePlan(
                "seat",
                "Seat",
                5_500,
                60,
                31,
                "A chair from the second row up.",
                ("Seat, rows 2 to 5",),
            ),
            TypePlan(
                "standing",
                "Standing",
                2_500,
                76,
                22,
                "Along the gallery, close and high.",
                ("Gallery, free standing",),
            ),
        ),
        staff=_TEAM,
    ),
    EventPlan(
        key="bias",
        title="Cut on the Bias",
        description=(
            "A draping evening for eighteen people, nine dress stands and a great deal of muslin. "
            "Ottavia Senn shows how a square becomes a slip; then it is your turn. No experience "
            "needed, sharp scissors provided."
        ),
        kind=EventType.WORKSHOP,
        venue="savona",
        organizer="settimana",
        currency="EUR",
        start=OnDay(2, 18, 30),
        minutes=180,
        capacity=18,
        look=Look(Style.ARCHES, "rose", 6),
        collections=("cortile",),
        schedule=(
            EntryPlan("doors", "Doors and coffee", -20, 20),
            EntryPlan("talk", "From a square to a slip", 0, 45, "Long table"),
            EntryPlan("talk", "At the stands", 55, 125, "Long table"),
        ),
        types=(
            TypePlan(
                "place",
                "Place at the table",
                8_500,
                18,
                18,
                "Half a dress stand and a whole teacher.",
                ("Muslin and tools", "You keep what you drape"),
                2,
            ),
        ),
        staff=_TEAM,
    ),
    EventPlan(
        key="passage",
        title="Passage",
        description=(
            "Forty chairs under the portico, one walk, no music but the steps. Corvin et Fille "
            "bring their turned jackets from Paris for a single evening. It lasts twenty-four "
            "minutes; nobody is let in after the first step."
        ),
        kind=EventType.FASHION_SHOW,
        venue="besana",
        organizer="settimana",
        currency="EUR",
        start=OnDay(3, 21),
        minutes=75,
        capacity=40,
        look=Look(Style.PORTAL, "saffron", 4),
        collections=("deux_mains",),
        models=("solenne", "teo", "ines"),
        schedule=(
            EntryPlan("backstage", "Fitting check", -150, 90, "Sacristy"),
            EntryPlan("doors", "Doors", -40, 38, "Garden gate"),
            EntryPlan("show", "Corvin et Fille: À Deux Mains", 0, 24, "Portico"),
            EntryPlan("talk", "Father and daughter", 30, 45, "Garden"),
        ),
        types=(
            TypePlan(
                "chair",
                "Chair under the portico",
                4_800,
                40,
                38,
                "All forty chairs stand in one row.",
                ("Front row, like everybody", "A glass of Franciacorta"),
                2,
            ),
        ),
        staff=_TEAM,
    ),
    EventPlan(
        key="marcia",
        title="The Slow March",
        description=(
            "Three houses walk the length of the park side, at dusk, at the pace of a stroll. "
            "Stand where you like; the chairs are for those who want one. Free for everybody "
            "standing, rain or shine."
        ),
        kind=EventType.FASHION_SHOW,
        venue="sempione",
        organizer="settimana",
        currency="EUR",
        start=OnDay(8, 18),
        minutes=90,
        capacity=480,
        look=Look(Style.FIGURE, "ember", 8),
        collections=("seta_viva", "night_check", "promesse"),
        models=("amara", "mirela", "yuki", "wren", "lior"),
        schedule=(
            EntryPlan("doors", "The lawn opens", -45, 45, "Park side"),
            EntryPlan("show", "The walk", 0, 50, "From the arch to the pond"),
            EntryPlan("party", "Chestnuts and red wine", 50, 40, "At the arch"),
        ),
        types=(
            TypePlan("standing", "Standing", 0, 400, 12, "Anywhere along the path.", ("Free",), 4),
            TypePlan(
                "chair",
                "Chair",
                2_500,
                80,
                9,
                "A chair and a blanket at the arch.",
                ("Chair, first line", "Blanket"),
            ),
        ),
        staff=_TEAM,
    ),
    EventPlan(
        key="first_fittings",
        title="First Fittings",
        description=(
            "The opening night: three houses fit one look each in front of the public, pins and "
            "all. Thank you for coming; the pins have been counted."
        ),
        kind=EventType.FASHION_SHOW,
        venue="tortona",
        organizer="settimana",
        currency="EUR",
        start=OnDay(-6, 19),
        minutes=150,
        capacity=120,
        look=Look(Style.PLEATS, "noir", 2),
        collections=("cortile", "interference"),
        models=("ines", "teo"),
        schedule=(
            EntryPlan("doors", "Doors", -30, 30),
            EntryPlan("show", "Three fittings", 0, 60, "Main hall"),
            EntryPlan("party", "Opening drinks", 60, 90, "The yard"),
        ),
        types=(
            TypePlan("entry", "Entry", 1_500, 120, 26, "One door, one price.", ("Opening drink",)),
        ),
        staff=_TEAM,
        status=EventStatus.COMPLETED,
    ),
)
