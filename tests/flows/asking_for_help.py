"""A guest's question to the house: written, and as it is kept."""

from typing import Any

from tests.factories import Owner
from tests.visitor import Message, Visitor


async def until_review(visitor: Visitor) -> Message:
    """A question without a photo, ready to be sent."""
    await visitor.says("/support")
    await visitor.taps("Accessibility")
    await visitor.says("Is there a ramp?")
    return await visitor.taps("Skip")


async def enquiries(owner: Owner) -> list[dict[str, Any]]:
    return await owner.opened("enquiries", "SELECT * FROM enquiries ORDER BY id")


async def drafts(owner: Owner) -> int:
    count: int = await owner.value("SELECT count(*) FROM dialog_drafts")
    return count
