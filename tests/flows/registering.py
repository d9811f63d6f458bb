"""The dialogs of registration, question by question."""

from tests.visitor import Message, Visitor

ADULT = "24 May 1999"


async def until_designer_review(visitor: Visitor, brand: str = "Casa Noor") -> Message:
    """Eight questions, the last four skipped."""
    await visitor.says("/register")
    await visitor.taps("Designer")
    await visitor.taps("Let us begin")
    await visitor.says(brand)
    await visitor.taps("Evening wear")
    await visitor.taps("Knitwear")
    await visitor.taps("That is all")
    await visitor.taps("First collections")
    await visitor.says("Cloth that remembers the hand.")
    for _ in range(4):
        screen = await visitor.taps("Skip")
    return screen


async def until_model_photos(visitor: Visitor, born: str = ADULT) -> Message:
    await visitor.says("/register")
    await visitor.taps("Model")
    await visitor.taps("Let us begin")
    await visitor.says("Ines L.")
    await visitor.says(born)
    await visitor.taps("I agree")
    await visitor.says("5'10\"")
    await visitor.says("86")
    await visitor.says('24"')
    await visitor.says("89 cm")
    await visitor.says("40")
    await visitor.says("today")
    await visitor.taps("A few times")
    return await visitor.taps("Skip")


async def until_model_sent(visitor: Visitor, born: str = ADULT) -> Message:
    await until_model_photos(visitor, born)
    await visitor.sends_album([1, 2, 3])
    await visitor.taps("That is all")
    await visitor.taps("Skip")
    return await visitor.taps("Send")
