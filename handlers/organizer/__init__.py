"""What organizers and their managers do: make events, sell them, and see how they do."""

from handlers.organizer import (
    asking,
    attendees,
    calling_off,
    codes,
    creation,
    desk,
    edits,
    goodwill,
    history,
    money,
    order_approvals,
    seller,
    shelf,
    sold,
    staging,
)

FORMS = (
    *creation.FORMS,
    *edits.FORMS,
    *shelf.FORMS,
    *staging.FORMS,
    codes.FORM,
    asking.FORM,
    sold.FIND,
    *order_approvals.FORMS,
    seller.FORM,
    seller.DATA,
    goodwill.FORM,
)
"""The dialogs of all rooms."""

ROUTERS = tuple(
    room.router
    for room in (
        *(creation, desk, edits, shelf, codes, asking, staging),
        *(history, order_approvals, sold, attendees, goodwill, calling_off, money, seller),
    )
)
"""The rooms, in the order they are asked."""
