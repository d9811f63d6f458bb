"""Markup becomes the text and the entities that Telegram makes of it."""

import pytest

from bot.sandbox.entities import format_text, plain, safe_html
from bot.sandbox.entities.builder import ParseError
from bot.sandbox.entities.html import parse_html
from bot.sandbox.entities.markdown import parse_markdown, parse_markdown_v2
from bot.sandbox.errors import BotApiError

_MORE = ("url", "language", "custom_emoji_id", "user_id")


def _short(entities):
    return [
        (e["type"], e["offset"], e["length"], *(e[name] for name in _MORE if name in e))
        for e in entities
    ]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("", "", []),
        ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [("italic", 5, 6)]),
        ("<b>a<i>b</i></b>c", "abc", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<i>a</>", "a", [("italic", 0, 1)]),
        ("<B>a</b >", "a", [("bold", 0, 1)]),
        ("x<b></b>", "x", []),
        ("&ge;&lt;&amp;&quot;&#12345678;&#65;", '&ge;<&"&#12345678;A', []),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ("<a href='t.me?&lt;'>x</a>", "x", [("text_link", 0, 1, "http://t.me/?<")]),
        ("<a>t.me</a>", "t.me", [("text_link", 0, 4, "http://t.me/")]),
        ("<a href='javascript:alert(1)'>x</a>", "x", []),
        ("<a href='tg://user?id=42'>x</a>", "x", [("text_mention", 0, 1, 42)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<pre><code class='language-py'>a</code></pre>", "a", [("pre", 0, 1, "py")]),
        ("<code class='language-py'><pre>a</pre></code>", "a", [("pre", 0, 1, "py")]),
        ("<pre><code>a</code></pre>", "a", [("pre", 0, 1), ("code", 0, 1)]),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2, "5")]),
        ('<tg-time unix="1700000000">soon</tg-time>', "soon", [("date_time", 0, 4)]),
    ],
)
def test_html(source, text, entities):
    assert parse_html(source)[0] == text
    assert _short(parse_html(source)[1]) == entities


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('🏟 🏟&lt;<i aba="&lt;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        (
            "🏟 🏟&lt;<i>a</em   >",
            'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"',
        ),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_errors(source, message):
    with pytest.raises(ParseError) as caught:
        parse_html(source)
    assert str(caught.value) == message


def test_html_refuses_half_a_surrogate_pair():
    with pytest.raises(ParseError, match="unmatched surrogate code units"):
        parse_html("&#xDFDF;")


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("🏟 🏟_abac \\* asd _", "🏟 🏟abac * asd ", [("italic", 5, 11)]),
        ("_🏟 __🏟___", "🏟 🏟", [("italic", 0, 5), ("underline", 3, 2)]),
        ("*a ~b ||c||~*", "a b c", [("bold", 0, 5), ("strikethrough", 2, 3), ("spoiler", 4, 1)]),
        ("`_a_`", "_a_", [("code", 0, 3)]),
        ("```py\na```", "a", [("pre", 0, 1, "py")]),
        ("```\na```", "a", [("pre", 0, 1)]),
        ("[a\\.b](tme)", "a.b", []),
        ("[a](t.me)", "a", [("text_link", 0, 1, "http://t.me/")]),
        ("[t\\.me]", "t.me", [("text_link", 0, 4, "http://t.me/")]),
        ("![👍](tg://emoji?id=25)a", "👍a", [("custom_emoji", 0, 2, "25")]),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 4)]),
        (">a\n>q||e||w||\nx", "a\nqew\nx", [("expandable_blockquote", 0, 6), ("spoiler", 3, 1)]),
        (">\n**>2", "\n2", [("blockquote", 0, 1), ("blockquote", 1, 1)]),
        ("\\\\\\a➡️\\", "\\a➡️\\", []),
        ("**", "", []),
    ],
)
def test_markdown_v2(source, text, entities):
    assert parse_markdown_v2(source)[0] == text
    assert _short(parse_markdown_v2(source)[1]) == entities


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("🏟 🏟_abacaba", "Can't find end of Italic entity at byte offset 9"),
        ("🏟 🏟__🏟 _🏟___", "Can't find end of Italic entity at byte offset 23"),
        ("🏟 🏟```🏟 🏟`", "Can't find end of Code entity at byte offset 21"),
        ("🏟 🏟```a ", "Can't find end of PreCode entity at byte offset 9"),
        ("[telegram\\.org](asd", "Can't find end of a URL at byte offset 16"),
        ("a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a>", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("![👍]", "Custom emoji entity must contain a tg://emoji URL"),
        ("![👍](t://emoji?id=1)", "Custom emoji URL must have scheme tg"),
        ("![👍](tg://emoji?id=025)", "Invalid custom emoji identifier specified"),
        (">asd\n>q||ew\n||asdad", "Can't find end of Spoiler entity at byte offset 7"),
        (">*b\n>ld \n>bo\nld*\nasd", "Can't find end of Bold entity at byte offset 1"),
    ],
)
def test_markdown_v2_errors(source, message):
    with pytest.raises(ParseError) as caught:
        parse_markdown_v2(source)
    assert str(caught.value) == message


def test_every_reserved_character_wants_its_backslash():
    for char in "]()#+-=|{}.!":
        with pytest.raises(ParseError, match="is reserved"):
            parse_markdown_v2(char)
        assert parse_markdown_v2(f"\\{char}") == (char, [])


def test_old_markdown():
    text, entities = parse_markdown("*a* _b_ `c` [d](t.me) \\_")
    assert text == "a b c d _"
    assert [e["type"] for e in entities] == ["bold", "italic", "code", "text_link"]
    with pytest.raises(ParseError, match="Can't find end of the entity starting at byte offset 2"):
        parse_markdown("a *b")


def test_space_at_the_ends_goes_and_entities_move_with_it():
    formatted = format_text("  <b> a</b>b \n", "HTML", None)
    assert formatted.text == "ab"
    assert _short(formatted.entities) == [("bold", 0, 1)]


def test_code_holds_no_other_style():
    formatted = format_text("<b>a <code>b</code> c</b>", "html", None)
    assert _short(formatted.entities) == [("bold", 0, 2), ("code", 2, 1), ("bold", 3, 2)]


def test_commands_and_addresses_are_found_with_utf16_offsets():
    found = plain("👗 /start@atelier_bot at https://x.example/a. or me@x.example #fw26 @ada_m")
    kinds = [e["type"] for e in found.entities]
    assert kinds == ["bot_command", "url", "email", "hashtag", "mention"]
    assert found.entities[0] == {"type": "bot_command", "offset": 3, "length": 18}
    assert plain("a/b 1/2 and/or $x #1").entities == []


def test_given_entities_are_checked():
    with pytest.raises(BotApiError, match="can't parse"):
        format_text("a", "", "bold")
    formatted = format_text("abc", "", [{"type": "bold", "offset": 1, "length": 99}])
    assert _short(formatted.entities) == [("bold", 1, 2)]
    with pytest.raises(BotApiError, match="unsupported parse_mode"):
        format_text("a", "bbcode", None)


def test_page_html_is_escaped_and_nests():
    entities = [
        {"type": "bold", "offset": 0, "length": 3},
        {"type": "italic", "offset": 2, "length": 4},
    ]
    assert safe_html("a<b>cd", entities) == "<b>a&lt;<i>b</i></b><i>&gt;cd</i>"
    link = [{"type": "text_link", "offset": 0, "length": 1, "url": 'javascript:"'}]
    assert safe_html("x", link) == "x"
    link[0]["url"] = 'https://x.example/"><script>'
    assert "<script>" not in safe_html("x", link)
