"""The screens of letting people in: for who runs the portal, and for who asked."""

from collections.abc import Sequence
from datetime import date

from bot.callbacks.office import (
    Approve,
    Refuse,
    ShowApproval,
    ShowApprovalPhotos,
    ShowApprovals,
    ShowOffice,
)
from bot.callbacks.trades import ShowTrade
from bot.screen import Screen, button
from bot.screens.answers import length
from bot.screens.parts import home, paragraphs, shorten
from bot.screens.trades import workshop
from bot.texts import Markup, Texts
from domain.ages import age, is_of_age
from domain.approvals import Approval
from domain.designers import Designer, Specialty
from domain.guardians import Consent
from domain.models import Model
from domain.registrations import Registration, sign
from storage.enums import ApprovalStatus

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


def application(
    t: Texts,
    approval: Approval,
    subject: Registration | None,
    consent: Consent | None,
    today: date,
) -> Screen:
    """Everything that somebody told, and the two answers; `consent` is a guardian's.

    `subject` is None for what was decided a while ago: then only the decision is left to see.
    """
    text = paragraphs(
        t(
            "approval-head",
            name=approval.name,
            trade=t.plain(f"trade-name-{approval.trade.value}"),
            person=approval.person or t.plain("guest"),
        ),
        Markup("\n".join(_lines(t, subject, consent, today)) if subject else ""),
    )
    rows = []
    if photos(subject):
        count = len(photos(subject))
        label = t.plain("button-photos", count=count)
        rows.append([button(label, ShowApprovalPhotos(approval=approval.id))])
    if subject is not None and approval.status is ApprovalStatus.PENDING:
        let_in = Approve(approval=approval.id, seen=sign(subject))
        rows.append(
            [
                button(t.plain("button-approve"), let_in),
                button(t.plain("button-refuse"), Refuse(approval=approval.id)),
            ]
        )
    else:
        approved = approval.status is ApprovalStatus.APPROVED
        text = paragraphs(text, t("approval-approved" if approved else "approval-rejected"))
    return Screen(text, [*rows, [button(t.plain("button-approvals"), ShowApprovals())]])


def photos(subject: Registration | None) -> Sequence[str]:
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


def _lines(t: Texts, subject: Registration, consent: Consent | None, today: date) -> list[Markup]:
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
            facts = _model(t, subject, consent, today)
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


def _model(t: Texts, model: Model, consent: Consent | None, today: date) -> dict[str, str | None]:
    body = model.body
    guardian = None
    if consent is not None and not is_of_age(model.born, today):
        day = t.long_day(consent.given_at.date())
        guardian = t.plain("approval-guardian", name=consent.guardian, day=day)
    return {
        "form-model-born-label": t.plain(
            "approval-age", born=t.long_day(model.born), years=age(model.born, today)
        ),
        "approval-guardian-label": guardian,
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
