"""The words of Chinese reports, compiled once from `lexicon/zh`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.prose import lexicon
from ingest.prose.regex import regex

_LANGUAGE = "zh"
_MANY = 6  # branches that are tried one by one
# In １，２３４ the comma groups digits; elsewhere a full-width comma ends a clause.
_WIDE_COMMA = regex("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
# 3 834 600人: Hong Kong's offices group digits by spaces; in a style that a text keeps, or of two groups.
_SPACED = regex(r"(?<![\d.,%A-Za-z-])(?<!\d )\d{1,3}(?: \d{3})+(?= ?[\u4e00-\u9fff])(?! ?[年月日])")
_SPACES = "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\x0b\x0c"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\uff5e\u301c~"


@dataclass(frozen=True, slots=True)
class Words:
    """Every word list of the language, by what the reader asks of it."""

    before: dict[str, str]  # hedge -> qualifier
    after: dict[str, str]
    units: dict[str, tuple[str, str]]  # unit word -> code, shape
    signs: dict[str, str]  # currency sign -> code
    yuan: dict[str, str]  # area -> what 元 is there
    changes: dict[str, tuple[str, str]]  # word -> part of speech, direction
    comparisons: dict[str, str]  # word -> rule of the base period
    openers: frozenset[str]  # changes that name their base (年增), known at the start of a clause only
    periods: dict[str, dict[str, str]]
    compounds: dict[str, tuple[str, str]]  # 产销 -> 产量, 销量
    plans: dict[str, tuple[int, int]]  # five-year plan -> first and last year
    basis: dict[str, tuple[str, str]]  # phrase -> price basis, scope
    status: dict[str, tuple[str, str]]  # phrase -> claim status, scope
    roles: dict[str, str]  # connective -> role
    verbs: frozenset[str]
    takers: frozenset[str]  # verbs whose object is what is measured
    areas: dict[str, str]
    cities: dict[str, str]  # city -> its province
    company_forms: frozenset[str]
    company_verbs: frozenset[str]  # what only a company does: 发布公告
    no_companies: frozenset[str]  # what stands in no company's name
    publishers: tuple[str, ...]  # endings of those who publish figures of others
    area_followers: tuple[
        str, ...
    ]  # what may stand behind a short name of an area, else it is part of a name
    scopes: frozenset[str]
    implied: dict[str, str]  # ending of a noun that says its unit -> code
    short_names: frozenset[str]  # 业务量: what a thing just named is called again
    indices: tuple[str, ...]  # nouns of figures that have no unit
    vague: frozenset[str]  # words that name a size and no number
    not_before: dict[str, frozenset[str]]  # 集 counts, but not in 集装箱
    half_of: frozenset[str]  # 过半企业: half of them
    fates: tuple[str, ...]  # behind 一人 they make a number of it: 一人死亡
    every: frozenset[str]  # all words of `pattern`
    pattern: str  # one alternation of all words, longest first
    unit_pattern: str
    monies: frozenset[str]  # codes of currencies
    aims: frozenset[str]  # 目标, 任务, of which a share is done
    opposites: frozenset[str]  # 东、中、西部: characters that share the rest of a name
    same_quantity: tuple[frozenset[str], ...]  # codes of units that measure one quantity: t, kg, jin
    table: dict[int, str]  # one character to one: spaces, digits, dashes, traditional forms


def alternation(words: Iterable[str]) -> str:
    """A regular expression for a set of words that takes the longest and looks at each character once."""
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = trie
        for c in word:
            node = node.setdefault(c, {})
        node[""] = {}
    return _branch(trie)


def _branch(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in node
    branches = [(c, re.escape(c) + _branch(child)) for c, child in sorted(node.items()) if c]
    if not branches:
        return ""
    singles = "".join(c for c, b in branches if len(b) == 1)
    parts = [(c, b) for c, b in branches if len(b) > 1]
    bodies = [_split(parts)] if parts else []
    if singles:
        bodies.append(f"[{singles}]" if len(singles) > 1 else singles)
    body = bodies[0] if len(bodies) == 1 and not ends and len(bodies[0]) == 1 else f"(?:{'|'.join(bodies)})"
    return body + "?" if ends else body


def _split(parts: list[tuple[str, str]]) -> str:
    """Branches by their first character; many are asked for range by range: an engine tries one by one."""
    if len(parts) <= _MANY:
        return "|".join(b for _, b in parts)
    size = -(-len(parts) // _MANY)
    groups = [parts[i : i + size] for i in range(0, len(parts), size)]
    return "|".join(f"(?=[{re.escape(g[0][0])}-{re.escape(g[-1][0])}])(?:{_split(g)})" for g in groups)


def _table(name: str) -> tuple[dict[str, str], ...]:
    """A table of the lexicon."""
    return lexicon.rows(_LANGUAGE, name)


def _tables(same: Callable[[str], str]) -> dict[str, dict[str, str]]:
    """The tables of which the reader asks one column, by the name that `Words` has for them."""
    hedges = _table("hedges")
    return {
        "before": {same(r["phrase"]): r["qualifier"] for r in hedges if r["side"] == "before"},
        "after": {same(r["phrase"]): r["qualifier"] for r in hedges if r["side"] == "after"},
        "signs": {same(r["sign"]): r["code"] for r in _table("currency_signs")},
        "yuan": {r["ref_area"]: r["code"] for r in _table("bare_currency")},
        "comparisons": {r["phrase"]: r["rule"] for r in _table("comparisons")},
        "roles": {r["phrase"]: r["role"] for r in _table("connectives")},
        "cities": {r["phrase"]: r["ref_area"] for r in _table("cities")},
        "areas": {r["phrase"]: r["ref_area"] for r in _table("areas")},
    }


def _units(same: Callable[[str], str], nouns: dict[str, dict[str, str]]) -> dict[str, tuple[str, str]]:
    """Code and shape of every unit; counted nouns are units of their own."""
    units = {same(r["phrase"]): (r["code"], r["shape"]) for r in _table("units")}
    return {phrase: ("count", r["sort"]) for phrase, r in nouns.items()} | units


def _to_come(told: dict[str, Any], status: Iterable[str]) -> dict[str, Any]:
    """将增长: what is to come, and still a change."""
    return {p: told[p[1:]] for p in status if p[0] == "将" and p[1:] in told}


def _statuses(
    changes: dict[str, tuple[str, str]], verbs: frozenset[str], takers: frozenset[str]
) -> dict[str, tuple[str, str]]:
    """The words of the lexicon, and 将增长, 将控制在: right before a verb 将 tells what is to come."""
    moves = {p for p, (part, _) in changes.items() if part in {"verb", "reach"}}
    led = {v for v in verbs if v.endswith(("在", "至", "到", "为", "达"))}
    foreseen = {f"将{p}": ("forecast", "clause") for p in moves | led | takers if p[0] != "将"}
    return foreseen | {r["phrase"]: (r["status"], r["scope"]) for r in _table("status")}


@lru_cache(maxsize=1)
def words() -> Words:
    """Read and compile the lexicon; the first call costs a few milliseconds."""

    characters = _characters()

    def same(text: str) -> str:
        return text.translate(characters)

    known = _tables(same)
    changes = {r["phrase"]: (r["part"], r["direction"]) for r in _table("changes")}
    dated = _table("dated_changes")
    periods = {r["phrase"]: r for r in _table("periods")}
    basis = {r["phrase"]: (r["code"], r["scope"]) for r in _table("price_basis")}
    verbs = frozenset(r["phrase"] for r in _table("verbs"))
    takers = lexicon.words(_LANGUAGE, "takers")
    status = _statuses(changes, verbs, takers)
    scopes = lexicon.words(_LANGUAGE, "scopes")
    plans = {r["phrase"]: (int(r["first"]), int(r["last"])) for r in _table("plans")}
    indices = tuple(sorted(lexicon.words(_LANGUAGE, "indices"), key=len, reverse=True))
    masks = {same(w) for w in lexicon.words(_LANGUAGE, "masks")}
    every = (
        masks | takers | scopes | verbs | set(plans) | set(changes) | set(periods) | set(basis) | set(status)
    )
    changes |= _to_come(changes, status)
    known["before"] |= _to_come(known["before"], status)
    for name, part in known.items():
        every |= set(part) if name != "yuan" else set()
    changes |= {r["phrase"]: (r["part"], r["direction"]) for r in dated}
    known["comparisons"] |= {r["phrase"]: r["rule"] for r in dated}
    nouns = {same(r["phrase"]): r for r in _table("counted_nouns")}
    units = _units(same, nouns)
    return Words(
        units=units,
        changes=changes,
        periods=periods,
        compounds={r["compound"]: (r["first"], r["second"]) for r in _table("compounds")},
        plans=plans,
        basis=basis,
        status=status,
        openers=frozenset(r["phrase"] for r in dated),
        verbs=verbs,
        takers=takers,
        company_forms=lexicon.words(_LANGUAGE, "company_forms"),
        company_verbs=lexicon.words(_LANGUAGE, "company_verbs"),
        no_companies=lexicon.words(_LANGUAGE, "no_companies"),
        publishers=tuple(sorted(lexicon.words(_LANGUAGE, "publishers"))),
        area_followers=tuple(sorted(lexicon.words(_LANGUAGE, "area_followers"))),
        scopes=scopes,
        implied={r["ending"]: r["unit"] for r in _table("implied_units")},
        short_names=lexicon.words(_LANGUAGE, "short_names"),
        indices=indices,
        pattern=alternation(every),
        vague=lexicon.words(_LANGUAGE, "vague"),
        not_before={phrase: frozenset(r["not_before"]) for phrase, r in nouns.items()},
        half_of=lexicon.words(_LANGUAGE, "half_of"),
        fates=tuple(sorted(lexicon.words(_LANGUAGE, "fates"))),
        every=frozenset(every),
        unit_pattern=alternation(units),
        monies=frozenset(code for code, shape in units.values() if shape == "money"),
        aims=lexicon.words(_LANGUAGE, "aims"),
        opposites=lexicon.words(_LANGUAGE, "opposites"),
        same_quantity=tuple(
            frozenset(line.split()) for line in sorted(lexicon.words(_LANGUAGE, "same_quantity"))
        ),
        table=characters,
        **known,
    )


@lru_cache(maxsize=1)
def _characters() -> dict[int, str]:
    same = {ord(c): " " for c in _SPACES} | {ord(c): "-" for c in _DASHES}
    same |= {0xFF01 + n: chr(0x21 + n) for n in range(94) if chr(0x21 + n) not in ",~"}
    same |= {ord(c): '"' for c in "“”「」『』"} | {ord(c): "'" for c in "‘’"}
    same |= {ord("﹪"): "%", ord("￥"): "¥"}
    for pair in lexicon.words(_LANGUAGE, "traditional"):
        same[ord(pair[0])] = pair[1]
    return same


def normalise(text: str) -> str:
    """A copy of the same length: half-width forms, one kind of space and dash, simplified characters."""
    if _WIDE_COMMA.search(text):
        text = _WIDE_COMMA.sub(",", text)
    spaced = _SPACED.findall(text)
    if len(spaced) > 1 or any(found.count(" ") > 1 for found in spaced):
        text = _SPACED.sub(lambda m: m[0].replace(" ", ","), text)
    return text.translate(_characters())
