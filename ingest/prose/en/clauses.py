"""The left-to-right reading of a sentence: what each figure is, and which figures it belongs with.

The tags between two figures form a short string ("gap"); small anchored patterns on it tell the role of the
figure behind it. What the letters stand for is told in `words` and `lexer`. A `Group` is one thing at one
time: its level, its earlier level, the changes between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.prose.dimension import is_money
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

# Roles of a figure in its clause.
LEVEL, TO, EARLIER, FROM, CHANGE, SHARE, PART, AGAIN, TOTAL, CONVERSION = (
    "level", "to", "earlier", "from", "change", "share", "part", "again", "total", "conversion",
)  # fmt: skip

STATED = (LEVEL, SHARE, PART)  # roles of what is told for itself
NOW = (LEVEL, TO, TOTAL, PART)  # roles of what is a level of its time

_COMPARED = regex(r"c(?:[eEoBnk]|x{1,3}(?=o))*\Z")  # "compared with operating income of"
_OWN_CHANGE = regex("<[pq]")
_LESS_THAN = regex(r"[pq]g[enY]*\Z")
_FROM = regex(r"f[eE]?\Z|[udpqijYB][^,;]*f[eE]?x{1,3}o\Z")
_VERB_CHANGE = regex(
    r"[ud]<be?\Z|[udpq](?:[BYe]|nY|OY|fY|nB|ex)*(?:[bn]e?x{0,4}8|be?x{1,2}(?:&x)?|b)?e?\Z"
    r"|[23](?:[eE]?Y?[xi]{1,5}(?:[on]e?x{1,3}|nY)*)?b\Z|[ud23][^,;<NRPDudvAij]{0,14}[,:]b\Z|[udpq][eE]?x{1,5}(?:oe?x{1,3})?b\Z|[ud](?:[nO5][eE]?x{1,3}|[nO]?Y|B){1,3}be?\Z"
    r"|(?<=v)[pq](?:[eE]Yx{0,3}|[eE]x{1,3}oe?[BY],?|x?,)be?\Z"  # "is below its May level by", "were down, by"
)
_THE_LOWER = regex(r"[eE][pq]\Z")  # "at the lower | 21% rate" changes nothing
_VERB_TO = regex(
    r"[udpqM23](?:[BYexE]|i(?=x)|nY|[on][eE]?[xi]{1,3})*t[ev]?\Z|[ud][BYexEn]*,t\Z"
)  # "fell in May, to | 92.7 from 95.1"
_NOUN_CHANGE = regex(
    r"(?P<noun>[ij])s?(?:[BY]|tY(?=v)|[on5][eE]?[xs&Ee]{1,6}Y?|nY|[cfO]e?Y(?=[vo:]))*(?:[obt:v]|(?<=[ij])<|vt|va|[ve]?n{1,2}|vU|H?v|v?8)?e?\Z"
)
# "will rise to", "is expected to fall this year to": verbs that are nouns elsewhere
_TO_RISE_TO = regex(r"[Smt](?P<verb>[ij])(?:[BY]|[no]Y|[no][eE]?x{1,4})*,?t[ev]?\Z")
_WILL_FALL = regex(r"[Sm][ij]\Z")  # "is projected to fall | 240 million bushels"
_AFTER_CHANGE = regex(r"e?[BY]?x{0,2}(?P<noun>[ij])")
_AFTER_MORE = regex(
    r"(?P<word>[pq])(?:e?x{0,4}[gB]|[cztfnYBO,.&;\-]|e?\Z|[eEkZ]?x{0,3}[no]?Y|eoY|<\Z|x|[eE]x)"
)
_MORE_THAN = regex(r"[pq]x{0,4}[gB]")
_ABOVE_LEVEL = regex(
    r"[pq](?:[eE]x{1,3}A?[on]?e?|O[ne]?|[eE](?=Yx))[YB]"
)  # "1.3 cents above the level of 2016", "45 above its level a year earlier", "200 up on 2016"
_MORE_X_THAN = regex(r"[pq]x{1,3}(?:g[nO]?[eE]?x{0,2}[YB]|B)")  # "300,000 more visitors than in 2016"
MORE_WERE = regex(r"[pq]x{1,3}v")  # "501,000 more people were looking for work"
_NOUN_MORE = regex(r"x{1,2}(?P<word>[pq])(?:B|g[nO]?e?Y)")  # "2,000 head more than in May"
_APART = regex(
    r"[pq]x{0,4}g(?!ne?x{0,3}o?Y)(?![^,;]*B)[ne]*x|[pq][eE]x{1,4}(?![^,]*[YB])|[pq]e\Z|[pq]x{0,2}gk(?![^,]*[YB])"
)
_SHARE_BEFORE = regex(r"a(?:[eEo]|e[xs]{1,2}o)?\Z|s(?:[on][^,;]{1,8})?[vto]?e?\Z|sv?[^,;]{0,6}[vt]\Z")
_BRACKETED = regex(r"<e?[YB]:?(?:e?x{1,3}o)?\Z")
_AGAIN = regex(r"[,<]*1b?e?\Z|<\Z")
_PART = regex(r"[wlL](?!o\Z),?(?:[^,;NRPD]{0,12})\Z")  # not "70% of the total of 3 billion"
# What goes on with the verb of the figure before: "…, manufacturing 6.9 percent".
ELLIPSIS = regex(r"[^vudpqij23AHsaCwcfk]*[,&z;](?:[^vudpqij23AHsaCwcfk]*(?<![on8])|o)\Z")
_OF_ANOTHER = regex(r"[,&z](?:5|Ab)?[eE]?x+(?:[ont]e?x+)*,Z[^,]*\Z")  # ", and exports, which rose"
_ON_GROWTH_OF = regex(r",[O5]x{1,3}[ij][ob]e?\Z")  # ", on capacity growth of | 9.8 percent"
_LED_BY_A = regex(r"[,&]x{1,2}b(?:e[xi]?)?\Z")  # ", led by a | 20 percent jump in leather goods"
_LED_BY = regex(r"(?:(?<=[^,])b|5)e?x+(?:[on]e?x+)*,[pqud]?b?\Z")  # "led by milk powder, up | 112 million"
_WITH_ASIDE = regex(r"5e?x+,[^,;]*,[pq]\Z")  # ", with Wolf, the market leader, down | 61.5 percent"
_HAD_BEFORE = regex(r"[;,z:][nO]?B,?[keExn]{0,4}H[udv]")  # "; a year earlier it had grown by"
_OTHER_IN_BRACKET = regex(r"<[eE]?x+[ij][^<>]*\Z")  # "(expense reduction of"
# "while cattle numbers fell (down | 1 per cent)"
_CLAUSE_AND_BRACKET = regex(r"[,;&z][eE]?x+(?:[onO][eE]?x+)*[ud][^,;<>]*<[pqb]?e?\Z")
_FROM_ITS_OWN = regex(r"(?:[,;]|[YB])&e?x+f\Z")  # "at the end of June, and staff from | 4,300 to 3,900"
# "grew faster (+4%, to 1.45 trillion) than arrivals (|+6%, to 1.4 billion)"
_BRACKET_OF_ANOTHER = regex(r">(?:,?&|g|,|z|5)[eE]?x+(?:[no]e?x+)*<[pqb]*\Z")
# "while revenue, hurt by lower prices, gained only | 4 percent"
_SUBJECT_ASIDE = regex(r"z[eE]?x{1,4}(?:[onO][eE]?x{1,3})*,[^,;z]*,[udv23pq]b?e?\Z")
_PRONOUN_MOVED = regex(r"(?:Zvx?|x|&|(?:[nO]e?)?Y|B|)k(?:[HSm]?[ud]|v[pq])b?e?")
_SEPARATOR = regex(r"[,;:<>&z\-1]")


@lru_cache(maxsize=65536)
def role_of(gap: str, after: str, shape: str) -> tuple[str, str | None, int, bool]:
    """The role of a figure from the tags before and behind it.

    Returns (role, direction, position in `gap` of the word of change or -1, whether one stands behind).
    """
    rate = shape in "RPM"
    if shape in "RP" and gap and gap[-1] in "23":
        return CHANGE, "up" if gap[-1] == "2" else "down", len(gap) - 1, False
    held = _COMPARED.search(gap)
    if held is not None and "x" in held[0] and _OWN_CHANGE.match(after):
        held = None  # "spending of 4.1 billion (up 9%) against revenue of | 3.8 billion (up 13%)"
    if held or (shape == "N" and _LESS_THAN.search(gap)):
        return EARLIER, None, -1, False
    if m := _VERB_TO.search(gap):
        return (
            TO,
            "up" if m[0][0] in "up2" else "down" if m[0][0] in "dq3" else None,
            m.start(),
            False,
        )
    if _FROM.search(gap):
        return FROM, None, -1, False
    particle = (
        gap[-1:] in ("p", "q") and _MORE_THAN.match(after) is not None
    )  # "dug up | 12% less copper than"
    if not particle and (m := _VERB_CHANGE.search(gap)) and not _THE_LOWER.search(gap):
        return CHANGE, "up" if m[0][0] in "up2" else "down", m.start(), False
    if shape in "RP" and gap.endswith("e") and after[:1] in ("i", "j"):
        return CHANGE, "up" if after[0] == "i" else "down", -1, True  # "outpaced the | 3.1% rise in wages"
    if m := _TO_RISE_TO.search(gap):
        return TO, "up" if m["verb"] == "i" else "down", m.start("verb"), False
    if m := _NOUN_CHANGE.search(gap):
        if shape == "N" and gap.endswith("t"):
            return TO, None, m.start(), False
        if rate or gap[-1:] in "obe" or gap.endswith("v") or _WILL_FALL.search(gap):
            return CHANGE, "up" if m["noun"] == "i" else "down", m.start(), False
    if shape in "RPN" and (m := _AFTER_CHANGE.match(after)) and not (shape == "N" and "x" in m[0]):
        return CHANGE, "up" if m["noun"] == "i" else "down", -1, True
    if (m := _AFTER_MORE.match(after)) and (
        shape != "N"
        or (
            m[0][1:2] in ("g", "B", "Y", "c")
            or _MORE_X_THAN.match(after)
            or _ABOVE_LEVEL.match(after)
            or MORE_WERE.match(after)
            or (m[0].endswith("<") and gap.endswith(","))  # ", 333,000 more (+0.7%) than"
        )
    ):
        return CHANGE, "up" if m["word"] == "p" else "down", -1, True
    if shape == "N" and (m := _NOUN_MORE.match(after)):
        return CHANGE, "up" if m["word"] == "p" else "down", -1, True
    if shape == "R" and (_SHARE_BEFORE.search(gap) or re.match(r"x{0,2}so", after)):
        return SHARE, None, -1, False
    if _BRACKETED.search(gap):
        return EARLIER, None, -1, False
    if _AGAIN.search(gap):
        return AGAIN, None, -1, False
    if _PART.search(gap) and not (shape == "R" and after[:1] == "o"):
        return PART, None, -1, False
    if after[:1] == "T" or gap.endswith(("U", "T")):
        return TOTAL, None, -1, False
    if shape == "R" and after[:1] and after[0] in "ow":
        return SHARE, None, -1, False
    if shape == "M":
        return CHANGE, None, -1, False
    return LEVEL, None, -1, False


def is_difference(after: str) -> bool:
    """True where a comparison behind the figure sets two things apart at one time: "13% less than men"."""
    return _APART.match(after) is not None


@lru_cache(maxsize=65536)
def is_fresh(gap: str) -> bool:
    """True where the gap brings a subject of its own: "… and imports rose" is about something else."""
    cut = gap.rfind(";")
    tail = gap[cut + 1 :]
    if _HAD_BEFORE.search(gap) or _OTHER_IN_BRACKET.search(gap):
        return True
    parts = _SEPARATOR.split(tail)
    last = parts[-1]
    if _LED_BY_A.search(gap) or _WITH_ASIDE.search(tail) or _CLAUSE_AND_BRACKET.search(tail):
        return True
    if len(parts) > 1 and re.search(r"nY.*[udpqij]|x[^,;]{0,6}a|[23][eE]?Y?x", last):
        return True  # a time, a subject or an object of its own: ", lifting the balance to"
    if _SUBJECT_ASIDE.search(tail):
        return True
    if len(parts) > 1 and _PRONOUN_MOVED.fullmatch(last):
        return False  # "…, so they grew by 5% in the year", "which means that it rose by"
    for tag_before_verb in re.finditer(
        r"[xs][^,;udvpqij]{0,6}(?:[udvA23]|t[ij])|5[eE]?[Tx]+(?:[onOt]e?x+)*[pq]|Kx+[udv]|X[udv]", last
    ):
        return bool(tag_before_verb)
    if len(parts) > 1 and re.match(r"5?f?(?:e[tfno]e?|[eE])?[xs]+(?:[onO][eE]?x+)*[vudb]?\Z", last):
        return True
    if _ON_GROWTH_OF.search(tail) or _OF_ANOTHER.search(tail) or _LED_BY.search(tail):
        return True
    if _FROM_ITS_OWN.search(tail) or _BRACKET_OF_ANOTHER.search(tail):
        return True
    return cut >= 0 and "x" in tail


def has_own_verb(gap: str) -> bool:
    """True where the gap opens a clause with a subject and a verb of change: ", and the rate edged up to"."""
    parts = _SEPARATOR.split(gap)
    return len(parts) > 1 and re.search(r"[xs][^udv]*[ud]|[23][eE]?Y?x", parts[-1]) is not None


def _changes(change: Figure, level: Figure) -> bool:
    """True where a change can be of a level: percent of an amount, points of a rate or an index."""
    if change.shape == "R":
        return level.shape == "N"
    if change.shape == level.shape == "N" and is_money(change.unit) != is_money(level.unit):
        bare = change if change.unit is None else level
        return bare.unit is not None or bare.scaled  # "rose by 3 million to 5 million euros", "by 7 cents"
    if change.shape == "N" and level.shape == "R":
        return change.unit is None and not change.scaled  # "by 2 to 14 percent", no billions of a percentage
    if change.shape == "P":
        return level.shape == "R" if change.unit != "index_point" else not _is_measured(level)
    return True


def _is_measured(level: Figure) -> bool:
    """True for a level that is no index: points are not of it."""
    return level.shape == "N" and (level.scaled or level.unit not in (None, "index_point"))


@dataclass(slots=True)
class Group:
    """The figures of one thing: the level now, the level before, the changes in between."""

    level: Figure | None = None
    earlier: Figure | None = None
    changes: list[Figure] = field(default_factory=list)

    def add_change(self, change: Figure, rule: str, again: bool = False) -> None:
        """Tie a change to the levels that the group has so far; `again`: it says the change before again."""
        self.changes.append(change)
        rate = self.changes[-2] if len(self.changes) > 1 else None
        of_rate = change.shape == "P" and rate is not None and rate.kind == "change_rate" and not again
        if (
            self.level is not None
            and _changes(change, self.level)
            and not (of_rate and _is_measured(self.level))
        ):
            change.link("growth_of", self.level, rule)
        elif of_rate and rate is not None:
            change.link(
                "growth_of", rate, rule
            )  # "grew 10.6% to 286.9 trillion, | 0.7 points slower than in June"
        if self.earlier is not None:
            change.link("growth_from", self.earlier, rule)

    def set_level(self, level: Figure, rule: str) -> None:
        """Take the level of now and tie the changes that waited for it."""
        self.level = level
        for change in self.changes:
            averaged = change.kind == "average_rate"
            if not averaged and (change.shape == level.shape or _changes(change, level)):
                change.link("growth_of", level, rule)
        if self.earlier is not None:
            level.link("compared_with", self.earlier, rule)

    def set_earlier(self, earlier: Figure, rule: str) -> None:
        """Take the level of before and tie what starts from it."""
        self.earlier = earlier
        for change in self.changes:
            if change.kind != "average_rate":
                change.link("growth_from", earlier, rule)
        if self.level is not None:
            self.level.link("compared_with", earlier, rule)
