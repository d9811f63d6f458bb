"""The questions a guided dialog can ask, each with the type of its answer."""

from bot.steps.base import (
    Answers,
    Asking,
    Fact,
    Given,
    NotOffered,
    Option,
    Sent,
    Spot,
    Step,
    Stored,
    Wrong,
)
from bot.steps.choosing import Choice, Choices, one_of, some_of
from bot.steps.dates import Day, Moment, ahead, behind
from bot.steps.formatted import Formatted
from bot.steps.mail import Code, Email
from bot.steps.numbers import Amount, Length, Percent, WholeNumber
from bot.steps.pictures import Photo, Photos, Place
from bot.steps.writing import Filled, Link, Links, Text, has_letters, is_worded

__all__ = [
    "Amount",
    "Answers",
    "Asking",
    "Choice",
    "Choices",
    "Code",
    "Day",
    "Email",
    "Fact",
    "Filled",
    "Formatted",
    "Given",
    "Length",
    "Link",
    "Links",
    "Moment",
    "NotOffered",
    "Option",
    "Percent",
    "Photo",
    "Photos",
    "Place",
    "Sent",
    "Spot",
    "Step",
    "Stored",
    "Text",
    "WholeNumber",
    "Wrong",
    "ahead",
    "behind",
    "has_letters",
    "is_worded",
    "one_of",
    "some_of",
]
