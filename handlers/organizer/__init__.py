"""What organizers and their managers do: make events, sell them, and see how they do."""

from handlers.organizer import creation, desk, edits, history, shelf, staging

FORMS = (*creation.FORMS, *edits.FORMS, *shelf.FORMS, *staging.FORMS)
"""The dialogs of all rooms."""

ROUTERS = tuple(room.router for room in (creation, desk, edits, shelf, staging, history))
"""The rooms, in the order they are asked."""
