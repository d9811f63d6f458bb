"""Codes in pictures."""

from io import BytesIO

import zxingcpp
from PIL import Image, UnidentifiedImageError


def read(data: bytes) -> str | None:
    """The text of the first code in a picture, None if there is none."""
    try:
        with Image.open(BytesIO(data)) as picture:
            found = zxingcpp.read_barcodes(picture.convert("RGB"))
    except (UnidentifiedImageError, OSError):
        return None
    return next((code.text for code in found if code.text), None)
