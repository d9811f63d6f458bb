"""Every button of the bot with the ids of the one who owns them, and who may tap it.

A class that stands in neither `owned` nor `EVERYBODYS` makes a test fail.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args
from uuid import UUID, uuid4

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.wire import short
from domain.dossiers import Detail
from storage.enums import StaffRole
from tests.flows.replaying import to
from tests.flows.replaying.cast import DOOR, MAKERS, SPEAKERS, STEWARDS, SUPERVISORS, Cast


@dataclass(frozen=True)
class Button:
    """A tap, the people who may make it, and the mark that it shows them.

    `dull`: an owner's tap says no more than a stranger's, so there is nothing to prove by it.
    `told`: who works beside them and hears that it is not theirs to do.
    """

    data: CallbackData
    may: tuple[str, ...]
    shows: str = ""
    dull: bool = False
    told: tuple[str, ...] = ()

    @property
    def wire(self) -> str:
        return self.data.pack()

    def elsewhere(self) -> str:
        """The same button of something that is not there, the same for all that differ by ids."""
        kind = type(self.data)
        if kind is to.Move:  # whichever dialog and move: it is not theirs
            return to.Move(form="nobody", turn="ffff9", act="see").pack()
        other = {name: _other(name, value) for name, value in self.data.model_dump().items()}
        return kind(**other).pack()


def _other(name: str, value: Any) -> Any:
    if isinstance(value, UUID):
        return _NOWHERE
    if name in ("event", "member", "person"):  # two ids on one button
        return short(_NOWHERE)
    if name == "key":
        return _NOWHERE.hex
    if name == "about" and value:
        return short(_NOWHERE)
    return value


_NOWHERE = uuid4()


def owned(cast: Cast) -> Iterator[Button]:
    """What belongs to somebody."""
    yield from _of_guests(cast)
    for house in ("renata", "ottavia"):
        yield from _of_a_draft(cast, house)
    yield from _of_the_show(cast)
    yield from _of_campaigns(cast)
    yield from _of_trades(cast)
    yield from _of_the_office(cast)


def _of_guests(cast: Cast) -> Iterator[Button]:
    ids = cast.ids
    for name in ("giulia", "bianca"):
        order, held, free = (ids[f"{name} {each}order"] for each in ("", "held ", "free "))
        ticket, spare = (ids[f"{name} ticket {number}"] for number in (0, 1))
        number, code = f"{name}'s order number", f"{name}'s ticket code"
        me = (name,)
        yield Button(to.ShowOrder(order=order), me, number)
        yield Button(to.ShowOrder(order=held), me, number)
        yield Button(to.ShowOrder(order=free), me)
        yield Button(to.ShowReceipt(order=order), me, number)
        yield Button(to.ShowReceipt(order=held), me, dull=True)
        yield Button(to.MailReceipt(order=order), me, dull=True)
        yield Button(to.Pay(order=held), me)
        yield Button(to.PayAtDoor(order=held), me)
        yield Button(to.Answer(order=held), me, number)
        yield Button(to.Release(order=held), me)
        yield Button(to.WaitAhead(order=order), me)
        yield Button(to.TakeOffer(order=held, seats=1), me)
        yield Button(to.LeaveLine(entry=ids[f"{name} place"]), me)
        yield Button(to.ShowTicket(ticket=ticket), me, code)
        yield Button(to.ShowParty(order=free), me)
        yield Button(to.Coming(ticket=ticket), me)
        yield Button(to.CannotCome(ticket=ticket), me)
        yield Button(to.GiveAway(ticket=ticket), me)
        yield Button(to.AnswerGift(gift=ids[f"{name} gift"], yes=True), me)
        yield Button(to.AnswerGift(gift=ids[f"{name} gift"], yes=False), me)
        yield Button(to.GiveBack(ticket=spare), me)
        yield Button(to.ChooseReturn(order=order), me, number)
        yield Button(to.Renew(ticket=ticket), me)
        yield Button(to.Renew(ticket=spare, surely=True), me)
        yield Button(to.GiveAllBack(order=order), me)
        yield Button(to.ReallyGiveBack(id=spare, whole=False, amount=1), me)
        yield Button(to.ReallyGiveBack(id=order, whole=True, amount=1), me)
        yield Button(to.WriteAbout(order=order, money=False), me)
        yield Button(to.WriteAbout(order=order, money=True), me)


def _of_a_draft(cast: Cast, house: str) -> Iterator[Button]:
    draft, me, title = cast.things[f"{house} draft"], (house,), f"{house}'s draft title"
    (type_id,) = draft.types.values()
    collection = cast.ids["published collection"]
    yield Button(to.ShowEvent(event=draft.id), me, dull=True)
    yield Button(to.ShowProgramme(event=draft.id), me, dull=True)
    yield Button(to.ShowVenue(event=draft.id), me, dull=True)
    yield Button(to.SendCalendar(event=draft.id), me, dull=True)
    yield Button(to.Choose(event=draft.id), me, dull=True)
    yield Button(to.Reserve(event=draft.id, basket="1", total=6000), me, dull=True)
    yield Button(to.ShowDoor(event=draft.id), me, title)
    yield from _rooms(draft.id, me, title)
    yield from (Button(to.EditEvent(event=draft.id, field=each), me) for each in _FIELDS)
    entry = cast.ids[f"{house} draft entry"]
    for act in _ACTS_AT_TYPE:
        # Nobody stands in line for a type that was never sold out.
        yield Button(to.AtType(type=type_id, act=act), me, dull=act.startswith("line-"))
    code, handle = cast.ids[f"{house} draft code"], cast.things[f"{house} draft handle"]
    yield Button(to.AtCode(code=code), me, f"{house}'s draft code")
    yield from (Button(to.AtCode(code=code, act=act), me) for act in ("pause", "resume"))
    yield Button(to.AskCode(event=draft.id, basket="1"), me, dull=True)
    nowhere = short(draft.id)
    yield Button(to.ChooseWith(event=nowhere, basket="1", code=handle), me, dull=True)
    yield Button(to.ReserveWith(event=nowhere, basket="1", total=1, code=handle), me, dull=True)
    yield Button(to.AtEntry(entry=entry), me)
    for act in ("up", "out"):
        yield Button(to.AtQuestion(question=cast.ids[f"{house} draft question"], act=act), me)
    version = cast.ids[f"{house} draft version"]
    yield Button(to.ShowVersion(version=version), me, title)
    yield Button(to.RestoreVersion(version=version, seen=1), me)
    yield Button(to.RestoreVersion(version=version, seen=1, surely=True), me)
    event, member = short(draft.id), short(collection)
    yield Button(to.AtLineup(event=event, member=member, act="up"), me)
    yield Button(to.AtLineup(event=event, member=member, act="out"), me)
    for role in StaffRole:
        yield Button(to.Invite(event=draft.id, role=role), me)
        yield Button(to.AtTeam(event=event, person=short(cast.ids["luca"]), role=role), me)
    yield Button(to.AtDesk(event=draft.id, room="copy"), me)
    yield Button(to.AtDesk(event=draft.id, room="publish"), me)


def _rooms(event: UUID, may: tuple[str, ...], shows: str = "") -> Iterator[Button]:
    for room in get_args(to.AtDesk.model_fields["room"].annotation):
        if room not in ("copy", "publish"):
            yield Button(to.AtDesk(event=event, room=room), may, shows if room == "desk" else "")
    yield Button(to.ShowHistory(event=event), may)
    yield Button(to.ShowVersions(scope="e", about=event), may)


_WORDS = get_args(to.AskWhy.model_fields["act"].annotation)
_FIELDS = get_args(to.EditEvent.model_fields["field"].annotation)
_ACTS_AT_TYPE = get_args(to.AtType.model_fields["act"].annotation)


def _by_a_supervisor(ticket: UUID) -> Iterator[tuple[bool, CallbackData]]:
    """What a steward hears is a supervisor's; whether it is dull."""
    yield False, to.ShowGuest(ticket=ticket)
    yield True, to.TakeMoney(ticket=ticket, total=1)
    yield from ((False, to.AskWhy(ticket=ticket, act=act)) for act in _WORDS)
    yield False, to.ByWord(ticket=ticket, act="admit", why="known")
    yield False, to.ByWord(ticket=ticket, act="undo", why="mistake")


def _of_the_show(cast: Cast) -> Iterator[Button]:
    """What only the team of a published evening reaches."""
    show = cast.things["show"]
    yield Button(to.ShowDoor(event=show.id), DOOR)
    yield Button(to.StandAt(gate=cast.ids["gate"]), DOOR)
    yield Button(to.Turn(event=show.id, out=False), DOOR)
    yield Button(to.AskGuest(event=show.id), DOOR)
    for what in get_args(to.SetDoor.model_fields["what"].annotation):
        yield Button(to.SetDoor(event=show.id, what=what, value=1), MAKERS)
    party = cast.ids["bianca free order"]
    yield Button(to.AdmitParty(order=party, generation=1, count=1), DOOR)
    for dull, data in _by_a_supervisor(cast.ids["bianca ticket 2"]):
        yield Button(data, SUPERVISORS, dull=dull, told=STEWARDS)
    yield from _rooms(show.id, MAKERS)
    yield from (Button(to.EditEvent(event=show.id, field=each), MAKERS) for each in _FIELDS)
    for type_id in show.types.values():
        yield Button(to.AtType(type=type_id, act="show"), MAKERS)
        yield Button(to.AtType(type=type_id, act="close"), MAKERS)
        yield Button(to.AtType(type=type_id, act="open"), MAKERS)
    for act in get_args(to.AtRefund.model_fields["act"].annotation):
        yield Button(to.AtRefund(refund=cast.ids["giulia refund"], act=act), MAKERS)
    event, steward = short(show.id), short(cast.ids["stefan"])
    for role in StaffRole:
        yield Button(to.Invite(event=show.id, role=role), MAKERS)
    for surely in (False, True):
        gone = to.AtTeam(event=event, person=steward, role=StaffRole.STEWARD, surely=surely)
        yield Button(gone, MAKERS)
    yield Button(to.AtDesk(event=show.id, room="copy"), MAKERS)
    yield Button(to.AtDesk(event=show.id, room="publish"), MAKERS)
    yield from _of_its_orders(cast, show.id)


def _of_its_orders(cast: Cast, show: UUID) -> Iterator[Button]:
    order, ticket = cast.ids["giulia order"], cast.ids["giulia ticket 0"]
    yield Button(to.CallOff(event=show), MAKERS)
    yield Button(to.CallOff(event=show, step="again"), MAKERS)
    yield Button(to.CallingOff(event=show), MAKERS, dull=True)
    yield Button(to.SoldOrders(event=show), MAKERS)
    yield Button(to.FindOrder(event=show), MAKERS)
    yield Button(to.AskAttendees(event=show), MAKERS)
    for act in get_args(to.AtOrder.model_fields["act"].annotation):
        yield Button(to.AtOrder(order=order, act=act), MAKERS)
    for yes in (True, False):
        yield Button(to.Decide(order=order, attempt=1, yes=yes), MAKERS)
    for why in get_args(to.CallOffOrder.model_fields["why"].annotation):
        yield Button(to.CallOffOrder(order=order, why=why), MAKERS, dull=True)
    for id, whole in ((order, True), (ticket, False)):
        yield Button(to.TakeBack(id=id, whole=whole), MAKERS)
        yield Button(to.TakeBack(id=id, whole=whole, way="nothing"), MAKERS)
        yield Button(to.TakeBack(id=id, whole=whole, way="nothing", why="other", amount=1), MAKERS)


def _of_campaigns(cast: Cast) -> Iterator[Button]:
    acts = get_args(to.Steer.model_fields["act"].annotation)
    for status in ("draft", "scheduled", "active", "paused", "completed", "cancelled"):
        id, name = cast.ids[f"{status} campaign"], f"{status} campaign"
        yield Button(to.ShowCampaign(campaign=id), SPEAKERS)
        yield Button(to.ComposeAnew(campaign=id), SPEAKERS)
        changed = to.ComposeAnew(campaign=id, instead=True)
        yield Button(changed, SPEAKERS, dull=True)
        for act in acts:
            shows = name if act == "preview" else ""
            only_drafts = act == "change"
            yield Button(to.Steer(campaign=id, act=act), SPEAKERS, shows, dull=only_drafts)


def _of_trades(cast: Cast) -> Iterator[Button]:
    draft, me = cast.ids["draft collection"], ("noor",)
    yield Button(to.ShowOwnCollection(collection=draft), me, "noor's draft")
    yield Button(to.AmendCollection(collection=draft), me)
    yield Button(to.ShowVersions(scope="c", about=draft), me)
    yield Button(to.ShowVersion(version=cast.ids["draft collection version"]), me)
    yield Button(to.ShowCollection(collection=draft), me, "noor's draft")
    yield Button(to.ShowCollection(collection=draft, page=1), me)
    yield Button(to.ShowLookBook(designer=cast.ids["bianca brand"]), ("bianca",))
    yield Button(to.Follow(kind="d", key=cast.ids["bianca brand"].hex, on=True), (), dull=True)
    yield Button(to.PublishCollection(collection=draft, public=True), me, "noor's draft")
    yield Button(to.PublishCollection(collection=draft, public=False), me, "noor's draft")
    consent, guardian = cast.ids["consent"], ("greta",)
    yield Button(to.AnswerGuardian(consent=consent, granted=False), guardian, "lia's stage name")
    yield Button(to.AnswerGuardian(consent=consent, granted=True), guardian)


def _of_the_office(cast: Cast) -> Iterator[Button]:
    ids, office = cast.ids, ("ada",)
    for number in range(3):
        enquiry = ids[f"enquiry {number}"]
        yield Button(to.AnswerEnquiry(enquiry=enquiry), office)
        yield Button(to.ShowEnquiryPhoto(enquiry=enquiry), office)
    for name in ("ines", "bianca"):
        approval = ids[f"{name} approval"]
        yield Button(to.ShowApproval(approval=approval), office, f"{name}'s name")
        yield Button(to.ShowApprovalPhotos(approval=approval), office, f"{name}'s name")
        yield Button(to.Approve(approval=approval, seen="00000000"), office)
        yield Button(to.Refuse(approval=approval), office)
    yield Button(to.ShowPerson(person=ids["giulia"]), office)
    for detail in Detail:
        yield Button(to.LookAt(person=ids["giulia"], detail=detail), office)
    change = ids["giulia's change"]
    yield Button(to.ShowAudit(), office)
    yield Button(to.ShowAudit(scope="p", about=short(ids["giulia"])), office)
    yield Button(to.ShowAudit(scope="t", about=short(change)), office)
    yield Button(to.ShowChange(change=change), office)
    yield Button(to.ShowRequests(), office)
    yield Button(to.EndDevice(session=ids["ada session"]), office)
    yield Button(to.ShowIncidents(), office)
    yield Button(to.ShowUndelivered(), office)
    for act in ("show", "again", "rest"):
        yield Button(to.OfUndelivered(key="0123456789ab", act=act), office)
    yield Button(to.ShowRules(), office)
    yield Button(to.ShowServices(), office)
    yield Button(to.ShowRule(rule=ids["a rule"]), office)
    yield Button(to.ChangeRule(rule=ids["a rule"]), office)
    yield Button(to.ChangeRule(rule=ids["a rule"], to=20), office)
