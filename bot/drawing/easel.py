"""Where pictures are drawn: off the event loop, one at a time.

Two at once are no faster on a small machine, and each thread that draws keeps its own tens of
megabytes.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

_EASEL = ThreadPoolExecutor(max_workers=1, thread_name_prefix="easel")


async def drawn(draw: Callable[[T], bytes], what: T) -> bytes:
    """What `draw` makes of `what`, as soon as the pictures before it are done."""
    return await asyncio.get_running_loop().run_in_executor(_EASEL, draw, what)
