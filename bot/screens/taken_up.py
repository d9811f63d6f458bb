"""What came of a campaign's buttons, in words: who came, and what they bought."""

from bot.screens.parts import money
from bot.texts import Markup, Texts
from domain.campaigns import Campaign
from domain.taps import TakenUp


def taken_up(t: Texts, campaign: Campaign, taken: TakenUp) -> Markup:
    """A line for the people, one for each button where there are several, one for the sales."""
    if not taken.people:
        return Markup("")
    lines = [t("campaign-taps", count=taken.people)]
    labels = [each.label for each in campaign.content.links]
    if len(labels) > 1:
        lines += [
            t("campaign-taps-of-one", label=label, count=taken.buttons[place])
            for place, label in enumerate(labels, 1)
            if taken.buttons.get(place)
        ]
    if taken.orders:
        sums = [money(t, each.money) for each in taken.sales if each.money.amount]
        lines.append(
            t(
                "campaign-sales",
                count=taken.orders,
                tickets=taken.tickets,
                money=" + ".join(sums) or "none",
            )
        )
    return Markup("\n".join(lines))
