"""Where the buttons of a campaign lead."""

from bot import links
from domain.campaigns import Campaign

Way = tuple[str, str]
"""What a button says, and the address behind it."""


def ways(campaign: Campaign, *, username: str, counted: bool) -> list[Way]:
    """The buttons in their order; who comes by one that is `counted` came by this campaign."""
    found = []
    for each in campaign.content.links:
        payload = links.of_campaign(campaign.id, each.payload) if counted else each.payload
        found.append((each.label, links.start_link(username, payload)))
    return found
