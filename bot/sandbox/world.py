"""The remembered world in memory, every change of it journalled."""

import secrets
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.sandbox.journal import Journal, Line
from bot.sandbox.model import (
    BotAccount,
    BotState,
    Chat,
    Entry,
    InvoiceLink,
    Key,
    Payment,
    Person,
    Progress,
    Refund,
    Room,
    StoredFile,
    Update,
)

Record = (
    Person
    | Room
    | Chat
    | Entry
    | StoredFile
    | BotState
    | Update
    | Payment
    | Refund
    | InvoiceLink
    | Progress
)
_TABLES: dict[str, type[Any]] = {
    "person": Person,
    "room": Room,
    "chat": Chat,
    "entry": Entry,
    "file": StoredFile,
    "bot": BotState,
    "update": Update,
    "payment": Payment,
    "refund": Refund,
    "invoice": InvoiceLink,
    "step": Progress,
}
# Journals of earlier versions knew private chats only.
_RENAMED = {("chat", "person_id"): "peer_id", ("entry", "person_id"): "peer_id"}
_NAMES = {kind: name for name, kind in _TABLES.items()}


class World:
    """People, rooms, chats, messages, files, bots and waiting updates.

    `state` is the folder of the journal and the files; it is made if need be.
    Records are changed in place and then given to `keep`.
    """

    def __init__(self, state: Path, accounts: Sequence[BotAccount]) -> None:
        state.mkdir(parents=True, exist_ok=True)
        self.blobs = state / "files"
        self.blobs.mkdir(exist_ok=True)
        self._journal = Journal(state / "journal.jsonl")
        self._records: dict[str, dict[str, Record]] = {name: {} for name in _TABLES}
        self.people: dict[int, Person] = {}
        self.highest_person_id = 0
        self.rooms: dict[int, Room] = {}
        self.chats: dict[Key, Chat] = {}
        self.entries: dict[Key, dict[int, Entry]] = {}
        self.inline_entries: dict[str, Entry] = {}
        self.files: dict[str, StoredFile] = {}
        self.downloads: dict[tuple[int, str], StoredFile] = {}
        self.bots: dict[int, BotState] = {}
        self.updates: dict[int, dict[int, Update]] = {}
        self.payments: dict[str, Payment] = {}
        self.refunds: dict[str, Refund] = {}
        self.invoices: dict[str, InvoiceLink] = {}
        self.progress: dict[str, Progress] = {}
        self._restore()
        for account in accounts:
            if account.id not in self.bots:
                # Counting from the clock keeps update ids rising when the state is thrown away
                # and a bot's database, which remembers handled updates, is not.
                self.keep(BotState(id=account.id, next_update_id=int(time.time())))
        self._journal.flush()

    def _restore(self) -> None:
        kept: dict[tuple[str, str], Any] = {}
        for table, key, value in self._journal.read():
            kept.pop((table, key), None)
            if value is not None and table in _TABLES:
                kept[table, key] = value
        for (table, key), value in kept.items():
            record = _TABLES[table](
                **{_RENAMED.get((table, name), name): v for name, v in value.items()}
            )
            self._records[table][key] = record
            self._index(record)
        for entries in self.entries.values():
            ordered = sorted(entries.items())
            entries.clear()
            entries.update(ordered)
        for updates in self.updates.values():
            waiting = sorted(updates.items())
            updates.clear()
            updates.update(waiting)
        self._journal.begin(self._lines())

    def _lines(self) -> Iterator[Line]:
        for table, records in self._records.items():
            for key, record in records.items():
                yield table, key, record

    def keep(self, record: Record) -> None:
        """Remember a new or changed record."""
        table, key = _NAMES[type(record)], _key(record)
        self._records[table][key] = record
        self._index(record)
        self._journal.write(table, key, record)

    def forget(self, record: Record) -> None:
        """Drop a record; one that is not there is no error."""
        table, key = _NAMES[type(record)], _key(record)
        if self._records[table].pop(key, None) is None:
            return
        self._journal.write(table, key, None)
        match record:
            case Entry():
                self.entries[record.key].pop(record.message_id, None)
                self.inline_entries.pop(record.inline_id, None)
            case Update():
                self.updates[record.bot_id].pop(record.serial, None)
            case Chat():
                self.chats.pop(record.key, None)
            case Person():
                self.people.pop(record.id, None)
            case StoredFile():
                self.files.pop(record.id, None)
                self.downloads.pop((record.bot_id, record.path), None)
            case Room():
                self.rooms.pop(record.id, None)
            case Payment():
                self.payments.pop(record.charge, None)
            case Refund():
                self.refunds.pop(record.id, None)
            case Progress():
                self.progress.pop(record.key, None)

    def _index(self, record: Record) -> None:
        match record:
            case Person():
                self.people[record.id] = record
                self.highest_person_id = max(self.highest_person_id, record.id)
            case Chat():
                self.chats[record.key] = record
            case Entry():
                self.entries.setdefault(record.key, {})[record.message_id] = record
                if record.inline_id:
                    self.inline_entries[record.inline_id] = record
            case StoredFile():
                self.files[record.id] = record
                self.downloads[record.bot_id, record.path] = record
            case BotState():
                self.bots[record.id] = record
            case Update():
                self.updates.setdefault(record.bot_id, {})[record.serial] = record
            case Room():
                self.rooms[record.id] = record
            case Payment():
                self.payments[record.charge] = record
            case Refund():
                self.refunds[record.id] = record
            case InvoiceLink():
                self.invoices[record.slug] = record
            case Progress():
                self.progress[record.key] = record

    def chat(self, bot_id: int, peer_id: int) -> Chat:
        """The bot's chat with a person or in a room, made on first use."""
        chat = self.chats.get((bot_id, peer_id))
        if chat is None:
            instance = str(secrets.randbits(62) | 1 << 61)
            chat = Chat(bot_id=bot_id, peer_id=peer_id, instance=instance)
            self.keep(chat)
        return chat

    def flush(self) -> None:
        """Write what is pending now."""
        self._journal.flush()

    def close(self) -> None:
        """Write everything that is still pending."""
        self._journal.close()


def _key(record: Record) -> str:
    match record:
        case Person() | Room() | StoredFile() | BotState() | Refund():
            return str(record.id)
        case Chat():
            return f"{record.bot_id}:{record.peer_id}"
        case Entry():
            return f"{record.bot_id}:{record.peer_id}:{record.message_id}"
        case Update():
            return f"{record.bot_id}:{record.serial}"
        case Payment():
            return record.charge
        case InvoiceLink():
            return record.slug
        case Progress():
            return record.key
