"""Numbers that are parts of names: articles of laws, pages, models, scores, ages that bound a group."""

from __future__ import annotations

from ingest.prose.en import figures as fg
from ingest.prose.en.spelled import is_whole
from ingest.prose.en.tokens import Tokens
from ingest.prose.en.uncounted import Uncounted, names_number
from ingest.prose.en.words import NUMBER, WORD, Lexicon
from ingest.prose.regex import regex

_RATIO_BASES = frozenset(["100", "1,000", "10,000", "100,000", "1000", "10000", "100000"])
_AGED = regex(
    r"\d{1,3}(?: ?(?:-|to|and) ?\d{1,3})?(?: years)?"
    r"(?: (?:and|or) (?:over|above|older|more|under|younger|below))?"
)
_AGE_BAND = regex(r"[1-9]\d-\d\d(?=\))")  # "the youth rate (15-24)"
_OLDER = regex(r"\d{1,3} (?:and|or) (?:over|above|older|more|under|younger|below)\b(?! \d)")
_YEAR_OLDS = regex(
    r"\d{1,3}-? ?(?:-|to|and) ?\d{1,3}"
    r"(?:[- ]year[- ]olds?| (?:year )?age (?:group|bracket|range|band)s?|(?<=\d-\d\d)s)\b"
)
_SCHOOL_YEARS = regex(r"(?:1[0-3]|[1-9]) ?(?:-|to|and) ?(?:1[0-3]|[1-9])(?![\d%.,]\d| (?:per|%))")
_OPENS_SPAN = frozenset(["-", "t", "a"])  # "15-24", "15 to 24", "15 and 24"
_SETS = regex(r"\d{1,3}-\d{1,3}(?:(?:, | and |, and )\d{1,3}-\d{1,3})+")
_SCORE = regex(r"\d{1,3}-\d{1,3}(?!\.?\w|[%-])")
BOUNDS = frozenset(["under", "over", "below", "above"])
_FROM_AN_AGE = frozenset(["of", "between", "from", "about", "around", "only", "just"])
_OF_AGE = frozenset(["younger", "older"])
_BE = frozenset(["was", "were", "is", "are"])
_OPENERS = frozenset(["n", "O", "o", "6", "b", "5"])  # tags of prepositions
_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "these", "those", "its", "their"])
_DOES = frozenset(["v", "H", "y", "A", "u", "d", "m"])
_VERBS = frozenset(["v", "H", "y"])
_LIST_MARKS = frozenset(["-", "to", "and", "or", ",", "&"])
_SEEN = 5  # tokens before a number that tell whether it is part of a name
_NEXT_ITEM = 500  # characters in which the second item of a list stands
_BEFORE_SCORE = 8  # tokens between the verb and the score: "lost to the champions of last year 1-3"


# "+1 212 555 0100", "(202) 555-0143"; "+12 345 678" has the groups of a number
_TELEPHONE = regex(
    r"(?<=\+)\d{1,3}(?!(?:[ -]\d{3})+(?![ -]?\d))(?:[ -]\(?\d{2,4}\)?){2,6}(?![\d%])"
    r"|(?<=\()\d{3}\) \d{3}-\d{4}(?!\d)"
)


class Names(Uncounted):
    """The part of the lexer that passes numbers of names by."""

    t: Tokens
    lex: Lexicon
    norm: str
    low: str

    def _name_part(self, i: int, j: int, scaled: bool) -> int:
        """The token behind a number that is part of a name; 0 where it counts something.

        `j` is the token behind the numeral at token i, `scaled` whether the numeral has a scale.
        """
        t = self.t
        if (after := fg.compound(t, i, self.lex)) or (after := self._age_or_score(i)):
            return after
        lettered = scaled and j == i + 2 and t.starts[i + 1] == t.ends[i] and len(t.words[i + 1]) == 1
        if lettered and i and t.words[i - 1] in self.lex.names:
            return j  # "Chart 4b"
        if scaled or not self._is_name_part(i, j):
            return 0
        return self._list_of(i, j)

    def _is_named_before_figure(self, i: int) -> bool:
        """True for the number of "FTSE | 100 0.5 percent": a name in front, a number with a unit behind."""
        t = self.t
        if not i or t.words[i - 1] not in self.lex.names or not self.norm[t.starts[i - 1]].isupper():
            return False
        if t.kinds[i + 1] != NUMBER or t.starts[i + 1] == t.ends[i] or not t.words[i].isdigit():
            return False
        unit = fg.read_unit(t, i + 2, self.lex)
        return unit is not None and unit[2] in ("percent", "points", "index")

    def _telephone(self, i: int) -> int:
        """The token behind a telephone number; 0 where there is none."""
        t = self.t
        if i == 0 or t.words[i - 1] not in ("+", "(") or not (m := _TELEPHONE.match(self.low, t.starts[i])):
            return 0
        while t.kinds[i] and t.starts[i] < m.end():
            i += 1
        return i

    def _age_or_score(self, i: int) -> int:
        """ "aged 25 to 54", "15-24 year olds", "(15-24)", "lost 3-6", "drew 2-2": no count of anything."""
        t = self.t
        before = t.words[i - 1] if i else ""
        goes_on = t.words[i + 1][:1] in _OPENS_SPAN
        patterns = [_YEAR_OLDS, _SETS] if goes_on else []
        two_before = t.words[max(0, i - 2)]
        if before in ("aged", "ages") or (before in _FROM_AN_AGE and two_before in ("age", "aged", "ages")):
            patterns.append(_AGED)
        elif before == "years" and t.words[max(0, i - 2)] == "in":
            patterns.append(_SCHOOL_YEARS)  # "pupils in years 7 to 11"
        elif before in BOUNDS and self.bounds_persons(i):
            return i + 1
        elif before == "than" and t.words[max(0, i - 2)] in _OF_AGE and self._counts_nothing(i):
            return i + 1  # "one in five was younger than 15"
        elif before == "those" or before in self.lex.persons:
            patterns.append(_OLDER)
        elif before == "(":
            patterns.append(_AGE_BAND)
        if t.words[i + 1] == "-" and not self.lex.scores.isdisjoint(t.words[max(0, i - _BEFORE_SCORE) : i]):
            patterns.append(_SCORE)
        for pattern in patterns:
            if found := pattern.match(self.low, t.starts[i]):
                k = i
                while t.kinds[k] and t.starts[k] < found.end():
                    k += 1
                if pattern is not _SCORE or self._counts_nothing(k - 1):
                    return k
        return 0

    def bounds_persons(self, i: int) -> bool:
        """True for "children under | 5", "those over | 65": an age that bounds a group, and counts nobody."""
        t, w = self.t, self.t.words[i]
        whom = t.words[i - 2] if i > 1 else ""
        persons = whom in self.lex.persons or whom in ("those", "aged")
        if whom in _BE:  # "twelve of the victims were under 18"
            persons = t.kinds[i - 3] == NUMBER or not self.lex.persons.isdisjoint(t.words[: i - 2])
        short = len(w) <= 2 or not w.isdigit()
        return persons and short and self._counts_nothing(i) and t.words[i + 1] != "of"

    def _list_of(self, i: int, j: int) -> int:
        """ "pages 14-17", "Articles 5, 7 and 9", "page 3 of 17", "737-800": the name goes on in numbers."""
        t = self.t
        plural = i > 0 and t.words[i - 1] in self.lex.names and t.words[i - 1].endswith("s")
        while t.kinds[j + 1] == NUMBER:
            glued = t.ends[j - 1] == t.starts[j] and t.ends[j] == t.starts[j + 1] and t.words[j] in "-/"
            listed = plural and t.words[j] in _LIST_MARKS and self._counts_nothing(j + 1)
            paged = t.words[j] == "of" and t.words[i - 1] in ("page", "question", "part", "chapter")
            if not (glued or listed or paged):
                break
            j += 2
        return j

    def _counts_nothing(self, i: int) -> bool:
        t = self.t
        behind = t.words[i + 1]
        if fg.read_unit(t, i + 1, self.lex) is not None or behind == "%" or behind in self.lex.scales:
            return False
        noun = t.kinds[i + 1] == WORD and behind not in self.lex.singles
        counted = noun and behind.endswith("s")
        return not counted and (t.words[i].isdigit() or is_whole(t.words[i], self.lex))

    def _is_name_part(self, i: int, j: int) -> bool:
        """ "Article 5", "Model 3", "Boeing 737", "Section 4.1", "(3)" in a list, "1." before a heading."""
        t, w = self.t, self.t.words[i]
        before = t.words[i - 1] if i else ""
        if w == "000" or (before == "per" and w in _RATIO_BASES):
            return True  # "(in 000's)"
        if before in ("no", "no.", "nos") and self.norm[t.starts[i - 1]].isupper() and "," in w:
            return True  # "Order No 1,204"
        if "," in w:
            return False
        opens = self._opens(i, j) if i == 0 else None
        if opens is not None:
            return opens
        if before == "-" and i > 1 and t.kinds[i - 2] == NUMBER and t.words[i - 3 : i - 2] == ["."]:
            return True  # "File No. 333- 233349"
        if before + t.words[j] in ("()", "[]") and w.isdigit() and len(w) <= 2 and t.words[j + 1] != "%":
            return True  # the number of an item or a note
        if before in ("no", "no.", "number") and i > 1 and t.words[i - 2] in self.lex.uncounted["rank"]:
            return False
        if w.isdigit() and self._is_score(i, j):
            return True
        if before == "of" and i > 1 and t.words[i - 2] == "group" and self.norm[t.starts[i - 2]].isupper():
            return True  # "the Group of 20", not "a group of 30 men"
        if before == "the" and len(w) <= 4 and w.isdigit() and self._capitals_follow(j):
            return True
        if self._is_labelled(i, j):
            return True
        if before in self.lex.names and not names_number(t.words[max(0, i - _SEEN) : i], self.lex):
            return False
        if before in self.lex.names and self._counts_behind_place(i, j):
            return False
        if before in self.lex.names or (before == "." and i > 1 and t.words[i - 2] in self.lex.names):
            return fg.read_unit(t, j, self.lex) is None and t.words[j] != "%"
        if self._is_glued_to_name(i) or self._is_hyphened(i, j):
            return True
        if t.words[j + 1] in self.lex.streets and self.norm[t.starts[j]].isupper():
            return True  # 77 Water Street
        return bool(i) and t.kinds[i - 1] == WORD and w.isdigit() and len(w) <= 5 and self._is_named(i, j)

    def _is_labelled(self, i: int, j: int) -> bool:
        """ "Lot 27", "issue 9", "14 Rue", "runway 18L", "a 737-800", "so far: 1. Flight"."""
        t, about = self.t, self.lex.uncounted
        before, behind = t.words[i - 1] if i else "", t.words[j]
        if before in about["label"] or (before in self.lex.names and self._is_letter(j)):
            return before in self.lex.names or self._ends(j)
        if behind in about["street"]:
            return self.norm[t.starts[j]].isupper()
        if before == ":" and t.words[i] == "1" and behind == "." and t.starts[j] == t.ends[i]:
            return " 2. " in self.low[t.ends[j] : t.ends[j] + _NEXT_ITEM]
        pair = before in ("a", "an") and behind == "-" and t.kinds[j + 1] == NUMBER
        glued = pair and t.ends[i] == t.starts[j] and t.ends[j] == t.starts[j + 1]
        if not glued or not self._counts_nothing(j + 1):
            return False
        return self._ends(j + 2) or t.words[j + 2].endswith("ed") or t.words[j + 2] in self.lex.pasts

    def _is_letter(self, j: int) -> bool:
        """True for the letter of "18L", glued behind its number."""
        t = self.t
        glued = t.starts[j] == t.ends[j - 1] and len(t.words[j]) == 1
        return glued and self.norm[t.starts[j]].isupper()

    def _counts_behind_place(self, i: int, j: int) -> bool:
        """True for "In the ward | 14 patients died": a place in front, then a noun that does something."""
        t, lex = self.t, self.lex
        first = lex.singles.get(t.words[0])
        if i > _SEEN or first is None or first.tag not in _OPENERS or t.words[1] not in _DETERMINERS:
            return False
        many = t.kinds[j] == WORD and (t.words[j].endswith("s") or t.words[j] in lex.persons)
        verb = lex.singles.get(t.words[j + 1])
        does = t.words[j + 1].endswith("ed") or (verb is not None and verb.tag in _DOES)
        return many and does

    def _opens(self, i: int, j: int) -> bool | None:
        """Whether the number that opens a sentence is one of a heading or an item; None: not to be told."""
        t, w = self.t, self.t.words[i]
        capital = t.kinds[j] == WORD and self.norm[t.starts[j]].isupper()
        if capital and w.isdigit() and len(w) <= 2:
            return fg.read_unit(t, j, self.lex) is None  # "2 Basis of preparation"
        if t.words[j] in (".", ")") and t.starts[j] == t.ends[i]:
            return True
        if capital and not w.isdigit():
            return fg.read_unit(t, j, self.lex) is None  # "4.1 Basis of preparation"
        return None

    def _is_glued_to_name(self, i: int) -> bool:
        """ "COVID-19", "v2.3": letters stand glued in front."""
        t = self.t
        if i < 2 or t.words[i - 1] not in ("-", ".") or t.kinds[i - 2] != WORD:
            return False
        glued = t.ends[i - 2] == t.starts[i - 1] and t.ends[i - 1] == t.starts[i]
        return glued and (t.words[i - 1] == "-" or t.words[i - 2][-1].isdigit())

    def _is_hyphened(self, i: int, j: int) -> bool:
        """ "10-K", "the 28-nation bloc": a word stands glued behind a hyphen."""
        t = self.t
        if t.words[j] != "-" or t.kinds[j + 1] != WORD or t.ends[j] != t.starts[j + 1]:
            return False
        behind = t.words[j + 1]
        if len(behind) == 1:
            return True
        if t.ends[j - 1] != t.starts[j] or len(t.words[i]) > 3:
            return False
        counts = behind in self.lex.scales or behind in ("odd", "plus")
        return not counts and fg.read_unit(t, j, self.lex) is None

    def _is_named(self, i: int, j: int) -> bool:
        """ "Boeing 737", "iPhone 8", "ISO 9001", "NY 10005": a name in front, and nothing counted behind."""
        t, lex = self.t, self.lex
        before = t.words[i - 1]
        printed = self.norm[t.starts[i - 1] : t.ends[i - 1]]
        if printed == before or before in lex.singles or before in lex.months:
            return False
        if before.endswith("s") and i > 1 and t.words[i - 2] == "the" and not before.endswith("ss"):
            return False  # "51 seats, the Republicans 49"
        if len(t.words[i]) == 5 and not (printed.isupper() and len(printed) <= 4):
            return False
        if fg.read_unit(t, j, lex) is not None or t.words[j] == "%":
            return False
        counted = t.kinds[j] == WORD and t.words[j].endswith("s") and t.words[j] not in lex.singles
        return not counted and (i > 1 or t.kinds[j] != WORD or self._is_verb_at(j))

    def _is_verb_at(self, j: int) -> bool:
        """True for "Camp 7 | is", "Project 11 | will": a name and its verb open the sentence."""
        entry, name = self.lex.singles.get(self.t.words[j]), self.t.words[0]
        return entry is not None and entry.tag in _VERBS and not name.endswith(("s", "ed", "ly"))

    def _is_score(self, i: int, j: int) -> bool:
        """ "a vote of 87-10": two numbers that fall are no range."""
        t = self.t
        if (
            t.words[j] == "-"
            and t.kinds[j + 1] == NUMBER
            and t.ends[j] == t.starts[j + 1] == t.ends[j - 1] + 1
        ):
            other = t.words[j + 1]
            return other.isdigit() and len(other) < 5 and int(t.words[i]) >= int(other)
        if i > 1 and t.words[i - 1] == "-" and t.kinds[i - 2] == NUMBER and t.ends[i - 2] == t.starts[i] - 1:
            other = t.words[i - 2]
            return other.isdigit() and len(other) < 5 and int(other) >= int(t.words[i])
        return False

    def _capitals_follow(self, j: int) -> bool:
        """ "the 798 Art Zone": two names behind a number make it one."""
        t = self.t
        return all(t.kinds[k] == WORD and self.norm[t.starts[k]].isupper() for k in (j, j + 1))
