"""`demo` as a newcomer starts it: it answers, it survives, it leaves nothing behind."""

import json
import signal
import threading
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import psutil
import pytest

from bot.demo.people import PEOPLE
from storage.embedded.leftovers import servers_in
from tests.console.commands import Running, look_again, run_main, running_main
from tests.storage.embedded_fixtures import open_directory

pytestmark = [pytest.mark.timeout(420), pytest.mark.chaos]  # processes start and start again
ON = "The fashion week is on"
LARGEST = 500_000_000
GIULIA = PEOPLE[0].telegram_id


@pytest.fixture
def data():
    with open_directory() as directory:
        yield directory


def demo(data: Path, *arguments: str, cwd: Path):
    return running_main("demo", "--port", "0", "--data", str(data), *arguments, cwd=cwd)


def ask(address: str, path: str, body: Any = None) -> Any:
    connection = HTTPConnection(address.removeprefix("http://"), timeout=60)
    try:
        kind = {"Content-Type": "application/json"}
        content = None if body is None else json.dumps(body)
        connection.request("GET" if body is None else "POST", path, content, kind)
        answer = connection.getresponse()
        text = answer.read().decode()
        assert answer.status == 200, text
        return json.loads(text) if path.startswith("/client") else text
    finally:
        connection.close()


def heard(address: str, person: int) -> list[str]:
    chat = ask(address, f"/client/chats/{person}")["chat"]
    own = (each for each in chat["messages"] if each["from"]["is_bot"])
    return [each.get("text") or each.get("caption") or "" for each in own]


def greeted(address: str) -> None:
    """The bot answers; the test's time-out is the judge."""
    before = len(heard(address, GIULIA))
    ask(address, f"/client/chats/{GIULIA}/start", {})
    while len(heard(address, GIULIA)) == before:
        look_again()
    assert "Giulia" in heard(address, GIULIA)[-1]


def drain(running: Running) -> None:
    """Keep reading, so that a full pipe stops nobody."""
    threading.Thread(target=lambda: list(running.process.stdout or ()), daemon=True).start()


def sql(data: Path, statement: str, cwd: Path) -> str:
    ended = run_main("psql", "-XAtqc", statement, cwd=cwd, DATA_DIR=str(data))
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def silence(data: Path, family: list[psutil.Process]) -> None:
    """Nothing of it runs any more; the test's time-out is the judge."""
    while servers_in(data) or any(
        each.is_running() and each.status() != psutil.STATUS_ZOMBIE for each in family
    ):
        look_again()


def test_a_newcomers_evening(data, tmp_path):
    with demo(data, cwd=tmp_path) as first:
        address = first.address(first.until("The chat page is at"))
        page = ask(address, "/")
        assert "<html" in page
        link = first.until("https://t.me/").strip()
        first.until(ON)
        drain(first)
        greeted(address)
        family = first.children()
        used = sum(
            each.memory_full_info().pss for each in (psutil.Process(first.process.pid), *family)
        )
        assert used < LARGEST

        # The link that was printed opens the office, in the chat page, once.
        ask(address, f"/client/chats/{GIULIA}/open", {"url": link})
        while "administrator" not in heard(address, GIULIA)[-1]:
            look_again()

        # kill -9 of the bot: it comes back and nothing that was said to it is lost.
        bot = next(each for each in family if "run" in each.cmdline())
        bot.kill()
        greeted(address)

        # kill -9 of the parent: nothing stays, and what was acknowledged is there.
        sql(data, "CREATE TABLE acknowledged AS SELECT 7 AS seat", tmp_path)
        family = first.children()
        first.process.kill()
        first.process.wait()
        silence(data, family)

    with demo(data, cwd=tmp_path) as second:
        address = second.address(second.until(ON))
        assert sql(data, "SELECT seat FROM acknowledged", tmp_path) == "7"
        assert any("administrator" in said for said in heard(address, GIULIA))
        greeted(address)
        family = second.children()
        assert second.end(signal.SIGTERM) == 0
        silence(data, family)
        for hidden in (data / "secrets.json", data / "sandbox.token", data / "master.key"):
            for secret in hidden.read_text().replace('"', " ").split():
                assert len(secret) < 20 or secret not in second.said


def test_fresh_forgets_what_was_there_and_nobody_starts_beside_it(data, tmp_path):
    run = run_main("seed-demo", cwd=tmp_path, DATA_DIR=str(data))
    assert run.returncode == 0, run.stderr
    sql(data, "CREATE TABLE acknowledged AS SELECT 7 AS seat", tmp_path)
    (data / "letters.txt").write_text("dear")
    again = run_main("seed-demo", cwd=tmp_path, DATA_DIR=str(data))
    assert "was there" in again.stdout
    with demo(data, "--fresh", cwd=tmp_path) as fresh:
        fresh.until(ON)
        found = sql(data, "SELECT to_regclass('acknowledged') IS NULL", tmp_path)
        assert found == "t"
        refused = run_main("demo", "--port", "0", "--data", str(data), "--fresh", cwd=tmp_path)
        assert "stop it first" in refused.stderr
        beside = run_main("demo", "--port", "0", "--data", str(data), cwd=tmp_path)
        assert beside.returncode == 1
        [line] = beside.stderr.splitlines()
        assert line.startswith("Another command keeps its chats in"), beside.stderr
        assert fresh.end(signal.SIGINT) == 0
    assert (data / "letters.txt").read_text() == "dear"
