"""What goes on with the verb, the list or the whole of the figure before: "…, and imports by | 4%"."""

from __future__ import annotations

from ingest.prose.dimension import is_money
from ingest.prose.en import clauses as cl
from ingest.prose.en.changes import SINCE_THEN
from ingest.prose.en.clauses import Group
from ingest.prose.en.led_to import LedTo
from ingest.prose.en.parts import Parts
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_BY_IN_LIST = regex(r"[,;&]&?[eE]?x{1,4}(?:[onO][eE]?x{1,3})*b\Z")
_NAMED = regex(r"x{0,3}(?:,&?|&|;)[eE]?x{1,3}")
_NAMED_FOR = regex(r",?&?[eE]?x{1,3}n")  # "gas accounted for 38 TWh and wind for | 17 TWh"
_THEN_TO = regex(r"(?:n[eE]?x{1,3})?,?t")  # "and 1.4% | in bulk, to 41 million"
_SHARE_LIST = regex(r"[^vudpqij23AHsC]*[,&z;][^vudpqij23AHsC]*(?<![o8])\Z")
_BY_LIST = regex(r"(?:[,;]&?|&)f?[eE]?x+(?:[onf][eE]?x+)*b\Z")  # "…, and the value of exports by | 4.6%"
_AND_BY = regex(r"(?:O?e?[BY]|nY)*,?&?(?:[nOc]?e?[YB],?)?b")
_AND_ON = regex(r"[^;udvHA<>]*,?&e?")
# "lost 12,000 posts in May, and construction | 5,000"
_OTHER_LOST = regex(r"x{0,2}(?:[nO]?e?[BY])?(?:[,;]&?|&)[eE]?x{1,3}(?:&[eE]?x{1,2})?,?")
_AND_OF = regex(r">?(?:O?e?[BY]|nY|[cf]e?Y)*,?&o")
_AND_BY_TOO = regex(r"(?:O?e?[BY]|nY)*,?&b")
_BASE_AND = regex(r"x{0,2}(?:[pq]?[nOcfgz]?e?[YB])+,?&[bo]?e?|Oex,?&")
_WORD = regex(r"[a-z]+")
_TIMES = regex(r"[cfgO]n?Y|^[pq]g?[BY]")
_IN_LIST = regex(r"(?:,&?|&|;)e?\Z")
_IN_LIST_TOO = regex(r"(?:,&?|&|z|;)e?\Z")
_MOVES = regex(r"[udij]")
_MAIN_VERB = regex(r",[AvH][^;]*;")  # "63, among them 14 of the left, voted for it; | 31 against"


class GoingOn(LedTo):
    """The part of the walk in which a figure takes its role from a list that it goes on."""

    group: Group | None
    parts: Parts

    def _moved(self, *kinds: str) -> list[Figure]:
        """The figures before of one of these kinds."""
        return [x for x in self.figures[: len(self.roles)] if x.kind in kinds]

    def _amount_too(self, t: Turn) -> str | None:
        """ "…, revolving credit by | $1.6 billion to $1.02 trillion": what moved by an amount in a list."""
        if t.f.shape != "N" or t.last_role != cl.TO or not _BY_IN_LIST.search(t.gap):
            return None
        moved = self._moved("change_amount")
        if not moved or self.afters[-1][:1] != "t":
            return None
        t.f.direction = moved[-1].direction
        return cl.CHANGE

    def _part_too(self, t: Turn) -> str | None:
        """What goes on a list of parts, or shares the whole of the figure before."""
        f, gap, last = t.f, t.gap, t.last
        assert last is not None
        if (
            (t.last_role == cl.PART and f.shape == last.shape and f.unit == last.unit)
            and not any(rule == "list_of_parts" and f.value > x.value for _, x, rule, *_ in last.links)
            and (_IN_LIST_TOO.search(gap) or self._goes_on_as_part(f, gap))
            and not _MOVES.search(gap)
            and not _MAIN_VERB.search(gap)
        ):
            return cl.PART
        said = next((x for r, x, *_ in last.links if r == "expresses" and last.kind == "share"), None)
        again = said is not None and f.shape == said.shape and f.unit == said.unit
        listed = again and _IN_LIST.search(gap) and not _MOVES.search(gap)
        if listed and said is not None and any(r == "part_of" for r, *_ in said.links):
            return cl.PART  # "of which 380 tonnes (51%) came from here and | 190 tonnes (26%) from there"
        if f.shape != "R" or last.shape != "N" or not _NAMED.fullmatch(gap):
            return None
        if any(("share_of", last) in [y[:2] for y in x.links] for x in self.figures[: len(self.roles)]):
            # "Wheat made up 58% of the harvest of 45.6 million tonnes and barley | 24%"
            f.link("share_of", last, "share_of_the_same_whole")
            return cl.SHARE
        return None

    def _change_too(self, t: Turn) -> str | None:
        """What moved with the verb or the noun of the change before."""
        f, gap, last = t.f, t.gap, t.last
        assert last is not None
        by_too = f.shape == last.shape and _AND_BY.fullmatch(gap) is not None
        if (
            t.last_role == cl.CHANGE
            and f.shape == "N"
            and _AND_OF.fullmatch(gap)
            and self._moved("change_amount")
        ):
            f.direction = (
                last.direction
            )  # "an increase of 1,150 (6.7%) on a year earlier and of | 4,900 on 2014"
            return cl.CHANGE
        rates = self._moved("change_rate")
        if f.shape == "R" and rates and t.after[:1] == "B" and _AND_ON.fullmatch(gap):
            f.direction = rates[-1].direction  # "9% up on the half-year and | 21% on the year"
            return cl.CHANGE
        again = t.last_role == cl.TO and t.after[:1] != "t" and _AND_BY_TOO.fullmatch(gap) is not None
        before = [x for x in self._moved("change_amount", "change_rate", "points") if x.shape == f.shape]
        if again and before:
            f.direction = before[
                -1
            ].direction  # "fell by 306,000 to 3.5 million, and by | 424,200 on the year"
            return cl.CHANGE
        if t.last_role == cl.CHANGE and (by_too or self._and_since(gap, f, last, t.at)):
            f.direction = last.direction  # "by 12,000 on the month and by | 96,000 on the year"
            return cl.CHANGE
        if f.shape == "R" and _BY_LIST.search(gap):
            moved = self._moved("change_rate", "average_rate")
        elif t.last_role == cl.CHANGE and last.kind == "change_amount" and _BY_LIST.search(gap):
            moved = [last] if f.shape == "N" and f.unit in (None, last.unit) else []
        elif t.last_role == cl.CHANGE and last.kind == "change_amount" and _OTHER_LOST.fullmatch(gap):
            bare = f.shape == "N" and f.unit is None and t.after[:1] not in ("x", "o", "e", "A")
            moved = [last] if bare and not is_money(last.unit) else []
        elif f.shape in "RN" and t.last_role == cl.TO and self._goes_on_to(gap):
            kinds = ("change_rate", "average_rate") if f.shape == "R" else ("change_amount",)
            moved = [x for x in self._moved(*kinds) if x.unit == f.unit]
            self.group = None if moved else self.group
        else:
            return None
        if not moved:
            return cl.LEVEL
        f.direction = moved[-1].direction
        return cl.CHANGE

    def _goes_on_to(self, gap: str) -> bool:
        """ "…, rubber | 9.4% to 74.8 million kg", "and wheat | 5 cents to $4.90"."""
        return _THEN_TO.match(self.afters[-1]) is not None and cl.ELLIPSIS.match(gap) is not None

    def _goes_on_as_part(self, f: Figure, gap: str) -> bool:
        """ "of which farms used 1.9 billion, households | 0.8 billion": if the whole can hold it."""
        whole = self.parts.open
        if whole is None or not (_NAMED.fullmatch(gap) or _NAMED_FOR.fullmatch(gap)):
            return False
        parts = [x for x in self.figures if any(r == "part_of" and t is whole for r, t, *_ in x.links)]
        return sum(x.value for x in parts) + f.value <= whole.value

    def _elliptical(self, t: Turn) -> str:
        """ "mining was up by 1.6 percent, manufacturing 6.9 percent": the verb holds for the whole list."""
        f, gap, last, at = t.f, t.gap, t.last, t.at
        assert last is not None
        behind = self.tags[at + 1 : at + 2]
        if (
            behind in ("o", "w")
            or (behind in ("v", "H") and _IN_LIST_TOO.search(gap))
            or ("fraction" in f.flags and behind == "x")
        ):
            return t.role  # "one in three cars" is a share
        words = _WORD.findall(self.low, self.it.ends[at - len(gap) - 1], self.it.starts[at])
        if not self.lex.rates.isdisjoint(words):
            return t.role
        verb = self._item_word(at - 1) if gap.endswith("xA") else "ed"
        noun = not verb.endswith("ed") and verb not in self.lex.pasts
        said = f"{gap[:-1]}x" if noun else gap  # "regular pay rose 6.1% and total pay | 5.6%"
        said = said.replace(":", ",")  # "prices rose 6.3%: houses | 6.0%"
        if t.last_role == cl.CHANGE and cl.ELLIPSIS.match(_TIMES.sub("", said)):
            if noun:
                self.it.tags[at - 1] = "x"
                self.tags = f"{self.tags[: at - 1]}x{self.tags[at:]}"
            return cl.CHANGE
        if last.kind == "share" and _SHARE_LIST.match(gap):
            for of, whole, rule, *_ in last.links:
                if of == "share_of":
                    f.link(of, whole, rule)
            return cl.SHARE
        return t.role

    def _and_since(self, gap: str, f: Figure, last: Figure, at: int) -> bool:
        """ "an increase of 46 million since 2020 and | 150 million since 2019": on another base."""
        bare = f.shape == "N" and f.unit is None and not f.scaled and last.shape == "P"
        if last.kind not in ("change_amount", "points") or (f.shape != last.shape and not bare):
            return False
        if f.shape == "N" and not bare and f.unit not in (None, last.unit):
            return False
        m = SINCE_THEN.match(self.tags, at + 1) if _BASE_AND.fullmatch(gap) else None
        if m is None:
            return False
        since = m["opener"] is not None or self._item_word(m.end() - 1).startswith("since")
        if since and bare:  # "down 4 basis points on the day and | 70 since January"
            f.shape, f.unit, f.unit_status = last.shape, last.unit, "inherited"
        return since
