"""The English lexicon in the shape that the lexer wants."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from ingest.prose.en.tags import CHANGE_TAGS, FUNCTION_TAGS, ROLE_TAGS, VERB_TAGS
from ingest.prose.lexicon import rows, words
from ingest.prose.regex import regex

LANGUAGE = "en"

# Numbers, currency signs, words (a hyphen or an apostrophe may stand inside) and anything else, each with the
# blanks before it: the tokens tile the sentence, so that their lengths give their offsets.
_SIGNS = "$€£¥₹₽₩₺₫฿₪₦₱₴₭₮₲₵₡₸₼₾৳"
TOKEN = regex(
    r"\s*(?:[a-z]++(?=[\s,])|[a-z]{3,}+(?=[.;:)])"  # most words, by the shortest way
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?|\d+(?:,\d{3})*(?:\.\d+)?|(?<![\w.])\.\d+"
    rf"|(?:us|u\.s\.|hk|nt|au|ca|nz|sg|[acrs]|(?<!\d)[a-z]{{1,4}})?[$£]|[{_SIGNS}]"
    r"|(?:rmb|usd|eur|gbp|cny|jpy|inr|cad|aud|chf|rs|rm|ksh|shs|sh|kč|rp)(?=\d)"
    r"|(?<![^\W_])rs\.(?=\s?\d)|(?<![^\W_])[rk](?=\d+(?:[.,]\d|\s(?:million|billion)|bn|m\b))"
    r"|(?<=\d)(?:k|mn?|bn?|tn?|km|kg|cm|mm|ha|kw|mw|gw)(?=-\d)"  # 5k-20k
    # letters glued to what can only be a number: of a money, unless they are a word or nothing known
    r"|(?<![^\W_])[a-zł¢₵č]{1,4}(?=\d+(?:,\d{3})+(?!\d)|\d+\.\d|\d+\s?(?:thousand|million|billion|trillion|crore|lakh|bn\b))"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-'&/]?\u00ad*[^\W_]++)*+|-(?:odd|plus|strong)\b"
    r"|[^\s\w]|_)"
)
NUMBER, CURRENCY, WORD, SYMBOL = 1, 2, 3, 4

_NUMBER_IN_NAME = regex(r"\b(twenty)-")  # a word that falls apart in the text too
_FORETELLING = frozenset({"will", "would", "could", "may", "might"})


@dataclass(slots=True)
class Entry:
    """What the lexicon says of one phrase; a phrase may play several parts."""

    phrase: str
    tag: str | None = None
    hedge: str | None = None
    side: str | None = None  # before | after | verb | duration
    status: str | None = None
    price: str | None = None
    area: str | None = None
    base: str | None = None
    multiple: Decimal | None = None
    direction: str | None = None
    vague: bool = False


@dataclass(slots=True)
class Lexicon:
    """All tables of the language; `phrases` is a tree of words, with an entry under ""."""

    phrases: dict[str, Any]
    singles: dict[str, Entry]
    numbers: dict[str, tuple[Decimal, str]]
    scales: dict[str, tuple[Decimal, str]]
    units: dict[str, list[tuple[list[str], str, str]]]
    currencies: dict[str, str]
    glued_currencies: frozenset[str]  # letters that are a money only right before a number: "N25.4 billion"
    fractions: dict[str, Fraction]
    months: dict[str, int]
    names: frozenset[str]
    persons: frozenset[str]
    partitives: frozenset[str]
    subjects: dict[str, str]
    scaled_units: dict[str, tuple[Decimal, str]]
    area_currencies: dict[tuple[str, str], str]  # (area, bare sign or name) -> currency; "": any other area
    bare_currencies: frozenset[str]
    money_names: dict[str, list[str]]  # currency -> the bare names that it goes by
    abbreviations: frozenset[str]
    change_adjectives: frozenset[str]
    flows: frozenset[str]  # what is counted in things: "deliveries were 1.31 million vehicles"
    gains: frozenset[str]  # verbs whose object is how much more or less there is
    not_adverbs: frozenset[str]
    weekdays: frozenset[str]
    quantifiers: frozenset[str]  # they name nothing: "a few had expected"
    calendar: frozenset[str]  # nouns that tell when: "profit for the quarter"
    unit_nouns: frozenset[str]  # counted nouns that name nothing: "38,200 units"
    which_forecast: frozenset[str]  # adjectives that tell which forecast or estimate it is
    parentheticals: frozenset[str]
    superlatives: frozenset[str]
    base_adjectives: dict[str, str]  # "an annual increase of 2.5%" is one on the year before
    based: frozenset[str]  # before a year they tell the prices of that year: "constant 2010 dollars"
    titles: frozenset[str]
    plans: frozenset[str]  # nouns of what was meant to be: "over budget"
    exceeding: dict[str, str]  # verbs that set one thing above another, or below it
    price_words: dict[str, frozenset[str]]  # by their part in telling a basis of prices
    share_words: dict[str, frozenset[str]]  # by their part in telling a share: "taker", "rest"
    same_things: dict[str, frozenset[str]]  # "workforce" -> what it may be another name of
    extras: frozenset[str]  # before an amount they tell how many more there are: "an extra 300"
    rates: frozenset[str]  # what is itself told in percent: its level is no change
    particles: dict[str, str]  # prepositions that tell a change behind a comma: ", off 5%"
    rate_nouns: dict[
        str, str
    ]  # nouns that tell a change beside a rate alone: "a 5% boost", "a loss of 3 points"
    spans: frozenset[str]  # nouns of time over which a change is not on the year before: "over the decade"
    pointers: frozenset[str]  # nouns that point to the figure said before: "the total was"
    fates: frozenset[str]  # what befalls persons: "another 27 died"
    yardsticks: frozenset[str]  # before what was expected: "matching estimates"
    answers: frozenset[str]  # what a share of those asked does: "41% said"
    forecasters: frozenset[str]
    extremes: frozenset[str]
    keepers: frozenset[str]
    ing_nouns: frozenset[str]  # sectors and activities: "manufacturing 6.9%", but "overtaking Uganda"
    participles: frozenset[str]  # irregular ones: "homes | built in the zone"
    telling: frozenset[str]  # verbs and nouns that a clause follows: "said (that) sales rose"
    saying: frozenset[str]  # with whom it stands between commas, a word tells who says it: "the office said"
    looking_back: frozenset[str]  # participles that open a clause of what was before: "offsetting a rise"
    pasts: frozenset[str]  # past forms that do not end in "ed"
    marks: dict[str, str]  # noun -> the status that it tells, or ""
    dimensions: frozenset[str]
    demands: frozenset[str]  # verbs whose subject does not change itself: "the union wants a rise of 9%"
    measured_times: frozenset[str]  # nouns that a length of time measures: "stay", "waiting time"
    lengths: frozenset[str]  # "48m" beside one of them is a length, not a count of millions
    streets: frozenset[str]
    one_compounds: frozenset[str]  # behind "one-" they count nothing: "one-stop", "one-sided"
    compounds: dict[str, frozenset[str]]  # unit -> nouns that make a name with it
    scores: frozenset[str]
    uncounted: dict[str, frozenset[str]]  # by their part in telling a number that counts nothing
    fiscal_years: dict[str, int]
    before_months: frozenset[str]  # words behind which "May" and "March" are months
    leading: frozenset[str]  # no line of prose ends with them unless the page was narrow; a heading may
    leading_on_to_names: frozenset[str]  # no heading ends with them either: "the", "its"
    company_verbs: frozenset[str]
    counting_verbs: dict[str, str]  # "employ" -> the unit of an object that is not named
    money_measures: dict[str, Decimal]  # "sales" -> the scale from which a number of it is money
    ordinary_subjects: frozenset[str]


def tokens_of(phrase: str) -> list[str]:
    """The words of a phrase as the lexer cuts them."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return phrase.split()
    return [token.strip() for token in TOKEN.findall(phrase)]


def kind_of(word: str) -> int:
    """NUMBER, CURRENCY, WORD or SYMBOL, by its first and last character."""
    first = word[0]
    if first.isdecimal() or (first == "." and len(word) > 1):
        return NUMBER
    if word[-1] in _SIGNS:
        return CURRENCY
    return WORD if first.isalnum() or len(word) > 1 else SYMBOL


def _entries() -> dict[tuple[str, ...], Entry]:
    entries: dict[tuple[str, ...], Entry] = {}

    def entry(phrase: str) -> list[Entry]:
        spellings = [phrase, phrase.replace(" ", "-")] if phrase.count(" ") == 2 else [phrase]
        return [entries.setdefault(tuple(tokens_of(p)), Entry(p)) for p in spellings]

    def tag(phrase: str, letter: str) -> list[Entry]:
        found = entry(phrase)
        for e in found:
            e.tag = e.tag or letter
        return found

    for r in rows(LANGUAGE, "bases"):
        if r["opener"] != "yes":
            for e in entry(r["phrase"]):
                e.tag, e.base = "B", r["rule"]
    for r in rows(LANGUAGE, "multiples"):
        for e in entry(r["phrase"]):
            e.multiple, e.direction = Decimal(r["value"]), r["direction"] or None
    for r in rows(LANGUAGE, "changes"):
        for e in tag(r["phrase"], CHANGE_TAGS[r["part"], r["direction"]]):
            e.direction = r["direction"]
            if r["phrase"].partition(" ")[0] in _FORETELLING:
                e.status = "forecast"  # "could rise"
    for r in rows(LANGUAGE, "connectives"):
        tag(r["phrase"], ROLE_TAGS[r["role"]])
    for r in rows(LANGUAGE, "verbs"):
        tag(r["phrase"], VERB_TAGS[r["class"]])
    for r in rows(LANGUAGE, "function_words"):
        tag(r["phrase"], FUNCTION_TAGS[r["class"]])
    for r in rows(LANGUAGE, "hedges"):
        for e in entry(r["phrase"]):
            e.hedge, e.side = r["qualifier"], r["side"]
            if r["side"] == "verb":
                e.tag = "v"
    for r in rows(LANGUAGE, "status"):
        for e in entry(r["phrase"]):
            e.status = r["status"]
    for r in rows(LANGUAGE, "price_basis"):
        for e in entry(r["phrase"]):
            e.price = r["code"]
    for r in rows(LANGUAGE, "not_price_basis"):
        entry(r["phrase"])
    for r in rows(LANGUAGE, "areas"):
        for e in entry(r["name"]):
            e.area = r["code"]
    for r in rows(LANGUAGE, "vague"):
        for e in entry(r["phrase"]):
            e.vague = True
    return entries


def _sets(name: str, key: str, value: str) -> dict[str, frozenset[str]]:
    """The values of one column of a table, by those of another."""
    found: dict[str, set[str]] = {}
    for r in rows(LANGUAGE, name):
        found.setdefault(r[key], set()).add(r[value])
    return {k: frozenset(values) for k, values in found.items()}


def _map(name: str, key: str, value: str) -> dict[str, str]:
    return {r[key]: r[value] for r in rows(LANGUAGE, name)}


def _column(name: str, column: str) -> frozenset[str]:
    return frozenset(r[column] for r in rows(LANGUAGE, name))


def _phrases() -> tuple[dict[str, Any], dict[str, Entry]]:
    """The tree of the phrases of several words, and the entries of single words."""
    phrases: dict[str, Any] = {}
    singles: dict[str, Entry] = {}
    for key, e in _entries().items():
        if len(key) == 1:
            singles[key[0]] = e
        else:
            _branch(phrases, key)[""] = e
    openers = [tokens_of(r["phrase"]) for r in rows(LANGUAGE, "base_openers")]
    for opener in openers:
        _branch(phrases, opener)
    opened: dict[str, Any] = {}  # "a year earlier" behind "from" and "than": one tree for all openers
    for r in rows(LANGUAGE, "bases"):
        if r["opener"] != "no":
            _branch(opened, tokens_of(r["phrase"]))[""] = Entry(r["phrase"], tag="B", base=r["rule"])
    for opener in openers:
        _graft(_branch(phrases, opener), opened)
    return phrases, singles


def _branch(tree: dict[str, Any], key: Iterable[str]) -> dict[str, Any]:
    """The branch of a tree of words at which a phrase ends, grown where it is not there."""
    for word in key:
        tree = tree.setdefault(word, {})
    return tree


def _graft(tree: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Hang the branches of another tree into one; what both have is copied, for others share it."""
    for word, branch in other.items():
        if word not in tree:
            tree[word] = branch
        elif word:
            tree[word] = _graft(dict(tree[word]), branch)
    return tree


def _units() -> dict[str, list[tuple[list[str], str, str]]]:
    """First word -> (the other words, code, shape) of the units that it opens, the longest first."""
    units: dict[str, list[tuple[list[str], str, str]]] = {}
    for r in rows(LANGUAGE, "units"):
        cut = tokens_of(_NUMBER_IN_NAME.sub(r"\1 - ", r["phrase"]))
        units.setdefault(cut[0], []).append((cut[1:], r["code"], r["shape"]))
    for options in units.values():
        options.sort(key=lambda o: -len(o[0]))
    return units


def _money_names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for r in rows(LANGUAGE, "area_currencies"):
        found.setdefault(r["code"], []).append(r["sign"])
    return found


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The English lexicon, built once; a field that is no table is the word list of its name."""
    phrases, singles = _phrases()
    scales = {r["word"]: (Decimal(r["factor"]), r["use"]) for r in rows(LANGUAGE, "scales")}
    tables: dict[str, Any] = {
        "phrases": phrases,
        "singles": singles,
        "numbers": {r["word"]: (Decimal(r["value"]), r["kind"]) for r in rows(LANGUAGE, "numbers")},
        "scales": scales,
        "units": _units(),
        "scaled_units": {
            r["word"]: (Decimal(r["factor"]), r["code"]) for r in rows(LANGUAGE, "scaled_units")
        },
        "fractions": {
            r["word"]: Fraction(int(r["numerator"]), int(r["denominator"]))
            for r in rows(LANGUAGE, "fractions")
        },
        "months": {r["word"]: int(r["number"]) for r in rows(LANGUAGE, "months")},
        "fiscal_years": {r["area"]: int(r["first_month"]) for r in rows(LANGUAGE, "fiscal_years")},
        "currencies": _map("currencies", "sign", "code"),
        "area_currencies": {(r["area"], r["sign"]): r["code"] for r in rows(LANGUAGE, "area_currencies")},
        "bare_currencies": _column("area_currencies", "sign"),
        "money_names": _money_names(),
        "names": _column("names", "word"),
        "persons": _column("persons", "word"),
        "partitives": _column("partitives", "word"),
        "subjects": _map("uncountable", "word", "unit"),
        "counting_verbs": _map("counting_verbs", "verb", "unit"),
        "money_measures": {r["noun"]: scales[r["scale"]][0] for r in rows(LANGUAGE, "money_measures")},
        "marks": _map("marks", "noun", "status"),
        "base_adjectives": _map("base_adjectives", "word", "rule"),
        "exceeding": _map("exceeding", "verb", "direction"),
        "particles": _map("particles", "word", "direction"),
        "rate_nouns": _map("rate_nouns", "noun", "direction"),
        "compounds": _sets("name_compounds", "unit", "noun"),
        "same_things": _sets("same_things", "word", "thing"),
        "price_words": _sets("price_words", "role", "word"),
        "share_words": _sets("share_words", "role", "word"),
        "uncounted": _sets("uncounted", "role", "word"),
    }
    lists: dict[str, Any] = {f.name: words(LANGUAGE, f.name) for f in fields(Lexicon) if f.name not in tables}
    return Lexicon(**tables, **lists)
