"""Where the web pages are, as people's browsers know it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from storage.enums import WebPurpose

ROOT = "/web"
LETTERS = "/letters"
_WAYS = {WebPurpose.SIGN_IN: "link", WebPurpose.PASSWORD: "password"}


@dataclass(slots=True)
class WebAddress:
    """`url` of the HTTP side without a slash behind, "" where nobody could reach it; it is known
    once that listens. `chat` is the way back to the bot."""

    url: str = ""
    chat: str = ""

    @property
    def origin(self) -> str:
        """What browsers call our pages' origin."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def is_secure(self) -> bool:
        """Whether people come by HTTPS; else only this machine does."""
        return self.url.startswith("https://")

    def path(self, rest: str = "/") -> str:
        """The path of a page, also behind a proxy that adds one in front."""
        return f"{urlsplit(self.url).path}{ROOT}{rest}"

    def opt_out(self, token: str) -> str:
        """The address behind a letter's way out, "" where nobody could reach it."""
        return f"{self.url}{LETTERS}/{token}" if self.url else ""

    def link(self, purpose: WebPurpose, secret: str) -> str:
        """The address of a link that works once."""
        return f"{self.url}{ROOT}/{_WAYS[purpose]}/{secret}"
