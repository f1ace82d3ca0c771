"""What a reader of a format gives, and what it raises."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document and the media type that it was read as."""

    media_type: str
    text: str


class Unreadable(Exception):
    """The bytes cannot be read as text.

    `reason` is the end of a sentence that begins with the file's name ("is empty"); `advice` says what to do.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}; {advice}")
        self.reason = reason
        self.advice = advice
