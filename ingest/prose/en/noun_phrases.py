"""The noun phrase that stands before a verb: the head and all that belongs to it."""

from __future__ import annotations

import re
from itertools import takewhile

from ingest.prose.en import asides
from ingest.prose.en.items import Items
from ingest.prose.en.verb_forms import VerbForms
from ingest.prose.en.words import Entry
from ingest.prose.regex import regex

Span = tuple[int, int]
_BASIS = regex(
    r"\s(?:at|in)\s(?:(?:constant|current|comparable|chained|fixed|real|nominal)\s[^,;]{0,20}?)"
    r"(?:prices|terms|dollars|euros|rates|currency|currencies|basis)\Z"
)
_ASIDE = regex(
    r"(?:\A|[;z])[eExXonsij&tf5]+(?P<comma>,)(?:[eE15S6Al]|x(?=[xeEb])|z(?=[^,;vudAH23a]*,))[^,;NRPMD]*,\Z"
)
_LEADING = regex(
    r"(?:(?:the|a|an|alone|its|their|his|her|our|this|these|such|both|all|and|or|of|that"
    r"|those(?!\s(?:on|in|at|to|for|from|with|without|who|under|over)\b))\s+)+",
    re.IGNORECASE,
)

# "output at factories, mines and utilities | rose", from the clause's start
_LISTED = regex(r"(?:\A|[;z])[eE]?(?P<first>x{1,4}(?:[onO5f][eE]?x{1,3})*(?:,[eE]?x{1,3})+,?&[eE]?x{1,3})\Z")
_WHEN = regex(r"[nO]ex{0,2}(?P<time>[xD])\Z")  # "for the quarter", "in the first 20 days"
_NAME_AND_NOUN = regex(r"(x+)[eE][xij]+\Z")
_NOMINAL = frozenset("xonseEij&O65TpqYXtgf8")  # what a noun phrase is made of
_VERBS = frozenset("vudAH23aCpqMij8")
FINITE = frozenset("vudA23aCHM")
_SAID = FINITE | frozenset("NRP")
_PREPOSITIONS = frozenset("tonO65bf")
_BREAKS = frozenset(",;:<>z")  # no relative clause reaches across them
_PASSED = regex(r"\s([a-z]{3,})\s?\Z")  # an adverb between items: "visitors from abroad"


class NounPhrases(VerbForms):
    """Finds noun phrases in the items of one sentence."""

    def phrase_before(self, it: Items, at: int) -> Span | None:
        """The noun phrase that ends right before item `at` (a verb): back to the clause's start."""
        tags = it.tags
        if tags[at : at + 2] == ["A", "Z"] and self.word(it, at) in self.lex.telling:
            return None  # "the survey found that | 31% had": of what is told
        j = at
        while j > 0 and (tags[j - 1] in "SmvHt" or self._is_foreseen(it, j - 1) or self.acts(it, j - 1)):
            j -= 1  # "has been", "is seen", "could run to"
        if j < at and tags[j] == "t" and self._is_unknown_verb(it, j - 1):
            j -= 1  # "lawmakers | voted to spend"
        if j and tags[j - 1] == "A" and (j == 1 or tags[j - 2] in ",;:&zeE"):  # "pay rose": a noun after all
            return self.trim(it.starts[j - 1], it.ends[j - 1])
        if at < len(tags) and tags[at] in "pq" and tags[j - 1 : j] == ["A"]:  # "closed higher", "ended down"
            j -= 1
        elif j == at and at < len(tags) and tags[at] in "NRPM" and self._is_unknown_verb(it, j - 1):
            j -= 1  # "the fund returned | 7.2%"
        if j > 1 and tags[j - 1] == "Z" and tags[j - 2] == "x" and tags[at] in "ud":
            return self._nearest(it, j - 1)
        joined = j > 1 and tags[j - 1] == "&" and at < len(tags) and (tags[at] in FINITE or tags[at] in "NR")
        if joined and not _SAID.isdisjoint(tags[: j - 1]):
            return None  # "fell in the euro area and | rose", "627,000 people arrived and | 345,000 left"
        end = self._before_asides(it, j)
        if end > 1 and tags[end - 1] == "A" and self.word(it, end - 1) in self.lex.keepers:
            end -= 1  # "the rate held steady at"
        is_verb = at < len(tags) and tags[at] in _VERBS and not self.word(it, at).endswith("ing")
        if at < len(tags) and not is_verb:  # "had forecast | 2.7 percent"
            is_verb = self.acts(it, at) or (tags[at] in "NRPM" and "H" in tags[j:at])
        listed = _LISTED.search("".join(tags[:end])) if is_verb and "&" in tags[:end] else None
        begin = listed.start("first") if listed is not None else self._begin(it, end, is_verb)
        if begin < end and begin and tags[begin - 1] in "vk" and self.word(it, begin).endswith("ed"):
            if tags[begin - 1] == "v":
                return self.phrase_before(it, begin - 1)  # "the value was determined by experts to be"
            begin += 1  # "we adopted tables that raised"
        while begin < end and tags[begin] in "&1eEO56npq,oYTtgfbz" and self.word(it, begin) != "combined":
            if self.word(it, begin) == "those" and begin + 1 < end and tags[begin + 1] in "nOt5f6":
                break  # "those to the north | gained 2%"
            begin += 1
        last = self._last_of(it, begin, end)
        if tags[at : at + 1] == ["<"]:
            last = self.first_of_two(it, begin, last)
        if last <= begin:
            return None
        alone = it.data[begin]
        if self.foretells(it, last - 1):
            return None  # "analysts were looking for | $3", "may have been | 25 metres"
        if last - begin == 1 and isinstance(alone, Entry) and alone.phrase in self.lex.keepers:
            return None  # "and aims for | 80%"
        if last - begin == 1 and begin and tags[begin - 1] == "S":
            return self.phrase_before(it, begin)  # "growth is expected to stall at 6.3%"
        if last - begin == 1 and begin and tags[begin - 1] == "z" and self.word(it, begin).endswith("ing"):
            return None  # "before recovering to 6.88"
        if tags[at : at + 1] in (["N"], ["R"]) and self.goes_on(it, begin):
            return None  # ", overtaking Peru on | 204,082"
        place = _PASSED.match(self.low, it.ends[end - 1], it.starts[end]) if end < len(tags) else None
        if place is not None and last < end and tags[end - 1] in "fntO&":
            return self.trim(it.starts[begin], place.end(1))  # "visitors from abroad | numbered"
        return self.trim(it.starts[begin], it.ends[last - 1])

    def first_of_two(self, it: Items, begin: int, end: int) -> int:
        """Where the first of two noun phrases ends: "Cyprus | the lowest (2.7%)"."""
        two = _NAME_AND_NOUN.match("".join(it.tags[begin:end]))
        return begin + two.end(1) if two is not None else end

    def _nearest(self, it: Items, end: int) -> Span | None:
        """The noun right before a clause that is of it alone: "a share of a | market that shrank 6.6%"."""
        j = end
        while j > 0 and it.tags[j - 1] in "xis":
            j -= 1
        return self.trim(it.starts[j], it.ends[end - 1])

    def _before_asides(self, it: Items, j: int) -> int:
        """Where the noun phrase ends whose asides close right before item j."""
        tags = it.tags
        if j > 0 and tags[j - 1] == "Z":  # "visitors, who numbered": of what stands before
            j -= 2 if tags[j - 2 : j - 1] == [","] else 1
        j = asides.before(tags, it.asides, j)
        if tags[j - 1 : j] != [","]:
            return j
        basis = it.data[j - 2] if j > 2 and tags[j - 3] == "," else None
        if isinstance(basis, Entry) and basis.price is not None:
            return j - 3  # "spending, adjusted for inflation, has fallen"
        if aside := _ASIDE.search("".join(tags[:j])):
            opened = aside.start("comma")  # "Canal dues, the main source of dollars, brought in"
            return opened if tags[opened + 1] != "A" or self._is_participle_form(it, opened + 1) else j
        comma = max((i for i in range(j - 1) if tags[i] == ","), default=-1)
        first = comma + 2 if tags[comma + 1] == "z" else comma + 1  # ", as measured by hours,"
        explained = comma > 0 and (self.word(it, first).endswith("ed") or tags[comma + 1] in "pq")
        return comma if explained else j  # "productivity, measured as output per hour, was"

    def _begin(self, it: Items, end: int, is_verb: bool) -> int:
        """The first item of the noun phrase that ends before item `end`.

        `is_verb`: a verb follows. A clause has one: what looks like another one in front of it, with neither
        a conjunction nor a comma between them, belongs to the noun phrase.
        """
        tags = it.tags
        if end > 1 and tags[end - 1] == "A" and tags[end - 2] == "x":
            end -= 1  # "hourly pay was", "the number of people employed rose"
        j = end
        while j > 0:
            tag, led = tags[j - 1], tags[j - 2] if j > 1 else ""
            if tag == "&" and led and led in ",;NRPYDMAvud":
                break
            # "exports to the United States", but not "to increase exports"
            those = led == "e" and self.word(it, j - 2) == "those"  # "those to the United States"
            to_do = tag == "t" and j != end and led not in ("x", "A") and not those
            if (tag in _NOMINAL and not to_do) or self._adjective(it, j - 1):
                j -= 1
                continue
            before = self._before_modifier(it, j - 1, end) if is_verb else j
            if before == j:
                if is_verb and tag in "Aud" and "&" in tags[j:end] and self._is_whole(it, j - 1, end):
                    j = tags.index("&", j)  # "ministers met in Rome and | exports rose"
                break
            j = before
        return j

    def _is_whole(self, it: Items, verb: int, end: int) -> bool:
        """True for a verb that needs no clause behind it, as "expect sales and profits to rise" does."""
        word = self.word(it, verb)
        return "t" not in it.tags[end : end + 2] and (word.endswith("ed") and word not in self.lex.telling)

    def _before_modifier(self, it: Items, i: int, end: int) -> int:
        """Where the noun phrase goes on that item `i` describes further; i + 1 where it describes none."""
        tags, word = it.tags, self.word(it, i)
        before, behind = tags[i - 1] if i else "", tags[i + 1] if i + 1 < end else ""
        is_passive = before == "v" and self.word(it, i - 1) == "being"  # "ships being built"
        joined = "&" in tags[i + 1 : end] and not is_passive
        of = "x" if is_passive else before
        # "homes | owned outright", "provisions | set aside by the lender"
        adverb = (
            behind == "x" and (i + 2 == end or tags[i + 2] == "b") and not self.word(it, i + 1).endswith("s")
        )
        if tags[i] in "Av23" and behind and self._describes(word, of, "b" if adverb else behind, joined):
            return i
        if tags[i] == "A" and before == "t" and tags[i - 2 : i - 1] == ["x"]:
            return i - 1  # "willingness | to make purchases"
        if (
            tags[i] == "b"
            and (before in ("x", "A", "&") or (before == "n" and self.word(it, i - 2).endswith("ed")))
            and behind in ("x", "e", "E")
        ):
            return i  # "purchases | by households", "nights spent by residents and | by others"
        if tags[i] == "z" and word == "before" and before == "x" and behind == "x":
            return i  # "profit | before special items"
        if (
            tags[i] == "D"
            and before == "z"
            and self.word(it, i - 1) == "after"
            and tags[i - 2 : i - 1] == ["x"]
        ):
            return i - 1  # "survival | after five years"
        if tags[i] == "A" and behind in ("i", "j") and before in ("x", "e", "E"):
            return i  # "total | pay growth"
        if tags[i] == "z" and word == "as" and behind in ("o", "O") and "Y" in tags[i + 2 : i + 4]:
            return i  # "stocks | as of March 31"
        if tags[i] == "D" and (behind == "o" or (behind == "x" and before in ("e", "E"))):
            return i  # "people | under 25 years of age", "the yield on the | 10-year note"
        if tags[i] in "NDKR" and before in ("5", "o") and tags[i - 2 : i - 1] == ["x"]:
            return i  # "firms | with 300 staff", "items of | €34 million"
        if tags[i] == "N" and behind == "x" and self._owned(it, i):
            return i  # "passengers through the island's | five airports"
        clause = len(list(takewhile(lambda tag: tag not in _BREAKS, reversed(tags[: i + 1]))))
        for z in range(i, i - clause, -1):
            if tags[z] == "Z":
                return z if self._is_relative(it, z, end) else i + 1
        return i + 1

    def _owned(self, it: Items, i: int) -> bool:
        """True for a number behind a preposition and whose it is: "in its | ten shops"."""
        tags, j = it.tags, i
        while j > 0 and (
            tags[j - 1] in "eE" or (tags[j - 1] == "x" and self.word(it, j - 1)[-2:] in ("'s", "s'"))
        ):
            j -= 1
        return j < i and j > 1 and tags[j - 1] in "tnO56bo" and tags[j - 2] == "x"

    def _describes(self, word: str, before: str, behind: str, is_joined: bool) -> bool:
        """True for a participle behind its noun: "homes | built in the zone", "people | receiving benefits".

        `is_joined`: an "and" follows, which may open a clause: "officials met in Rome and exports rose".
        """
        going = word.endswith("ing")
        if before != "x" or not (going or word.endswith("ed") or word in self.lex.participles):
            return False
        if behind == "Y":
            return True  # "homes | sold last year"
        if behind in _PREPOSITIONS:
            return going or behind == "b" or not is_joined
        if behind in "vA" and word == "being":
            return True
        return going and behind in "xeEij" and word not in self.lex.telling

    def is_described_by(self, it: Items, j: int) -> bool:
        """True where item `j` is a participle that describes the noun before it."""
        behind = it.tags[j + 1] if j + 1 < len(it.tags) else ""
        return (
            it.tags[j] == "A" and j > 0 and self._describes(self.word(it, j), it.tags[j - 1], behind, False)
        )

    def _is_relative(self, it: Items, z: int, end: int) -> bool:
        """True for "households | that heat with gas fell", "students | who borrowed owed"."""
        tags = it.tags
        if not z or tags[z - 1] not in "xY" or z + 1 >= end:
            return False
        whom, word = self.word(it, z - 1), self.word(it, z)
        if whom in self.lex.telling or (whom.endswith("ed") and whom not in self.lex.persons):
            return False  # "it revealed that sales rose"
        if word != "that" or tags[z + 1] in "vHmAS":
            return True
        plural = (whom.endswith("s") and not whom.endswith("ss")) or whom in self.lex.persons
        verb = tags[z + 1] == "x" and tags[z + 2] in "eE5onOt" and not self.word(it, z + 1).endswith("s")
        return plural and verb and z + 3 < end

    def _last_of(self, it: Items, begin: int, end: int) -> int:
        """The item behind the last one of a noun phrase: when it was is cut, and what leads to the verb."""
        end = self._led_on(it.tags, begin, end)
        when = _WHEN.search("".join(it.tags[begin:end]))
        if when is None or not when.start():
            return end
        at = begin + when.start("time")
        is_time = it.tags[at] == "D" or self.word(it, at).split()[-1] in self.lex.calendar
        return (
            self._led_on(it.tags, begin, begin + when.start()) if is_time else end
        )  # "profit | for the year"

    @staticmethod
    def _led_on(tags: list[str], begin: int, end: int) -> int:
        while end > begin and (
            tags[end - 1] in "eEnO56&1oTYtfz"
            or (tags[end - 1] in "NDKR" and tags[end - 2 : end - 1] == ["o"])
        ):
            end -= 1
        return end

    def _adjective(self, it: Items, j: int) -> bool:
        """True where a verb's form stands before a noun: "funding for incubated enterprises"."""
        if it.tags[j] not in "vAu" or self.word(it, j)[-2:] not in ("ed", "ng"):
            return False
        return (j == 0 or it.tags[j - 1] in "noeE5") and it.tags[j + 1 : j + 2] == ["x"]

    def trim(self, start: int, end: int) -> Span | None:
        m = _LEADING.match(self.low, start, end)
        if m is not None:
            start = m.end()
        basis = _BASIS.search(self.low, start, end)
        if basis is not None and basis.start() > start:
            end = basis.start()  # "revenue at constant exchange rates" is measured as revenue
        while end > start and not self.low[end - 1].isalnum():
            end -= 1
        if self.low.endswith(" of", start, end):
            end -= len(" of")
        if self.low[start:end] in ("the", "a", "an", "its", "their", "of"):
            return None
        return (start, end) if end > start else None
