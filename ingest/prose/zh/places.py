"""The area of a clause: a country or province that leads it, or a city, which stands for its province."""

from __future__ import annotations

from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.times import Times

_MARKS = " ,，、:\"'()的"
# A town or county that no list holds: all that is known is that it is not the area before.
_TOWN = regex(r"[ ,，]*(?![全该本我各省辖])[\u4e00-\u9fff]{2,3}[市县](?![场区级])")


class Places(Times):
    """Adds the words of place to the state of a sentence."""

    def _place(self, tok: Token) -> None:
        """A word that may name the area of its clause."""
        words = self.words
        if tok.word in words.areas and self._leads(tok):
            self.area, self.segment.area = words.areas[tok.word], tok
        elif tok.word in words.cities and self._leads(tok):
            self.area = words.cities[tok.word]  # its name stays in the measure: the province has other cities

    def _leads(self, tok: Token) -> bool:
        """An area that leads its clause, not one in a name or a comparison."""
        before = self.segment.tokens[-2] if len(self.segment.tokens) > 1 else None
        lead = before.end if before is not None and before.kind == lx.PERIOD else self.segment.start
        leads = not self.norm[lead : tok.start].strip(_MARKS)
        if self.norm.startswith(("为", "是"), tok.end):
            return False  # 东盟为我国第一大贸易伙伴
        sure = len(tok.word) > 2 or tok.word in {"全国", "我国"}
        return leads and (sure or self.norm.startswith(self.words.area_followers, tok.end))

    def _leave(self, at: int) -> None:
        """Behind a semicolon the area holds on, unless the clause opens with a town of its own."""
        if _TOWN.match(self.norm, at):
            self.area = None
