"""t.me links: to which bot, with which start payload; to which invoice."""

import re
from urllib.parse import parse_qs, urlsplit


def start_link(url: str) -> tuple[str, str] | None:
    """(bot's username in lower case, payload) of a deep link, None for any other address.

    Knows https://t.me/<bot>?start=…, telegram.me, and tg://resolve?domain=<bot>&start=….
    """
    try:
        parts = urlsplit(url.strip() if "://" in url else f"https://{url.strip()}")
    except ValueError:
        return None
    query = parse_qs(parts.query)
    if parts.scheme in ("http", "https"):
        if (parts.hostname or "") not in ("t.me", "telegram.me", "telegram.dog"):
            return None
        name = parts.path.strip("/")
    elif parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    else:
        return None
    if not re.fullmatch(r"[A-Za-z0-9_]{3,32}", name):
        return None
    return name.lower(), query.get("start", [""])[0]


def invoice_slug(url: str) -> str | None:
    """Which invoice an address of createInvoiceLink opens, None for any other address."""
    found = re.fullmatch(r"(?:https?://)?t\.me/\$([A-Za-z0-9_-]+)", url.strip())
    return found.group(1) if found else None
