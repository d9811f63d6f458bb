"""A sandbox with two bots and two people."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.sandbox.running import Server, running


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    async with running(tmp_path / "state") as server:
        yield server
