"""Every entry of the Chinese lexicon does what its row says, in a sentence made for it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from ingest.prose.zh.words import normalise, words
from schemas.vocabulary import CLAIM_STATUS, DIRECTION, PRICE_BASIS, QUALIFIER
from tests.unit.prose.each import each
from tests.unit.prose.zh_reading import reading

_LEXICON = Path(__file__).parents[3] / "ingest" / "prose" / "lexicon" / "zh"


def _rows(name: str) -> list[dict[str, str]]:
    with (_LEXICON / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _lines(name: str) -> list[str]:
    return (_LEXICON / f"{name}.txt").read_text(encoding="utf-8").split()


def _pairs(name: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[c] or "" for c in columns) for row in _rows(name)]


@each(sorted(_LEXICON.iterdir()))
def test_no_entry_stands_twice(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    first = [line.split(",")[0] for line in lines]
    if path.name == "hedges.csv":
        first = [line.split(",")[0] + line.split(",")[2] for line in lines]
    assert len(first) == len(set(first)), sorted({x for x in first if first.count(x) > 1})


@each(_pairs("hedges", "phrase", "qualifier", "side"))
def test_hedges(phrase: str, qualifier: str, side: str) -> None:
    numeral = "万" if phrase in {"上", "过"} else "5000"
    printed = f"{phrase}{numeral}家" if side == "before" else f"{numeral}家{phrase}"
    (claim,) = reading(f"全市企业{printed}。").claims
    assert (claim.qualifier, claim.hedge_text) == (qualifier, phrase)
    assert qualifier in QUALIFIER


@each(_pairs("units", "phrase", "code", "shape"))
def test_units(phrase: str, code: str, shape: str) -> None:
    numeral = {"度": "3万", "方": "3万", "番": "3"}.get(
        phrase, "37.5" if shape in {"points", "index"} else "37"
    )
    sentence = f"该指数为{numeral}{phrase}。" if shape == "index" else f"有关数为{numeral}{phrase}。"
    (claim,) = reading(sentence).claims
    assert claim.unit == code
    assert claim.unit_text == phrase


@each(_pairs("currency_signs", "sign", "code"))
def test_currency_signs(sign: str, code: str) -> None:
    (claim,) = reading(f"合同金额为{sign}5000万。").claims
    assert (claim.unit, claim.value) == (code, 50_000_000)


_VERBS = [(p, d) for p, part, d in _pairs("changes", "phrase", "part", "direction") if part == "verb"]
_REACHES = [p for p, part, _ in _pairs("changes", "phrase", "part", "direction") if part == "reach"]
_NOUNS = [(p, d) for p, part, d in _pairs("changes", "phrase", "part", "direction") if part == "noun"]


@each(_VERBS)
def test_verbs_of_change(phrase: str, direction: str) -> None:
    (claim,) = reading(f"该项数据同比{phrase}5.3%。").claims
    assert (claim.kind, claim.direction) == ("change_rate", direction)
    assert direction in DIRECTION


@each(_NOUNS)
def test_nouns_of_change(phrase: str, direction: str) -> None:
    (claim,) = reading(f"该项数据{phrase}为5.3%。").claims
    assert (claim.kind, claim.direction) == ("change_rate", direction)


@each(_REACHES)
def test_verbs_that_end_at_a_level(phrase: str) -> None:
    found = reading(f"该项产量由2012年的320吨{phrase}2018年的415吨。")
    assert [(c.kind, c.time_period) for c in found.claims] == [("level", "2012"), ("level", "2018")]
    assert [x.role for x in found.links] == ["compared_with"]


_PLAIN = [p for p, part, _ in _pairs("changes", "phrase", "part", "direction") if part == "plain"]


@each(_PLAIN)
def test_words_that_only_look_like_change(phrase: str) -> None:
    (claim,) = reading(f"该项{phrase}37万元。").claims
    assert claim.kind == "level"


@each(_pairs("comparisons", "phrase", "rule"))
def test_comparisons(phrase: str, rule: str) -> None:
    period, base = {
        "year": ("2018年9月份", "2017-09"),
        "previous": ("2018年9月份", "2018-08"),
        "month": ("2018年9月份", "2018-08"),
        "quarter": ("2018年三季度", "2018-Q2"),
        "week": ("2018年9月份", None),  # no period is a week long
        "day": ("2018年9月份", None),
    }[rule]
    (claim,) = reading(f"{period}，该项数据{phrase}增长5.3%。").claims
    assert claim.base_period == base


# Seen from a text that is at 2018-08 and appeared on 28 February 2019.
_AT_AUGUST = {
    ("0", ""): "2018", ("now", ""): "2019", ("now-1", ""): "2018", ("now-2", ""): "2017",
    ("now+1", ""): "2020",
    ("-1", ""): "2017", ("-1", "same"): "2017-08", ("0", "same"): "2018-08", ("now", "ytd"): "2019",
    ("0", "month"): "2018-08", ("0", "month-1"): "2018-07", ("0", "quarter"): "2018-Q3",
    ("0", "quarter-1"): "2018-Q2",
}  # fmt: skip


@each([r for r in _rows("periods") if r["part"] != "report"])
def test_words_of_time(row: dict[str, str]) -> None:
    from ingest.prose.zh.clock import Clock
    from ingest.prose.zh.periods import parse

    period = parse(row["phrase"])
    assert period is not None
    assert period.end == (row["end"] == "end")
    found = Clock(date(2019, 2, 28), None, "2018-08").resolve(period)
    if period.since:
        assert found is not None and found.endswith("/..")
    else:
        assert found == _AT_AUGUST[row["year"], row["part"]]


@each([r for r in _rows("periods") if r["part"] == "report"])
def test_the_period_of_the_report_is_the_documents(row: dict[str, str]) -> None:
    (claim,) = reading(f"{row['phrase']}，公司营业收入37万元。", reference_period="2018-S1").claims
    assert (claim.time_period, claim.period_basis) == ("2018-S1", "document")


@each(_pairs("plans", "phrase", "first", "last"))
def test_five_year_plans(phrase: str, first: str, last: str) -> None:
    (claim,) = reading(f"“{phrase}”期间，全市新建公路37公里。").claims
    assert claim.time_period == f"{first}-01-01/P5Y"
    assert int(last) == int(first) + 4
    assert reading(f"根据“{phrase}”规划，全市统筹推进。").claims == []


@each(_pairs("price_basis", "phrase", "code", "scope"))
def test_price_bases(phrase: str, code: str, scope: str) -> None:
    (claim,) = reading(f"2018年，该项收入{phrase}增长5.3%。").claims
    assert claim.price_basis == code
    assert code in PRICE_BASIS
    assert scope in {"figure", "change", "sentence", "paragraph"}


@each(_pairs("status", "phrase", "status"))
def test_statuses(phrase: str, status: str) -> None:
    (claim,) = reading(f"有关部门{phrase}投资5000万元。").claims
    assert claim.claim_status == status
    assert status in CLAIM_STATUS


@each(_lines("masks"))
def test_words_that_hold_numerals_or_hedges_and_are_neither(word: str) -> None:
    found = reading(f"有关{word}的情况。")
    assert [c.value_text for c in found.claims] == []


@each(_lines("vague"))
def test_vague_words_are_refused(word: str) -> None:
    found = reading(f"{word}企业参展。")
    assert [(r.quote, r.rule) for r in found.refusals] == [(word, "vague")]


@each(_lines("takers"))
def test_what_is_measured_stands_behind_these_verbs(word: str) -> None:
    (claim,) = reading(f"某某单位{word}钢材5000吨。").claims
    assert claim.measure == "钢材"


@each([v for (v,) in _pairs("verbs", "phrase")])
def test_these_verbs_are_no_part_of_the_subject(word: str) -> None:
    (claim,) = reading(f"钢材产量{word}5000吨。").claims
    assert claim.measure == "钢材产量"


@each(_lines("short_names"))
def test_what_was_just_named_is_called_short(name: str) -> None:
    found = reading(f"2018年手机{name}达5.4万。{name}增长3%。")
    level, change = found.claims
    assert [(x.claim_id, x.role, x.target_claim_id) for x in found.links] == [
        (change.claim_id, "growth_of", level.claim_id)
    ]


@each(_lines("indices"))
def test_numbers_of_indices_need_no_unit(noun: str) -> None:
    (claim,) = reading(f"该市{noun}为102.7。").claims
    assert claim.unit in {"index_point", "ratio"}
    assert claim.unit_status == "inferred"


@each(_pairs("areas", "phrase", "ref_area"))
def test_areas_that_lead_their_clause(phrase: str, area: str) -> None:
    (claim,) = reading(f"{phrase}地区生产总值5000亿元。").claims
    assert claim.ref_area == area


@each(_lines("scopes"))
def test_words_for_the_whole_area_are_no_part_of_the_measure(word: str) -> None:
    (claim,) = reading(f"{word}固定资产投资5000亿元。").claims
    assert claim.measure == "固定资产投资"


@each(_lines("traditional"))
def test_traditional_forms_map_one_to_one(pair: str) -> None:
    assert len(pair) == 2
    assert normalise(pair[0]) == pair[1]
    assert normalise(pair[1]) == pair[1], "a simplified form is not mapped on"


_ROLES = {
    "part": "2018年收入50亿元，{}罚没收入31亿元。",
    "respectively": "收入和税收{}50亿元和31亿元。",
    "share": "税收{}收入的31%。",
    "share_noun": "税收{}为31%。",
    "share_name": "税收{}为31%。",
    "contribution": "工业{}经济增长1.3个百分点。",
    "average": "2013—2017年，收入{}增长3.1%。",
    "gap": "收入增速{}全省0.7个百分点。",
    "total": "全市有医院62家、诊所138家，{}200家。",
    "than": "2018年，收入{}上年增长3.1%。",
}


@each([(p, r) for p, r in _pairs("connectives", "phrase", "role") if r in _ROLES])
def test_connectives(phrase: str, role: str) -> None:
    sentence = _ROLES[role].format(phrase)
    if phrase == "贡献率":
        sentence = "工业对经济增长的贡献率为31%。"
    found = reading(sentence)
    last = found.claims[-1]
    roles = [x.role for x in found.links]
    if role in {"part", "total"}:
        assert "part_of" in roles
    elif role == "respectively":
        assert [c.measure for c in found.claims] == ["收入", "税收"]
    elif role in {"share", "share_noun", "share_name"}:
        assert last.kind == "share"
    elif role == "contribution":
        assert last.kind == "contribution"
    elif role == "average":
        assert last.kind == "average_rate"
    elif role == "gap":
        assert last.kind == "difference"
    else:
        assert last.base_period == "2017"


def test_every_role_of_a_connective_is_known_to_the_reader() -> None:
    known = set(_ROLES) | {
        "times",
        "asof",
        "from",
        "fresh",
        "rank",
        "run",
        "per",
        "per_period",
        "conversion",
        "limit",
        "present",
        "",
    }
    assert set(words().roles.values()) <= known


@each(_pairs("implied_units", "ending", "unit"))
def test_nouns_that_say_their_unit(ending: str, unit: str) -> None:
    (claim,) = reading(f"该市相关{ending}近30万。").claims
    assert (claim.unit, claim.unit_status) == (unit, "inherited")


@each(_pairs("bare_currency", "ref_area", "code"))
def test_a_bare_yuan_by_the_area_of_the_document(area: str, code: str) -> None:
    (claim,) = reading("收入5000元。", ref_area=area).claims
    assert (claim.unit, claim.unit_status, claim.flags) == (code, "inferred", "unit_from_area")


@each(_lines("area_followers"))
def test_what_may_follow_a_short_name_of_an_area(word: str) -> None:
    claims = reading(f"广东{word}有关数据为5000亿元。").claims
    assert {c.ref_area for c in claims} == {"CN-GD"}


@each(_pairs("dated_changes", "phrase", "part", "direction", "rule"))
def test_changes_that_name_their_base(phrase: str, part: str, direction: str, rule: str) -> None:
    period, base = {
        "year": ("2018年9月份", "2017-09"),
        "month": ("2018年9月份", "2018-08"),
        "quarter": ("2018年三季度", "2018-Q2"),
    }[rule]
    claim = reading(f"{period}营业额3亿元，{phrase}{'为' if part == 'noun' else ''}5.3%。").claims[1]
    assert (claim.kind, claim.direction, claim.base_period) == ("change_rate", direction, base)


@each(_pairs("compounds", "compound", "first", "second"))
def test_compounds_of_two_names(compound: str, first: str, second: str) -> None:
    found = reading(f"2018年，某地{compound}分别为3亿元和4亿元。").claims
    assert [c.measure for c in found] == [f"某地{first}", f"某地{second}"]


@each(_lines("aims"))
def test_words_for_aims(word: str) -> None:
    found = reading(f"销量11.4万辆，完成全年20万辆{word}的57%。")
    assert [c.claim_status for c in found.claims][1] == "target"
    assert "share_of" in [x.role for x in found.links]
