"""My data: what is kept and why, what I agreed to, and what I may ask for."""

from handlers.privacy import choices, erase, menu, taking

ROUTERS = (choices.router, erase.router, menu.router, taking.router)
