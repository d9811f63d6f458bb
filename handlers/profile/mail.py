"""The dialog about the e-mail address: which one, and the code in the letter that went there."""

from collections.abc import Sequence
from uuid import UUID

from bot.form import Form
from bot.steps import Answers, Asking, Code, Email, Option, Wrong
from domain import emails
from domain.actors import Person
from domain.emails import Answer
from handlers.profile.fields import after
from storage.database import Tx

_AGAIN = "again"


async def _write(tx: Tx, person: Person, answers: Answers) -> None:
    await emails.ask(tx.session, person=person.id, address=answers.get(ADDRESS), now=tx.now)


async def _try(tx: Tx, person: Person, answers: Answers) -> Wrong | None:
    code = answers.get(CODE)
    if code == _AGAIN:
        await emails.ask_again(tx.session, person=person.id, now=tx.now)
        return Wrong("letter-again")
    answer = await emails.confirm(tx.session, person=person.id, code=code, now=tx.now)
    return None if answer is Answer.RIGHT else Wrong(f"code-{answer.value}")


async def _done(_tx: Tx, person: Person, _answers: Answers) -> UUID:
    return person.id


async def _another_letter(asking: Asking) -> Sequence[Option]:
    return [Option(_AGAIN, asking.t.plain("button-letter-again"))]


ADDRESS = Email("address")
CODE = Code("code", options=_another_letter)
FORM = Form(
    "my-email",
    (ADDRESS, CODE),
    _done,
    brief=True,
    after=after,
    at_once={ADDRESS.name: _write, CODE.name: _try},
)
