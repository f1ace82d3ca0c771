"""Whose figure it is: a company that a clause opens with, and 公司, 该行 that go back to it."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.prose.regex import regex
from ingest.prose.text import Sentence
from ingest.prose.zh.words import Words, alternation, words

Span = tuple[int, int]

_NAME = r"[\u4e00-\u9fffA-Za-z0-9·()&-]"
_OPENING = (
    r"[ \"']{0,2}(?:(?:其中|此外|另外|同期|目前)[,，:]?)?"
    r"(?:(?:\d{4}年(?:度|上半年|前三季度|[一二三四]季度)?|[一二三四]季度|[上下]半年|全年|今年|去年|上年)"
    r"[,， ]?)?"
)
_DAYS = "(?:今日|昨日|日前|近日|今天|昨天|今晚|昨晚)?"
_AGAIN = regex(rf"{_OPENING}(?:(?:该|本)(?:公司|集团|行|企业)|(?:公司|集团)(?![债军化犯])|其(?![中他它余]))")
# 银行业, 股份制, 证券市场: no end of a name.
_NO_END = r"(?![业间卡制化犯军系]|市场|交易|投资|体系|机构|存款|贷款|理财|转让|回购|比例|资产|保险资金|同业)"
_CLAUSES = regex("[,，;]")
_FIRST = regex("[向对在由从被把将给为至按据经随因受以于占含]")
_SEVERAL = regex(r"[\d一二三四五六七八九十百千万数几多余]家")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a sentence that names a company holds, a name with the form of a company, a name by its verb."""
    forms, verbs = alternation(words().company_forms), alternation(words().company_verbs)
    formal = rf"{_OPENING}({_NAME}{{2,20}}?(?:{forms}){{1,4}}){_NO_END}(?=[\"')]?(?:{_NAME}|[,，]))"
    telling = rf"{_OPENING}({_NAME}{{2,8}}?){_DAYS}(?={verbs})"
    return regex(f"{forms}|{verbs}"), regex(formal), regex(telling)


class Entities:
    """The companies of a text, read sentence by sentence; `named` are their names in the last sentence."""

    def __init__(self, norm: str, words: Words, known: str | None) -> None:
        self.norm, self.words, self.known = norm, words, known
        self.hint, self.formal, self.telling = _patterns()
        self.current: str | None = None
        self.paragraph = -1
        self.named: list[Span] = []

    def read(self, s: Sentence) -> list[tuple[int, str]]:
        """The companies that a sentence speaks of, each with the offset from which on it does."""
        if s.paragraph != self.paragraph:
            self.current, self.paragraph = None, s.paragraph
        self.named = []
        found: list[tuple[int, str]] = []
        if self.hint.search(self.norm, s.start, s.end) is not None:
            for at in (s.start, *(m.end() for m in _CLAUSES.finditer(self.norm, s.start, s.end))):
                span = self._company(at, s)
                if span is not None:
                    self.named.append(span)
                    self.current = self._known_as(self.norm[slice(*span)].strip("\"'()"))
                    found.append((at, self.current))
        if not found and self.current is not None:
            if _AGAIN.match(self.norm, s.start, s.end) is None:
                self.current = None
            else:
                found = [(s.start, self.current)]
        return found

    def _company(self, at: int, s: Sentence) -> Span | None:
        """The name of a company at the start of a clause; publishers and companies in general are none."""
        words = self.words
        m = self.formal.match(self.norm, at, s.end)
        if m is None and at == s.start:
            m = self.telling.match(self.norm, at, s.end)
            if m is not None and m[1].endswith(words.publishers):
                return None
        if m is None or _FIRST.match(m[1]) or _SEVERAL.search(m[1]):
            return None
        name = m[1]
        general = any(word in name for word in words.no_companies) or name in words.areas
        return None if general else m.span(1)

    def _known_as(self, name: str) -> str:
        """The name by which the description of the document knows it."""
        known = self.known
        return known if known is not None and (name in known or known in name) else name
