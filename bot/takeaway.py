"""A person's data as a file to take along: `data.json` for machines, `index.html` for people.

The ZIP is kept nowhere.
"""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from typing import IO, Any

import orjson

from bot.screens.purposes import purpose
from bot.texts import Texts
from domain.exports import HELD, NOT_OWN, SOMEBODY, Kept
from storage.datamap import Basis, Part

FILE_NAME = "my-data.zip"

_STYLE = """
body { font: 16px/1.5 Georgia, serif; color: #1c1a18; background: #fffdf9; margin: 2rem auto;
  max-width: 46rem; padding: 0 1rem; }
h1, h2 { font-weight: normal; letter-spacing: .02em; }
h2 { border-top: 1px solid #cfc6b8; padding-top: 1.5rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
.table { color: #8a7f70; font-size: .8rem; }
dl { display: grid; grid-template-columns: 12rem 1fr; gap: .15rem 1rem; margin: .5rem 0 1.25rem;
  padding: .75rem; background: #f6f1e8; break-inside: avoid; }
dt { color: #6d6255; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@media print { body { margin: 0; max-width: none; background: none; } dl { background: none;
  border: 1px solid #cfc6b8; } }
"""


def pack(into: IO[bytes], t: Texts, kept: Sequence[Kept], *, made_at: datetime) -> None:
    """Write the ZIP, in the language of `t`; `made_at` is aware UTC."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _readme(t))
        archive.writestr("index.html", _page(t, kept, made_at))
        archive.writestr("data.json", _data(kept, made_at))


def _data(kept: Sequence[Kept], made_at: datetime) -> bytes:
    """Every column of the data map by its name, with what it holds and why."""
    tables = {
        each.table.name: {
            "columns": {
                column.name: {
                    "holds": column.kind.value,
                    "purpose": column.purpose,
                    "ground": column.basis and column.basis.value,
                }
                for column in each.table.columns()
            },
            "rows": each.rows,
        }
        for each in kept
    }
    return orjson.dumps(
        {"made_at": made_at, "tables": tables}, option=orjson.OPT_INDENT_2, default=str
    )


def _readme(t: Texts) -> str:
    return "\n\n".join(
        (t.plain("export-title"), t.plain("export-readme"), t.plain("export-readme-left"), "")
    )


def _page(t: Texts, kept: Sequence[Kept], made_at: datetime) -> str:
    title = escape(t.plain("export-title"))
    parts = "\n".join(
        section for basis in Basis if (section := "\n".join(_of_ground(t, kept, basis)))
    )
    left = escape(t.plain("export-readme-left"))
    made = escape(t.plain("export-made", day=t.long_day(made_at.date())))
    return (
        f'<!doctype html>\n<html lang="{t.locale}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src'
        " 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{title}</h1><p>{made}</p><p>{left}</p>\n{parts}\n</body></html>\n"
    )


def _of_ground(t: Texts, kept: Sequence[Kept], basis: Basis) -> Iterator[str]:
    """What is kept on one ground, purpose by purpose, as far as there is something."""
    sections = [
        _section(t, each, part)
        for each in kept
        if each.rows
        for part in each.table.parts
        if part.basis is basis
    ]
    if sections:
        yield f"<h2>{t(f'privacy-basis-{basis.value}')}</h2>"
        yield from sections


def _section(t: Texts, kept: Kept, part: Part) -> str:
    names = [column.name for column in part.columns(kept.table.name, kept.table.whose)]
    if part is kept.table.parts[0]:
        names += kept.table.open.split()
    heading = escape(purpose(t, kept.table, part))
    rows = "\n".join(_row(t, names, row) for row in kept.rows)
    table = escape(kept.table.name)
    return f'<h3>{heading} <span class="table">{table}</span></h3>\n{rows}'


def _row(t: Texts, names: Sequence[str], row: Any) -> str:
    fields = "".join(
        f"<dt>{escape(name.replace('_', ' '))}</dt><dd>{escape(_value(t, row[name]))}</dd>"
        for name in names
        if row[name] not in (None, "", {}, [])
    )
    return f"<dl>{fields}</dl>" if fields else ""


def _value(t: Texts, value: Any) -> str:
    match value:
        case str() if value == HELD:
            return t.plain("export-held")
        case str() if value == SOMEBODY:
            return t.plain("export-somebody")
        case str() if value == NOT_OWN:
            return t.plain("export-not-own")
        case str():
            return value
        case bool():
            return t.plain("export-yes") if value else t.plain("export-no")
        case _:
            return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
