"""What sort of change a figure tells: a rate, an amount, points, a multiple, a contribution, a difference."""

from __future__ import annotations

import re

from ingest.prose.dimension import is_money
from ingest.prose.en import clauses as cl
from ingest.prose.en.differences import Differences
from ingest.prose.en.items import Items
from ingest.prose.en.words import Entry, Lexicon
from ingest.prose.figure import Figure
from ingest.prose.regex import regex
from ingest.prose.text import Sentence

_AVERAGE = regex(
    r"compound(?:ed)? annual|cagr|average annual|annual average|annuali[sz]ed|per annum|year on average"
    r"|on average (?:each|every|per|a) year"
)
_A_YEAR_SINCE = regex(r"\s(?:a|per|each|every)\s(?:year|annum)\s(?:between|from|since|over)\b")
_A_YEAR = regex(r"\s(?:a|per|each|every)\s(?:year|annum)\b")
_ANNUAL_RATE = regex(r"\s(?:compound\s)?annual(?:i[sz]ed)? (?:rate|pace)\b")
_ANNUAL = "at an annual rate of "
_PULLED = regex(
    r"\b(?:pull|push|dragg|propell)(?:ed|ing)\s(?:\S+\s){1,4}(?:up|down|higher|lower)\s(?:by\s)?(?:\S+\s){0,2}\Z"
)
_CONTRIBUTION = regex(  # "contributed to growth: +0.2", "the contribution of trade was -0.3"
    r"\bcontribut(?:ed|es|ing|ions?)\b[^.;\d]{0,50}(?<!\bto )(?<!\bto a )(?<!\bto an )\Z"
)
_MORE_A_YEAR = regex(
    r"\s?(?:(?:up|down)(?=[.;)]|,|\Z)|more|fewer|less|higher|lower|cheaper|dearer)"
    r"(?:\s(?:a|per|each|every)\s(?:year|month|week|day|quarter))?(?=[,.;)]|\s(?:in|on|for|and|next|this|last)\b|\Z)"
)
_THE_CHANGE = regex(r"e(?P<noun>[ij])H?\Z")
_OUTPUT = regex(r"\s(?:the\s)?(?:[a-z]+\s)?(?:gdp|gnp|gni|national income|output|income|revenues?)\b")
THAN_THE_LAST = regex(
    r"\s(?P<word>above|ahead of|up on|below|behind|short of|down on|(?:more|less|higher|lower|fewer) than)\s"
    r"(?:(?:in\s)?(?:last|this|the (?:last|previous|prior|preceding))[\s-][a-z]+(?:'s)?\b"
    r"|in the (?:first|second|third)(?=[,.;:)]|\s(?:and|but)\b|\Z))"
)
_UP = ("above", "ahead of", "up on", "more than", "higher than")
_FEWER = regex(r"\sfewer\s(?!than)[a-z]")
_OWN_BEFORE = regex(r"[ij]n[eE]?(?P<noun>x)[^,;]*\Z")
_PER = regex(r"\s(?:more|less|higher|lower) per\s")
_OWN_IN = regex(r"n[eE]?(?P<noun>x)")
_OWN_BEHIND = regex(r"[xY]{0,2}[ij23][no][eE]?(?P<noun>[xij])")
# "an increase of 3% in value" is of what was spoken of
_NOT_OWN = frozenset(
    [
        "value", "volume", "total", "all", "size", "number", "local", "average", "quarter", "year", "month",
        "week", "period", "half", "terms", "dollar", "euro",
    ]
)  # fmt: skip
_DATED_OBJECT = regex(r"[A6xvp]e?[YB][^,;]*b\Z")  # "exceeding the 2017 level by | 5%" is growth
_CHANGE_OF = regex(r"\bchange(?: (?:of|was|is|amounted to)|:) \Z")
_EXTRA = regex(r"[,&]e?x\Z")
SINCE_THEN = regex(r"x{0,2}(?:(?P<opener>B|[cgO][nO]?e?Y)|Y)")
# "46,165 | of 2016", "46,165 | it had delivered a year earlier", "2.3 million harvested last year"
_DATED = regex(r"(?:A|x{1,2}(?=nY)|x{0,2}Z?[ek]x{0,2}H?[Av]x{0,2}|x{1,2}A)?[no]?e?(?:x{1,2}o)?[YB]")
_WORDS_OF_BOUND = ("below", "above", "under", "beyond")
_GAINS = frozenset(["gain", "gains", "advance", "advances", "hike", "cut"])
CONTRIBUTING = frozenset(
    ["added", "subtracted", "detracted", "shaved", "took away", "knocked off", "adding", "subtracting"]
)


class Changes(Differences):
    """The part of the walk that judges changes."""

    it: Items
    low: str
    tags: str
    s: Sentence
    lex: Lexicon
    figures: list[Figure]
    roles: list[str]
    afters: list[str]
    behind_at: list[int]
    triggers: list[int]
    behind: list[bool]

    def _growth_to(self, verb: int) -> str | None:
        """The direction of what changes at another pace: "growth slowed to 1.3%", "the fall eased to 2%"."""
        if verb < 0:
            return None
        first = max(0, verb - 8)
        clause = re.split(r"[,;z&NRPYD]", self.tags[first:verb])[-1]
        if "i" in clause and "growth" in self.low[self.it.starts[first] : self.it.starts[verb]]:
            return "up"
        m = _THE_CHANGE.search(clause)
        return None if m is None else "up" if m["noun"] == "i" else "down"

    def _change(
        self,
        f: Figure,
        k: int,
        direction: str | None,
        gap: str,
        last: Figure | None,
        last_role: str,
    ) -> None:
        printed = f.direction
        held = last.direction if last is not None and last_role == cl.CHANGE else None
        f.direction = direction or f.direction or held or "up"
        if f.value < 0:
            f.value, f.direction = -f.value, "down"
        after = self.afters[k]
        verb = self.triggers[k]
        word = self.low[self.it.starts[verb] : self.it.ends[verb]] if verb >= 0 else ""
        if self._more_a_year(f, self.it.figures[k]):
            f.kind = "change_amount"
        elif (
            (cl.is_difference(after) and f.shape != "M" and not self._is_of_before(f, k, after))
            or (self._apart(f, self.it.figures[k], gap, last) and not _DATED_OBJECT.search(gap))
            or (last is not None and last.kind == "difference" and f.shape == "P")
        ):
            f.kind = "difference"
        elif f.shape == "R" and self._of_output(k):
            f.kind, f.unit, f.unit_status = "points", "percentage_point", "inferred"
        elif f.shape == "R":
            window = self.low[max(self.s.start, f.outer_start - 60) : min(self.s.end, f.outer_end + 40)]
            held_average = (
                last is not None and last.kind == "average_rate" and verb < 0 and not self.behind[k]
            )
            annual = self.low.endswith(_ANNUAL, self.s.start, f.outer_start) and after != "t"
            annual = (
                annual
                or self._is_annual_rate(f)
                or self._on_average(f)
                or _A_YEAR_SINCE.match(self.low, f.outer_end) is not None
            )
            averaged = held_average or annual or _AVERAGE.search(window) is not None
            f.kind = "average_rate" if averaged else "change_rate"
        elif f.shape == "P":
            gives = self.tags[verb] in "23" if verb >= 0 else False
            towards = re.match(r"[tf][eE]?x{0,4}[ij]", after) is not None
            pulls = self._is_contribution(f)
            adds = gives and (towards or word in CONTRIBUTING) and not self._restated(k)
            f.kind = "contribution" if pulls or adds else "points"
        elif f.shape == "M":
            f.kind = "multiple"
            self._multiple(f, direction or printed, gap)
        else:
            f.kind = "change_amount"

    def _is_contribution(self, f: Figure) -> bool:
        """True for points that the words before them say something gave to a growth."""
        start, end = max(self.s.start, f.outer_start - 60), f.outer_start
        return any(words.search(self.low, start, end) for words in (_PULLED, _CONTRIBUTION))

    def _of_its_own(self, k: int, gap: str) -> bool:
        """ "an increase | in receivables", "increase in net sales of |": of what its own noun names."""
        at = self.it.figures[k]
        if _PER.match(self.low, self.it.ends[at]):
            return True  # "spent £24 billion, 9% more than in 2016 and 2% | more per visit"
        m = _OWN_BEFORE.search(gap)
        noun = at - len(gap) + m.start("noun") if m is not None else -1
        if m is None and (self.behind[k] or (self.triggers[k] >= 0 and self.tags[self.triggers[k]] in "ij")):
            m = (_OWN_BEHIND if self.behind[k] else _OWN_IN).match(self.afters[k])
            noun = self.behind_at[k] + m.start("noun") if m is not None else -1
        if noun < 0:
            return False
        entry, word = self.it.data[noun], self._item_word(noun)
        if word in _NOT_OWN or (isinstance(entry, Entry) and (entry.price or entry.area)):
            return False
        if self._item_word(noun - 1) in ("for", "at", "during", "throughout", "across"):
            return False
        end = noun + 1 + (self.tags[noun + 1 : noun + 2] == "x")
        named = self.low[self.it.starts[noun] : self.it.ends[end - 1]]
        return named not in self.low[self.s.start : self.it.starts[noun - 1]]

    def _more_a_year(self, f: Figure, at: int) -> str | None:
        """The direction of an amount of money that is so much more: "45 euros | more a year"."""
        if f.shape == "N" and f.unit is None and _FEWER.match(self.low, f.outer_end):
            return "down"  # "one million fewer smokers"
        if f.shape == "N" and (m := THAN_THE_LAST.match(self.low, f.outer_end)):
            return "up" if m["word"] in _UP else "down"  # "0.4 million | above last season's record"
        bare = f.unit is None and not f.scaled and self.tags[at - 1 : at] in (",", "-")
        like_last = f.unit is not None and self.tags[at - 1 : at] == "," and self._is_like_last(f)
        if f.shape != "N" or not (bare or like_last or (f.unit is not None and f.unit[:3].isupper())):
            return None
        if self.tags[at + 1 : at + 2] not in ("p", "q"):
            return None
        if not _MORE_A_YEAR.match(self.low, f.outer_end, self.s.end):
            return None
        return "up" if self.tags[at + 1] == "p" else "down"

    def _is_like_last(self, f: Figure) -> bool:
        """ "3.2 million tonnes, | 300,000 tonnes more": in the unit of a larger level right before it."""
        k = len(self.roles)
        last = self.figures[k - 1] if k else None
        return last is not None and last.unit == f.unit and last.kind == "level" and last.value > f.value

    def _restated(self, k: int) -> bool:
        """ "added 42.5 points, or 0.6 percent": points of an index, which a percentage says again."""
        at = self.it.figures[k]
        return re.match(r"[,<]*1?R", self.tags[at + 1 :]) is not None

    def _on_average(self, f: Figure) -> bool:
        """ "an average of | 7% a year"."""
        return (
            self.low.endswith("average of ", self.s.start, f.start)
            and _A_YEAR.match(self.low, f.outer_end) is not None
        )

    def _is_annual_rate(self, f: Figure) -> bool:
        """ "a | 5.2% annual rate"."""
        return _ANNUAL_RATE.match(self.low, f.outer_end) is not None

    def _is_of_before(self, f: Figure, k: int, after: str) -> bool:
        """True where what the figure is held against is of another time, and no other thing."""
        return self._below_a_peak(k, after) or THAN_THE_LAST.match(self.low, f.outer_end) is not None

    def _below_a_peak(self, k: int, after: str) -> bool:
        """ "8% below its peak of 527 kg in 2002": the other figure is dated: two times, not two things."""
        at = self.behind_at[k] + len(after)
        if self.tags[at : at + 1] not in ("N", "R") or not re.fullmatch(
            r"[pq](?:g[nO]?)?[eE]x{0,3}o?", after
        ):
            return False
        return self._dated(at)

    def _dated(self, at: int) -> bool:
        """True where a period or "a year earlier" stands right behind."""
        return _DATED.match(self.tags, at + 1) is not None

    def _of_output(self, k: int) -> bool:
        """ "narrowed by 0.4% of GDP": what is measured in percent of something changes by points."""
        j = self.behind_at[k]
        if self.triggers[k] < 0 or self.tags[j : j + 1] != "o":
            return False
        return _OUTPUT.match(self.low, self.it.ends[j]) is not None

    def _multiple(self, f: Figure, direction: str | None, gap: str) -> None:
        """ "rose 1.5 times" may be a ratio or an increase: a person must decide."""
        text, behind = self.low[f.start : f.end], self.low[f.outer_end : f.outer_end + 12]
        if text[:1].isdigit() or " " in text or f.outer_end > f.end:
            if direction is None:
                f.direction = None
            if "times" in self.low[f.end : f.outer_end] and gap[-1:] and gap[-1] in "udbpq":
                f.flags.add("ambiguous_multiple")
            elif re.match(r"\s*(?:higher|more|larger|greater|faster)\b", behind):
                f.flags.add("ambiguous_multiple")
                f.direction = "up"
        elif direction is None:
            entry = self.lex.singles.get(text)
            f.direction = entry.direction if entry else None

    def _in_bracket(self, gap: str) -> str | None:
        """The direction of "the largest rise was that of textiles (by | 16.8%)"."""
        m = re.search(r"(?P<noun>[ij])[^;,<>NRP]*<[bo]\Z", gap)
        return None if m is None else "up" if m["noun"] == "i" else "down"

    def _is_signed_change(self, f: Figure, gap: str, after: str, fresh: bool) -> bool:
        """ "guests (+3.2%)", "51.3% (+2.1 points)", "jobs in trade (+21,000)", "a change of -2.2%"."""
        if f.value >= 0 and f.direction != "up":
            return False
        if f.shape == "N":
            return gap.endswith("<") and after.startswith((">", ";")) and not is_money(f.unit)
        if _CHANGE_OF.search(self.low, self.s.start, f.outer_start):
            return True
        if f.direction == "up" and gap.endswith((":", "z")):
            return True
        return gap.endswith("<") or (not fresh and re.search(r"[<,;&1]x?\Z", gap) is not None)

    def _is_gain(self, at: int) -> bool:
        """ "a $4.0 million gain on a land sale" is an amount of its own, not a change."""
        if "-" in self.low[self.it.starts[at] : self.it.ends[at]]:
            return False  # "a 2-cent gain" is a step
        return at + 1 < len(self.it.tags) and self._item_word(at + 1) in _GAINS

    def _is_added(self, f: Figure, gap: str) -> bool:
        """ "added 42,000 jobs", "shed 1,200 posts": how many more or fewer; money lost is no change."""
        gap = gap.rstrip("e")
        if gap[-1:] not in ("2", "3") or is_money(f.unit):
            return False
        at = next(j for j, data in enumerate(self.it.data) if data is f) - 1
        while self.it.tags[at] == "e":
            at -= 1
        return self.low[self.it.starts[at] : self.it.ends[at]] in self.lex.gains

    def _is_extra(self, f: Figure, gap: str, at: int, last: Figure | None) -> bool:
        """ "2.2 million workers, an additional | 140,000 since 2015": so many more than at the base."""
        if last is None or f.shape != "N" or last.shape != "N" or f.unit not in (None, last.unit):
            return False
        if not _EXTRA.search(gap) or self._item_word(at - 1) not in self.lex.extras:
            return False
        m = SINCE_THEN.match(self.tags, at + 1)
        return m is not None and (m["opener"] is not None or self._item_word(m.end() - 1).startswith("since"))

    def _is_no_change(self, f: Figure, trigger: int, gap: str) -> bool:
        """ "book gains of $21 million" were made, "less a 2% discount" is taken off."""
        word = self._item_word(trigger)
        if word in ("less", "more") and gap.endswith("e"):
            return True
        return word == "gains" and f.shape == "N" and is_money(f.unit)

    def _bounded(self, f: Figure) -> bool:
        """ "fell below 400 million" tells a level, not a fall by so much."""
        if f.hedge is None or f.shape == "M":
            return False
        return self.low[f.hedge[0] : f.hedge[1]].split()[-1] in _WORDS_OF_BOUND
