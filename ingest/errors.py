"""Errors that are a person's to mend: each is one sentence and an exit code, never a stack trace."""

OK = 0
FAILED = 1  # nothing was published, the last good warehouse was kept
USAGE = 2  # configuration or usage
WARNED = 3  # published, but a report was quarantined, or a decision or a source needs a look
BUSY = 75  # another refresh is running (EX_TEMPFAIL of sysexits.h)

EXIT_CODES = f"""\
Exit codes: {OK} published, or nothing to do; {FAILED} failed, the last good warehouse is kept;
{USAGE} configuration or usage; {WARNED} published, but a report was quarantined, or a decision or a
source needs a look; {BUSY} another refresh is running."""


class FiguresError(Exception):
    """A failure that the message explains; `code` is the exit code that it ends with."""

    code = FAILED


class ConfigError(FiguresError):
    """Something that the user wrote or set up cannot be used."""

    code = USAGE


class BusyError(FiguresError):
    """Another refresh holds the lock."""

    code = BUSY


class DamagedError(FiguresError):
    """The published warehouse cannot be opened, so that no good one stands."""
