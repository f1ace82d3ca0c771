"""What a figure measures: the counted noun behind it, the noun before "of", or the subject of its clause."""

from __future__ import annotations

from ingest.prose.en.items import Items
from ingest.prose.en.noun_phrases import Span
from ingest.prose.en.shared_subjects import SharedSubjects
from ingest.prose.en.words import Entry
from ingest.prose.regex import regex

_PLACES = frozenset({"abroad", "overseas", "elsewhere", "worldwide", "nationwide"})  # they count nothing
_BEFORE_NOUN = regex(r"\s(overnight|nationwide|worldwide)\s")  # adverbs elsewhere: "overnight stays"
_FIGURES = frozenset(",NRPMDKY")
_STOP_SUFFIX = regex(r"[^\W\d_]{3,}(?:ing|ed)\Z")


class Measures(SharedSubjects):
    """Finds noun phrases in the items of one sentence."""

    def counted(self, it: Items, at: int) -> Span | None:
        """The noun phrase behind the figure at item `at`: "5,739 makers' spaces"."""
        tags, n = it.tags, len(it.tags)
        j = at + 1
        if j < n and tags[j] == "-" and it.starts[j] == it.ends[at]:
            j += 1
        if j + 1 < n and tags[j] in "pq" and tags[j + 1] == "x" and self.word(it, j) in ("more", "fewer"):
            j += 1
        first = j
        passed = _BEFORE_NOUN.fullmatch(self.low, it.ends[at], it.starts[j]) if j < n else None
        run = self._run(it, j)
        if run == first or self.word(it, first) == "per":
            return None
        if passed is None and it.starts[j] - it.ends[j - 1] > 1 and not self._is_adverb(it, j):
            return None  # "12% did not | know"
        if run == first + 1 and self.word(it, first) in _PLACES:
            return None
        if not self.lex.weekdays.isdisjoint((self.word(it, first), self.word(it, run - 1))):
            return None  # "against 146.53 late Friday"
        end = run
        while end < n - 1 and tags[end] in "&1" and it.data[end] is not None:
            more = self._run(it, end + 1)
            follows = tags[more] if more < n else ""
            if follows in ("N", "R", "e") and self.word(it, more - 1).endswith("s") and more == end + 2:
                break  # "5,000 people and supports 20,000 jobs"
            if follows and follows in "nf5" and tags[more + 1 : more + 2] in (["N"], ["R"]):
                break  # "6.9 million nights and guests from abroad for | 8.0 million"
            if more == end + 1 or (follows and follows in "udvH" and any(x in "vAHud" for x in tags[:at])):
                break
            end = more
        head = self.low[it.starts[end - 1] : it.ends[end - 1]]
        if head in self.lex.partitives and end < n and self.word(it, end) == "of":
            more = self._run(it, end + 1)
            end = more if more > end + 1 else end
        return passed.start(1) if passed is not None else it.starts[first], it.ends[end - 1]

    def _run(self, it: Items, j: int) -> int:
        """The end of a run of plain words from item j; a participle behind a plural noun ends it."""
        tags, n = it.tags, len(it.tags)
        plural = False
        first = j
        while j < n and (
            tags[j] in "xij"
            or (tags[j] == "X" and tags[j + 1 : j + 2] == ["x"])
            or (
                j == first
                and tags[j] in "vAu"
                and tags[j + 1 : j + 2] == ["x"]
                and self.word(it, j)[-2:] in ("ed", "en")
            )
        ):
            word = self.word(it, j)
            if word.startswith(("before ", "after ")):  # "£499 | before tax"
                break
            if j > first and it.starts[j] - it.ends[j - 1] > 1 and not self._is_adverb(it, j):
                break  # "the electorate | did not vote"
            if (
                j == first
                and word.endswith("ed")
                and word not in self.lex.persons
                and (j + 1 >= n or tags[j + 1] not in "x")
            ):
                break
            if plural and (_STOP_SUFFIX.match(word) or not self._plural_ahead(it, j)):
                break
            entry = it.data[j]
            if isinstance(entry, Entry) and entry.price:
                break
            if isinstance(entry, Entry) and entry.hedge and entry.tag is None and word not in ("near", "odd"):
                break
            after = self.low[it.ends[j] : it.ends[j] + 1]
            plural = (
                word.endswith("s") and not word.endswith("ss") and after != "'" and not word.endswith("'s")
            )
            plural = plural or word in self.lex.persons
            j += 1
        return j

    def _is_adverb(self, it: Items, j: int) -> bool:
        """True where what was passed over before item `j` is an adverb, not an auxiliary."""
        passed = self.low[it.ends[j - 1] : it.starts[j]].split()
        return not passed or passed[-1].endswith("ly") or not passed[-1].isalpha()

    def _plural_ahead(self, it: Items, j: int) -> bool:
        """True where a plural still follows: "makers' spaces", "savings bank accounts"; not "users pay"."""
        for i in range(j, min(j + 3, len(it.tags))):
            if it.tags[i] not in "xij":
                return False
            word = self.word(it, i)
            if (word.endswith("s") and not word.endswith("ss")) or word in self.lex.persons:
                return True
        return False

    def before_of(self, it: Items, at: int) -> Span | None:
        """The noun before "of": "an outlay of about 48 billion yuan"."""
        tags = it.tags
        j = at - 1
        if j < 1 or self.word(it, j) != "of":
            return None
        end = j
        if tags[j - 1] == "A" and tags[j - 2 : j - 1] in (["e"], ["E"]):
            return self.trim(it.starts[j - 1], it.ends[j - 1])  # "at a cost of"
        if tags[j - 1] == "A" and tags[j - 2 : j - 1] == ["x"] and tags[j - 3 : j - 2] in (["e"], ["E"]):
            return self.trim(it.starts[j - 2], it.ends[j - 1])  # "at an all-in cost of"
        while j > 0 and (tags[j - 1] in "xTis" or (tags[j - 1] in "&" and tags[j - 2 : j - 1] == ["x"])):
            if j < end and isinstance(it.data[j - 1], Entry) and it.data[j - 1].status is not None:
                break  # "had expected | earnings of"
            j -= 1
        if j == end or (j == end - 1 and self.word(it, j).endswith("ed")):
            return None  # "leases not yet commenced of"
        return self.trim(it.starts[self._head_of(it, j)], it.ends[end - 1])

    def _head_of(self, it: Items, j: int) -> int:
        """The first item of the noun phrase that goes on at item j: "an investment in a firm | in Spain"."""
        tags, first = it.tags, j
        while j > 0 and tags[j - 1] in "xXeEn5&":
            entry = it.data[j - 1]
            if isinstance(entry, Entry) and (entry.status is not None or entry.price is not None):
                break
            if tags[j - 1] == "n" and self.word(it, j - 1) == "at":
                break  # "610,000 ounces of gold at | a cost of"
            if tags[j - 1] in "xX" and tags[j] in "eE":
                break  # "the company proposes | a cash dividend of"
            j -= 1
            if tags[j] == "x" and (j == 0 or tags[j - 1] in "eE^,;vA23HudSm"):
                first = j
        return first

    def behind(self, it: Items, at: int, *also: str) -> Span | None:
        """ "4.1 billion yuan of state aid", "$1.2 million in legal costs"; `also`: more such words."""
        tags, n = it.tags, len(it.tags)
        j = at + 1
        if j >= n or tags[j] not in "on5" or self.word(it, j) not in ("of", "in", "worth of", *also):
            return None
        k = j + 1
        while k < n and tags[k] in "eE":
            k += 1
        if self.word(it, j) == "in" and k > j + 1 and tags[:at].count("A"):
            return None  # "tourists spent $2.1 billion in the country"
        first = k
        if k + 1 < n and tags[k] == "A" and tags[k + 1] == "x" and self.word(it, k).endswith("ed"):
            k += 1  # "12,000 MW of installed capacity"
        entry = it.data[k] if k < n else None
        if k >= n or tags[k] not in "xij" or (isinstance(entry, Entry) and entry.area):
            return None
        if self.word(it, j) == "in" and self.norm[it.starts[k]].isupper():
            return None  # "took $84.7 million in North America"
        end = self._run(it, k)
        return self.trim(it.starts[first], it.ends[end - 1]) if end > k else None

    def label(self, it: Items, at: int) -> Span | None:
        """The words before a comma or colon that introduces the figure: "evergreen, 3.1 million ha"."""
        tags = it.tags
        j = at - 1
        if j < 0 or tags[j] not in ",:":
            return None
        end = j
        if tags[0] in "o6" and _FIGURES.isdisjoint(tags[:j]) and self.word(it, 0) in ("of", "among"):
            whom = it.starts[1], it.ends[end - 1]
            return (
                whom if self.word(it, 1) == "those" else self.trim(*whom)
            )  # "of those who came by car, 61% drove"
        while end > 0 and tags[end - 1] in "nY" and "Y" in tags[max(0, end - 2) : end]:
            end -= 1
        j = end
        while j > 0 and tags[j - 1] in "xXonse&ijK":
            j -= 1
        first = j - 1 if j and tags[j - 1] in "b6tf5" else j
        if j and tags[j - 1] == "L":
            return None  # "29% consisted of one person, | 31% of two"
        if (
            tags[at] not in "pq"
            and tags[at - 1] == ","
            and tags[first] in "onb6tf5"
            and first
            and tags[first - 1] not in ",;:&z"
        ):
            return (
                None  # "rose 3% in Spain, | 5% in Italy", "is put at 6 tonnes by the agency, | 4% less than"
            )
        while j < end and tags[j] in "on&e":
            j += 1
        return self.trim(it.starts[j], it.ends[end - 1]) if j < end else None

    def listed(self, it: Items, at: int) -> Span | None:
        """The name in front of a figure of a list: ", manufacturing 6.9 percent", "; coal for 39.9%"."""
        tags, j = it.tags, at
        while j > 0 and tags[j - 1] in "bnetf1O":
            j -= 1
        if j and tags[j - 1] in ",:" and (label := self.label(it, j)) is not None:
            return label
        end = j
        while j > 0 and tags[j - 1] in "xXonseij":
            j -= 1
        if j and tags[j] == "n" and tags[j - 1] in ",;&z" and self.word(it, j) in ("in", "at", "for"):
            return None  # "prices in the capital averaged 480, in the north | 210"
        while j < end and tags[j] in "one5" and self.word(it, j) != "those":
            j += 1
        end = self.first_of_two(it, j, end)
        if (
            end - j == 1
            and tags[j] == "x"
            and self.word(it, j).endswith(("ed", "ing") if j and tags[j - 1] == "z" else "ed")
        ):
            return None  # "a revised 0.1 percent rise"
        if j < end and (self.goes_on(it, j) or self.acts(it, j)):
            return None  # ", reversing a 4.2 percent rise", ", overtaking Uganda on"
        return self.trim(it.starts[j], it.ends[end - 1]) if j < end else None

    def object_of(self, it: Items, at: int, verb: int) -> Span | None:
        """The object between a verb and its figure: "cut its policy rate by 25 basis points"."""
        tags = it.tags
        j = verb + 1
        while j < at and tags[j] in "eE":
            j += 1
        end = j + (tags[j] == "D" and tags[j + 1] == "x")  # "brought the | nine-month total to"
        while end < at and (
            tags[end] in ("xoisY" if end == j else "xois") or (tags[end] in "eEY" and tags[end - 1] == "o")
        ):
            end += 1
        while end > j and (tags[end - 1] == "o" or self.word(it, end - 1) == "unchanged"):
            end -= 1
        return self.trim(it.starts[j], it.ends[end - 1]) if end > j else None

    def after_in(self, it: Items, noun_at: int) -> Span | None:
        """The noun behind "increase in": between the change noun and the figure, or behind it."""
        tags, n = it.tags, len(it.tags)
        j = noun_at + 1
        if j < n and tags[j] in "no" and self.word(it, j) in ("in", "of", "for"):
            k = j + 1
            while k < n and tags[k] in "eE":
                k += 1
            end = k
            while end < n and tags[end] in "xs":
                end += 1
            nothing = self.lex.extremes if end == k + 1 else self.lex.months  # "growth in a range of"
            if end > k and tags[end : end + 1] not in (["D"], ["Y"]) and self.word(it, k) not in nothing:
                return self.trim(it.starts[k], it.ends[end - 1])
        return None
