"""Whether a text may hold a table at all: most do not, and then nothing else of tables is needed."""

from ingest.prose.regex import regex

# The last character of a row: a digit, a closing mark or a dash before the line's end.
# A day in brackets ends a link.
_ROW_END = regex(r"\n(?<=[\d%)|*\-–—− \t\r]\n)(?<!-\d\d-\d\d\)\n)|\n(?<=\.\.\n)")
_NEAR = 2000  # characters between the ends of two rows of one table


def may_hold_table(text: str) -> bool:
    """True where at least two lines end like rows: the cheap test that most texts fail."""
    before = -_NEAR
    for m in _ROW_END.finditer(text):
        if m.start() - before < _NEAR:
            return True
        before = m.start()
    return len(text) - before < _NEAR and text.rstrip()[-1:] in "0123456789%)|*-–—−."
