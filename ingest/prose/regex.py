"""Regular expressions that are compiled when they are first asked.

The grammars hold some 500, and a page of text asks a quarter of them: compiling all took a third of the time
of `figures read`.
"""

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Uncompiled:
    """Stands for a compiled pattern; its methods are the compiled pattern's own from the first call on."""

    __slots__ = (*_ASKED, "flags", "pattern")

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Called for a slot that is empty yet."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of re.compile(source, flags), without compiling it yet; re.error when it is first asked."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))
