"""Shares that stand alone in their clause: of money that is spent, of the count said before, told alike."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.prose.dimension import is_money, same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.pointing import Pointing, unit_of
from ingest.prose.regex import regex

_NAMED_FIRST = regex(r":[eE]?x{1,4}\Z")
_NAMED_NEXT = regex(r"[,;]?&?[eE]?x{1,4}")
_TOLD_OF = regex(r"(?:ox{1,2}|x{1,2})?[,:]")
_TOLD_ALIKE = regex(r"(?P<prep>[Otnfb5])[eE]?x{1,4},?&?")
_SHARE_IN, _IS = regex(r"s(?:[on][^,;vud]*)?[no]e?\Z"), regex(r"[xA]*[vud][tn]?e?")
_ALL = 100


class ShareSubjects(Pointing):
    """The part of the parts that ties such shares once every role of the sentence is known."""

    def split(self) -> None:
        """ "310 million euros, | 70% on wages and | 30% on equipment": shares told alike, two or more."""
        gaps, afters, figures = self.walk.gaps, self.walk.afters, self.figures
        for k in range(1, len(figures) - 1):
            whole, opens = figures[k - 1], _TOLD_OF.fullmatch(gaps[k])
            if whole.shape != "N" or figures[k].shape != "R" or figures[k].kind != "level" or opens is None:
                continue
            told = [figures[k]]
            for j in range(k + 1, len(figures)):
                m = _TOLD_ALIKE.fullmatch(gaps[j])
                if figures[j].shape != "R" or m is None or not afters[j].startswith(m["prep"]):
                    break
                told.append(figures[j])
            if len(told) > 1 and sum(x.value for x in told) <= _ALL:
                for x in told:
                    x.kind = "share"
                    x.link("share_of", whole, "share_told_alike")

        self._split_in_brackets()

    def _split_in_brackets(self) -> None:
        """ "61.7 TWh, split between water (|57.4%), coal (|30.9%) and wind (|11.7%)": what makes up all."""
        gaps, afters, figures = self.walk.gaps, self.walk.afters, self.figures
        run = [
            k
            for k, f in enumerate(figures)
            if f.shape == "R" and f.kind == "level" and gaps[k].endswith("<") and afters[k][:1] == ">"
        ]
        rounding = sum((figures[k].last_place or Decimal(0) for k in run), Decimal(0)) / 2
        total = sum((figures[k].value for k in run), Decimal(0))
        if len(run) < 2 or abs(total - _ALL) > rounding:
            return
        levels = [x for j, x in enumerate(figures[: run[0]]) if self.walk.roles[j] in (cl.LEVEL, cl.TO)]
        whole = next((x for x in reversed(levels) if x.shape == "N"), None)
        for k in run:
            figures[k].kind = "share"
            if whole is not None:
                figures[k].link("share_of", whole, "shares_of_all")

    def lists_behind_colons(self) -> None:
        """Parts that a colon announces: those that add up, then those that are told alike."""
        for k in range(len(self.figures), 1, -1):
            if k == len(self.figures) or ";" in self.walk.gaps[k]:
                self.colon_list(k)
        self._split_amounts()

    def _split_amounts(self) -> None:
        """Parts told alike: "€12 billion: | €7.5 billion on hotels and | €4.5 billion on food".

        Or each behind a name: "$1.6 billion: Spain | $530 million, Italy | $310 million".
        """
        gaps, afters, figures = self.walk.gaps, self.walk.afters, self.figures
        for k in range(1, len(figures) - 1):
            whole, first = figures[k - 1], figures[k]
            named = _NAMED_FIRST.search(gaps[k]) is not None
            if (
                not (gaps[k].endswith(":") or named)
                or not is_money(whole.unit)
                or first.unit != whole.unit
                or first.links
            ):
                continue
            told = [first]
            for j in range(k + 1, len(figures)):
                m = (_NAMED_NEXT if named else _TOLD_ALIKE).fullmatch(gaps[j])
                alike = m is not None and (named or afters[j].startswith(m["prep"]))
                if not alike or figures[j].unit != whole.unit:
                    break
                told.append(figures[j])
            fits = sum(x.value for x in told) <= whole.value
            if len(told) > 1 and fits and all(x.kind == "level" and x.value < whole.value for x in told):
                for x in told:
                    x.link("part_of", whole, "list_behind_colon", "unknown", ":")

    def subjects_of_be(self) -> None:
        """ "96,000 employees; | 64% are women", "…. | Two thirds are women": of the one count said."""
        tied = False
        for k, f in enumerate(self.figures):
            gap, after = self.walk.gaps[k], self.walk.afters[k]
            said = [x for x in self.figures[:k] if x.shape == "N"]
            whole = said[0] if len(said) == 1 else self.antecedent if not said else None
            opens = gap == "" if k == 0 else gap.endswith(";")
            listed = tied and re.fullmatch(r"[vA]?[xA]{0,2}[,&]{1,2}", gap) is not None
            free = f.shape == "R" and f.kind in ("level", "share") and not f.links
            if (
                whole is None
                or whole.kind != "level"
                or not free
                or not (listed or (opens and after[:1] in ("v", "A", "H")))
            ):
                tied = tied and f.shape == "R"
                continue
            if same_dimension(unit_of(whole) or "count", "count"):
                f.kind, tied = "share", True
                f.link("share_of", whole, "share_as_subject")

    def done(self) -> None:
        """ "The budget of €310m is | 60% funded": a share of the money that the subject is."""
        for k, f in enumerate(self.figures[1:], 1):
            whole = self.figures[k - 1]
            if (
                f.shape != "R"
                or f.links
                or not is_money(whole.unit)
                or self.walk.afters[k][:1] not in ("x", "A")
            ):
                continue
            done = self.words(self.it.figures[k] + 1).lower()
            if re.fullmatch(r"x{0,2}v", self.walk.gaps[k]) and (
                done.endswith("ed") or done in self.walk.lex.share_words["done"]
            ):
                f.kind = "share"
                f.link("share_of", whole, "share_done")

    def shares_in(self) -> None:
        """ "The share of foreigners in the 310,000 pupils rose to | 11%": the whole is in the subject."""
        for k, f in enumerate(self.figures[1:], 1):
            whole, gap = self.figures[k - 1], self.walk.gaps[k - 1]
            if (
                f.shape == "R"
                and whole.shape == "N"
                and f.kind in ("level", "share")
                and _SHARE_IN.search(gap)
                and _IS.fullmatch(self.walk.gaps[k])
            ):
                f.kind, f.links = "share", [x for x in f.links if x[0] != "expresses"]
                f.link("share_of", whole, "share_in_whole")
