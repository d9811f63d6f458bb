"""The wire format of every button, room by room.

A button carries ids and needs no stored state: it works after a deploy and weeks later. What it
says is only a wish; the database authorises it on every tap. At most 64 bytes, no ":" in values.
Prefixes are short and each is used once.
"""
