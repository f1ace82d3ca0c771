"""Which of the periods of a sentence dates which of its figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.clauses import EARLIER, FROM
from ingest.prose.en.marks import MARK
from ingest.prose.en.words import Entry
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_OWN = regex(r"(?:[xonOe5E&sijfvAH]|h){0,9}?[nOb]?e?(?P<period>Y)")
_COMPARED = regex(r"c[^,;YB]*\Z")  # "compared with a contraction of | 10,700 in 2017"
_BEHIND_BRACKET = regex(r"[^<>Y]*>[nO]?e?(?P<period>Y)")
_BRACKET = regex(
    r"<e?(?P<period>Y):?(?:e?x{1,3}o)?\Z|(?P<before>Y)<\Z|[pq]g(?P<whose>Y)\Z"
)  # "(2016: 5)", "of 2009 (5)"
_USUAL = regex(
    r"\b(?:usual|normal|typical|average for)\b[^,;\d]{0,40}\Z"
)  # "the usual total for the whole of July"
_SAID = regex(
    r"\b(?:and|but)\s(?:\w+\s)?(?:said|says|added|warned|signall?ed|expects?|promised|pledged|predicted|hinted)\b"
)
_ASIDE, _GOES_ON = regex(r"x,[pq]\Z"), regex(r"Y,[udvA23H]")
_FOLLOWED = regex(r"(?![cgf])[^,;&zNRPM<]*[NRPM]")  # but not "in 2018 compared with 5 million"
_OF_MARK = regex(r"Yx{1,2}(?P<link>[ov:])[^,;]?\Z")
_LONGEST_OF_MARK = 5  # tags of such a match
_LEANED_ON = regex(r"(?:[xAv]f|[gc][nO]?e?)\Z")  # "unchanged from 2017", "busier than in 2017"
_RELATIVE = regex(r"[,&]Z[^,;<NRPM]*\Z")  # ", which had fallen in 2016,"
_SINCE = regex(r"z[^,;<NRPM]*\Z")  # "the lowest since records began in 1976"
_LONGEST_USUAL = len("average for") + 40
_ANOTHER_CLAUSE = regex(r"(?:,?&|;|,?z),?[eE]?x{1,4}(?:[onO][eE]?x{1,3})*H?[vudA23]")
_HELD = regex(r"[pqgc][eE]?\Z")
_LONGEST_AVERAGE = 30
_AVERAGE_BEHIND = regex(r"\s(?:[a-z]+\s)?(?:average|mean|median|norm)\b")
_CONTRACT = regex(r"\s(?:deliver(?:y|ies)|futures|contracts?|settlement)\b")
_AFTER = regex(r"z[ud]?e?\Z")  # "after 10.3% in July", "after rising 3.4% in the third quarter"
# ", and in 2010 it was …": what stands before has another period
_FRONT = regex(r"(?P<clause>[&;z]),?[O6neE]{0,3}\Z|[,:][O6neE]{0,3}\Z")
_HELD_AGAINST = regex(r"\b(?:above|below|than|ahead of|behind|exceeding) the \Z")
_SUBJECT = regex(r"(?P<comma>,?)[xkeEKX]")


def right_behind(walk: Walk, k: int) -> int | None:
    """The item of the period that stands right behind figure k: "25 million tonnes in 2016", "25 (8%) in"."""
    after = walk.afters[k]
    behind = _BEHIND_BRACKET.match(walk.afters[k + 1]) if after == "<" and k + 1 < len(walk.afters) else None
    if behind is not None:
        return walk.behind_at[k + 1] + behind.start("period")
    m = _OWN.match(after) if "Y" in after else None
    return None if m is None else walk.behind_at[k] + m.start("period")


class Dating:
    """Deals the periods of one sentence out to its figures.

    A period dates the figure that it stands behind. It dates others of its clause too, and of later clauses
    that have none of their own; but not where it says when something else was: an earlier level ("from 5 in
    2016"), a target ("20% by 2020"), a subordinate clause ("which had fallen in 2016"). `periods` are the
    items that may date a figure; `shared` those of them that may date more than one.
    """

    def __init__(self, walk: Walk, periods: list[int]) -> None:
        self.walk, self.tags = walk, walk.tags
        self.holder: dict[int, int] = {}  # period -> the figure that it stands right behind
        passed = (self._is_of_average, self._is_name, self._is_of_forecaster)
        self.periods = [j for j in periods if not any(said(j) for said in passed)]
        self.bracketed: dict[int, int] = {}
        self.own_only: set[int] = set()  # periods before the noun of one figure
        self.shared: list[int] = []
        if "Y" not in self.tags:
            return
        for k, gap in enumerate(walk.gaps):
            if (m := _BRACKET.search(gap)) and (m["period"] or not self._dated_within(k)):
                at = walk.it.figures[k] - len(gap) + m.start(m.lastgroup or "period")
                if m["before"] and at not in self.periods:
                    continue  # "4.3% lower than in June (|-123 thousand)": the base dates nothing
                self.bracketed[k] = at
                if m["period"] and at in self.periods:
                    self.periods.remove(at)
            elif gap.endswith("Y"):  # "last year's 2.42 billion"
                at = walk.it.figures[k] - 1
                if walk.it.data[at].code and walk.g.low.endswith("'s", 0, walk.it.ends[at]):
                    self.bracketed[k] = at
                    self.periods = [j for j in self.periods if j != at]
        for k in range(len(walk.figures)):
            at_period = right_behind(walk, k)
            if at_period is not None and at_period in self.periods:
                self.holder[at_period] = k
                if walk.afters[k] == "<":
                    self.bracketed[k + 1] = at_period
            else:
                self._date_before_noun(k)
        self.shared = [j for j in self.periods if not self._aside(j)]

    def _date_before_noun(self, k: int) -> None:
        """Give a figure the period before its noun: "the 2020 target is 50%", "the 2017 median of 62,626"."""
        at = self.walk.it.figures[k]
        m = _OF_MARK.search(self.tags, max(0, at - _LONGEST_OF_MARK), at)
        if (
            m is None
            or self._is_of_forecaster(m.start())
            or self.walk.it.data[m.start()].code is None
            or (m["link"] != "o" and self.walk.roles[k] != MARK)
        ):
            return
        self.holder[m.start()] = k
        self.bracketed[k] = m.start()
        above = _HELD_AGAINST.search(
            self.walk.low[: self.walk.it.starts[m.start()]]
        )  # "above the | 2001 figure"
        if above or any(j < m.start() for j in self.periods) or self.walk.roles[k] == MARK:
            self.own_only.add(m.start())

    def period_of(self, k: int) -> int | None:
        """The item of the period of figure k, None where the sentence states none for it."""
        if not self.periods and not self.bracketed:
            return None
        if k in self.bracketed:
            return self.bracketed[k]
        own = right_behind(self.walk, k)
        if own is not None and own in self.periods:
            return own
        if self.walk.roles[k] == MARK:
            at = self.walk.it.figures[k]
            ahead = next((j for j in self.periods if j > at), None)
            if ahead is not None and not re.search("[,;&NRP]", self.tags[at + 1 : ahead]):
                return ahead  # "the 75% target to be reached by 2020"
        if k and self.walk.opens_earlier_clause(k):  # "after growing 0.5%": not of the time of what is before
            at, gap = self.walk.it.figures[k], self.walk.gaps[k]
            first = at - len(gap) + gap.rfind("z")
            return next((j for j in reversed(self.periods) if first < j < at), None)
        at = self.walk.it.figures[k]
        opened = self.tags.rfind("<", 0, at)
        if opened > self.tags.rfind(">", 0, at):  # what a bracket dates stays in it
            closed = self.tags.find(">", at)
            inside = [j for j in self.periods if opened < j < closed and not self._is_after(j)]
            if inside:
                return inside[0]
        start = self.tags.rfind(";", 0, at) + 1
        end = self.tags.find(";", at)
        end = len(self.tags) if end < 0 else end
        before = [j for j in self.shared if start <= j < at]
        if before:
            return before[-1]
        behind = next((j for j in self.shared if at < j < end), None)
        if behind is not None and not (
            self._is_of_share(k, behind)
            or self._is_fronted(behind)
            or self._is_foretold(behind)
            or self._is_of_later_clause(at, behind)
        ):
            return behind
        earlier = [j for j in self.shared if j < start and not self._is_foretold(j)]
        return earlier[-1] if earlier else None

    def _is_after(self, period: int) -> bool:
        """True for a period that a figure behind "after" holds: "+0.6% after +1.4% in 2017"."""
        k = self.holder.get(period)
        return k is not None and _AFTER.search(self.walk.gaps[k]) is not None

    def _of_another_time(self, k: int, period: int) -> bool:
        """True for "half of the 760,000 of 1987", "compared with 24.4 years in 1974"."""
        gap, at = self.walk.gaps[k], self.walk.it.figures[k]
        if k == 0:
            return False
        if self.walk.roles[k] == "duration":
            return re.search(r"c[eE]?\Z", gap) is not None
        between = self.tags[at + 1 : period]
        nearby = (
            r"x{0,3}o" if gap.startswith("o") else r"x{0,3}o|x{0,2}A?[nO]?"
        )  # "38 of the 150 seats in 2017"
        before = self.walk.g.low[self.walk.s.start : self.walk.it.starts[at]]
        if _HELD_AGAINST.search(before):
            nearby = r"[xij]{0,3}o"  # "ahead of the 14% growth of September"
        return before.endswith("the ") and re.fullmatch(nearby, between) is not None

    def _is_ahead(self, period: int) -> bool:
        """True unless a period was over when the text was published."""
        published = self.walk.g.context.published_on
        code = self.walk.it.data[period].code
        return published is None or code is None or int(code[:4]) >= published.year

    def _dated_within(self, k: int) -> bool:
        """True where the bracket that figure k opens states a period of its own: "in 2017 (8.9% in 2016)"."""
        at = self.walk.it.figures[k]
        return any(at < j < self.tags.find(">", at) for j in self.periods)

    def _aside(self, period: int) -> bool:
        """True where a period dates nothing but the figure in front of it, or no figure at all."""
        walk = self.walk
        before = self.tags[:period]
        if ("Z" in before and _RELATIVE.search(before)) or ("z" in before and _SINCE.search(before)):
            return not any(c in "NRPM" for c in re.split("[Zz]", before)[-1]) and self._opens_since(before)
        if any(a < period < b and self.tags[a + 1] == "Z" for a, b in walk.it.asides):
            return True  # "Exports, which rose 5% in 2018, are expected to"
        if period in self.own_only or before.rfind("<") > before.rfind(">"):
            return True  # what a bracket dates stays in it
        k = self.holder.get(period)
        if k is None:
            return _LEANED_ON.search(before, max(0, period - 3)) is not None
        if "since" in walk.it.data[period].flags and _ANOTHER_CLAUSE.match(self.tags, period + 1):
            return True  # "has doubled since 2013, and theft was up 5%"
        if _ASIDE.search(walk.gaps[k]) and _GOES_ON.match(self.tags, period):
            return True  # "the lira, down 20 percent this year, firmed"
        if k and "," in walk.gaps[k] and self.tags[period - 1] == "b" and self._is_ahead(period):
            return True  # ", to save 6 billion by 2020": a time limit is that of its own figure
        if _COMPARED.search(walk.gaps[k]) or self._looks_back(k):
            return True
        joined = k > 0 and re.fullmatch(r"[nOoY]{0,3},?&e?", walk.gaps[k]) is not None
        if joined and any(j < period and held == k - 1 and self._aside(j) for j, held in self.holder.items()):
            return True  # "after 1.0% in 2017 and 0.2% in 2016"
        return (
            self._is_apart(k)
            or self._of_another_time(k, period)
            or (k > 0 and walk.opens_earlier_clause(k))
            or _AFTER.search(walk.gaps[k]) is not None
        )

    def _looks_back(self, k: int) -> bool:
        """True for ", partly offsetting an increase of | 53,000 in January": the clause tells of what was."""
        it = self.walk.it
        start = it.ends[it.figures[k - 1]] if k else self.walk.s.start
        clause = self.walk.g.low[start : it.starts[it.figures[k]]].rpartition(",")[2]
        opens = [word for word in clause.split(maxsplit=2)[:2] if not word.endswith("ly")]
        return opens[:1] != [] and opens[0] in self.walk.lex.looking_back

    def _is_name(self, period: int) -> bool:
        """True for "the yield on the 2026 bond": a year to come before a noun names it."""
        published = self.walk.g.context.published_on
        code = self.walk.it.data[period].code or ""
        if _CONTRACT.match(self.walk.g.low, self.walk.it.ends[period]):
            return True  # "crude for June delivery"
        if (
            published is None
            or not code[:4].isdigit()
            or int(code[:4]) <= published.year + 1
            or len(code) > 4
        ):
            return False
        return self.tags[period - 1 : period] == "e" and self.tags[period + 1 : period + 2] == "x"

    def _is_of_forecaster(self, period: int) -> bool:
        """True for "its | August projections of 1.3%": a month in which it was foretold, not what for."""
        entry = self.walk.it.data[period + 1] if self.tags[period + 1 : period + 2] == "x" else None
        is_month = len(self.walk.it.data[period].code or "") == len("2019-08")
        return is_month and isinstance(entry, Entry) and entry.status == "forecast"

    def _is_of_share(self, k: int, period: int) -> bool:
        """True for the period of "half of them in | March": when a share fell, and not its whole."""
        held = self.holder.get(period)
        if held is None or held <= k:
            return False
        share, whole = self.walk.figures[held], self.walk.figures[k]
        return any(t is whole and rule in ("share_of_them", "n_of_them") for _, t, rule, *_ in share.links)

    def _is_of_later_clause(self, at: int, period: int) -> bool:
        """True for ", extending its losses | this year to 6 percent": of the figure behind it."""
        apart = re.search(r"[,&;z]", self.tags[at + 1 : period]) is not None
        start, end = self.walk.it.ends[at], self.walk.it.starts[period]
        if _SAID.search(self.walk.g.low, start, end):
            return True  # "… to 0.25%, and said the next would come in | 2019"
        return apart and _FOLLOWED.match(self.tags, period + 1) is not None and period not in self.holder

    def _is_of_average(self, period: int) -> bool:
        """True for "the 1981-2010 average": years and years, of no figure."""
        it = self.walk.it
        low, start, end = self.walk.g.low, it.starts[period], it.ends[period]
        if _USUAL.search(low, max(self.walk.s.start, start - _LONGEST_USUAL), start):
            return True
        if _AVERAGE_BEHIND.match(low, end, min(end + _LONGEST_AVERAGE, self.walk.s.end)) is None:
            return False
        long = "/P" in (it.data[period].code or "")
        return long or _HELD.search(self.tags, max(0, period - 2), period) is not None

    def _opens_since(self, before: str) -> bool:
        """True for a relative clause, and for "since" among the words that open a subordinate one."""
        at = max(before.rfind("Z"), before.rfind("z"))
        word = self.walk.g.low[self.walk.it.starts[at] : self.walk.it.ends[at]]
        return before[at] == "Z" or word == "since"

    def _is_apart(self, k: int) -> bool:
        """True for a figure of another time than its sentence: an earlier level, a target."""
        return self.walk.roles[k] in (EARLIER, FROM, MARK) or self.walk.figures[k].status == "target"

    def _is_foretold(self, period: int) -> bool:
        """True for "its forecast for growth in | 2019", which dates what is forecast and nothing before."""
        for j in range(period + 1, min(period + 4, len(self.tags))):  # "its fourth-quarter revenue estimate"
            entry = self.walk.it.data[j]
            if self.tags[j] not in "xi":
                break
            if isinstance(entry, Entry) and entry.status is not None:
                return True
        for j in range(period - 1, max(period - 6, -1), -1):
            entry = self.walk.it.data[j]
            if self.tags[j] not in "xion":
                return False
            if isinstance(entry, Entry) and entry.status is not None:
                return True
        return False

    def _is_fronted(self, period: int) -> bool:
        """True where a period opens a clause behind the figure: ", and in 2010 it was 52%"."""
        front, subject = _FRONT.search(self.tags, 0, period), _SUBJECT.match(self.tags, period + 1)
        return front is not None and subject is not None and (not subject["comma"] or bool(front["clause"]))
