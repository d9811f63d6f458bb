"""What the code says to people, read from its syntax: for `test_texts.py`."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPEAKING = ("bot", "handlers", "jobs", "domain")
"""Packages that may use texts."""

_SILENT = ("bot/sandbox", "bot/console", "bot/demo")
"""The local Telegram, the command line and the demo's people: no voice of the bot."""

_VOICES = frozenset({"t", "plain"})


@dataclass(frozen=True)
class Use:
    """A text asked for by its whole key. `values` is None where they are not written out."""

    key: str
    place: str
    values: frozenset[str] | None


@dataclass
class Spoken:
    """All texts that the code asks for.

    `patterns` of keys that are put together have the place where that is done; `constants` are
    all strings of the code, some of which become keys on a longer way.
    """

    uses: list[Use] = field(default_factory=list)
    patterns: dict[str, str] = field(default_factory=dict)
    constants: set[str] = field(default_factory=set)


def sources(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules below `folders`, by their path from the root."""
    for folder in folders:
        place = ROOT / folder
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(_SILENT):
                yield name, ast.parse(path.read_text(encoding="utf-8"), name)


@cache
def read_code() -> Spoken:
    """Every use of a text in the code."""
    spoken = Spoken()
    modules = list(sources(*SPEAKING))
    carriers = {name: where for _, tree in modules for name, where in _carriers(tree)}
    for name, tree in modules:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                spoken.constants.add(node.value)
            elif isinstance(node, ast.Call):
                spoken.uses += _uses(node, name, carriers)
                spoken.patterns |= dict.fromkeys(_patterns(node), f"{name}:{node.lineno}")
    return spoken


def _uses(call: ast.Call, file: str, carriers: dict[str, int]) -> Iterator[Use]:
    place = f"{file}:{call.lineno}"
    if is_voice(call.func) and call.args:
        written_out = all(keyword.arg for keyword in call.keywords)
        values = frozenset(str(each.arg) for each in call.keywords) if written_out else None
        for key in _texts(call.args[0]):
            yield Use(key, place, values)
    elif (position := carriers.get(_name(call.func), -1)) >= 0:
        for argument in call.args[position : position + 1]:
            for key in _texts(argument):
                yield Use(key, place, None)


def is_voice(function: ast.expr) -> bool:
    """Whether this is `t`, `visit.t`, `t.plain`, `Texts(…)` and the like."""
    if isinstance(function, ast.Call):
        return _name(function.func) in {"Texts", "_voice"}
    return _name(function) in _VOICES


def _carriers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Functions that say the text whose key is one of their parameters, and its position."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        said = {
            call.args[0].id
            for call in ast.walk(node)
            if isinstance(call, ast.Call)
            and is_voice(call.func)
            and call.args
            and isinstance(call.args[0], ast.Name)
        }
        for position, parameter in enumerate(node.args.args):
            if parameter.arg in said:
                yield node.name, position


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from _texts(node.body)
            yield from _texts(node.orelse)
        case ast.BoolOp():
            for each in node.values:
                yield from _texts(each)


def _patterns(call: ast.Call) -> Iterator[str]:
    """The keys that a text is asked for by, where they are put together."""
    if is_voice(call.func) and call.args:
        for node in ast.walk(call.args[0]):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    re.escape(str(part.value))
                    if isinstance(part, ast.Constant)
                    else "[A-Za-z0-9_-]+"
                    for part in node.values
                )


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


_SHOWING = frozenset(
    {
        "Screen", "button", "link", "copy", "answer", "reply", "send_message", "edit_text",
        "send_photo", "edit_caption", "send_document", "BotCommand",
    }
)  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]{2,},? [^\W\d_]{2,}")
_SENTENCE = re.compile(r"^[A-Z][a-z]*,? [a-z]+ [a-z]+|^[A-Z].* .*[.!?…]$")


def sentences_in_code() -> Iterator[str]:
    """Texts for people that stand in code.

    Handlers and screens speak with people: there no string has several words. Elsewhere it is a
    sentence that is meant for people. Docstrings, what is raised and what is logged are not.
    """
    for name, tree in sources(*SPEAKING):
        yield from sentences_in(name, tree)


def sentences_in(name: str, tree: ast.Module) -> Iterator[str]:
    """The texts for people in the module whose path from the root is `name`."""
    wrong = _WORDS if name.startswith(("handlers/", "bot/screens/")) else _SENTENCE
    for_developers = set(_for_developers(tree))
    for node in ast.walk(tree):
        if node in for_developers:
            continue
        if isinstance(node, ast.Call) and _name(node.func) in _SHOWING:
            shown = [*node.args[:1], *map(_value, node.keywords)]
            for said in filter(None, map(_said, shown)):
                yield f"{name}:{node.lineno} {said!r}"
        elif isinstance(node, ast.Constant) and wrong.search(str(node.value)):
            yield f"{name}:{node.lineno} {node.value!r}"


def _value(keyword: ast.keyword) -> ast.expr | None:
    return keyword.value if keyword.arg in {"text", "caption", "description"} else None


def _said(node: ast.expr | None) -> str | None:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = [each.value for each in parts if isinstance(each, ast.Constant)]
    text = "".join(word for word in words if isinstance(word, str))
    return text if re.search(r"[^\W\d_]{2,}", text) else None


def _for_developers(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Assert():
                yield from ast.walk(node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="_log"))):
                yield from ast.walk(node)
