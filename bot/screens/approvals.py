"""The screens of letting people in: for who runs the portal, and for who asked."""

from collections.abc import Sequence
from datetime import date

from bot.callbacks import (
    Approve,
    Refuse,
    ShowApproval,
    ShowApprovalPhotos,
    ShowApprovals,
    ShowOffice,
    ShowTrade,
)
from bot.screen import Screen, button
from bot.screens.answers import length
from bot.screens.parts import home, paragraphs, shorten
from bot.screens.trades import workshop
from bot.texts import Markup, Texts
from domain.ages import age
from domain.approvals import Approval
from domain.designers import Designer, Specialty
from domain.models import Model
from domain.organizers import House
from storage.enums import ApprovalStatus

Subject = Designer | Model | House
_LONGEST_NAME = 28


def waiting(t: Texts, approvals: Sequence[Approval]) -> Screen:
    """Who waits, the longest first."""
    back = [button(t.plain("button-office"), ShowOffice()), home(t)]
    if not approvals:
        return Screen(t("approvals-none"), [back])
    rows = [
        [
            button(
                t.plain(
                    "approvals-label",
                    name=_name(each),
                    trade=t.plain(f"trade-name-{each.trade.value}"),
                ),
                ShowApproval(approval=each.id),
            )
        ]
        for each in approvals
    ]
    return Screen(t("approvals", count=len(approvals)), [*rows, back])


def notice(t: Texts, approval: Approval) -> Screen:
    """Tells who runs the portal that somebody waits."""
    text = t(
        "approval-notice", name=_name(approval), trade=t.plain(f"trade-name-{approval.trade}")
    )
    return Screen(text, [[button(t.plain("button-look"), ShowApproval(approval=approval.id))]])


def decided(t: Texts, approval: Approval) -> Screen:
    """Tells a person what the house decided."""
    if approval.status is ApprovalStatus.APPROVED:
        text = t(f"trade-welcome-{approval.trade.value}")
    else:
        text = t("trade-refused", reason=approval.reason or "")
    own = [button(t.plain("button-my-registration"), ShowTrade(trade=approval.trade))]
    return Screen(text, [*workshop(t, approval.trade, approval.status), own])


def application(t: Texts, approval: Approval, subject: Subject, today: date) -> Screen:
    """Everything that somebody told, and the two answers."""
    text = paragraphs(
        t(
            "approval-head",
            name=approval.name,
            trade=t.plain(f"trade-name-{approval.trade.value}"),
            person=approval.person or t.plain("guest"),
        ),
        Markup("\n".join(_lines(t, subject, today))),
    )
    rows = []
    if photos(subject):
        count = len(photos(subject))
        label = t.plain("button-photos", count=count)
        rows.append([button(label, ShowApprovalPhotos(approval=approval.id))])
    if approval.status is ApprovalStatus.PENDING:
        rows.append(
            [
                button(t.plain("button-approve"), Approve(approval=approval.id)),
                button(t.plain("button-refuse"), Refuse(approval=approval.id)),
            ]
        )
    else:
        approved = approval.status is ApprovalStatus.APPROVED
        text = paragraphs(text, t("approval-approved" if approved else "approval-rejected"))
    return Screen(text, [*rows, [button(t.plain("button-approvals"), ShowApprovals())]])


def photos(subject: Subject) -> Sequence[str]:
    """The file ids of the photos that came with a registration."""
    match subject:
        case Designer():
            return [subject.logo] if subject.logo else []
        case Model():
            return subject.photos
        case _:
            return []


def specialty(t: Texts, word: str) -> str:
    """What a designer makes, in words; what is none of ours is said as it is."""
    known = word in set(Specialty)
    return t.plain(f"form-designer-specialties-{word}") if known else word


def _lines(t: Texts, subject: Subject, today: date) -> list[Markup]:
    match subject:
        case Designer():
            facts = {
                "form-designer-specialties-label": ", ".join(
                    specialty(t, each) for each in subject.specialties
                ),
                "form-designer-experience-label": t.plain(
                    f"form-designer-experience-{subject.experience}"
                ),
                "form-designer-about-label": subject.about,
                "form-designer-portfolio-label": subject.portfolio,
                "form-designer-achievements-label": "; ".join(subject.achievements),
                "form-designer-links-label": ", ".join(subject.links),
            }
        case Model():
            facts = _model(t, subject, today)
        case _:
            facts = {
                "form-house-city-label": subject.city,
                "form-house-note-label": subject.note,
                "form-house-links-label": ", ".join(subject.links),
            }
    return [
        t("form-review-line", label=t(key), answer=answer)
        for key, answer in facts.items()
        if answer
    ]


def _model(t: Texts, model: Model, today: date) -> dict[str, str | None]:
    body = model.body
    return {
        "form-model-born-label": t.plain(
            "approval-age", born=t.long_day(model.born), years=age(model.born, today)
        ),
        "form-model-height-label": length(t, body.height),
        "form-model-bust-label": length(t, body.bust, around=True),
        "form-model-waist-label": length(t, body.waist, around=True),
        "form-model-hips-label": length(t, body.hips, around=True),
        "form-model-shoe-label": None if body.shoe is None else str(body.shoe),
        "form-model-measured-label": t.long_day(body.measured_on),
        "form-model-experience-label": t.plain(f"form-model-experience-{model.experience}"),
        "form-model-link-label": model.link,
        "form-model-agency-label": model.agency,
    }


def _name(approval: Approval) -> str:
    return shorten(approval.name or approval.person, _LONGEST_NAME)
