"""My data: what is kept and why, what I agreed to, and what I may ask for."""

from handlers.privacy import erase, menu

ROUTERS = (menu.router, erase.router)
