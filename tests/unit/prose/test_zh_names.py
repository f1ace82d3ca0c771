"""Whose figure it is and where: every entry of the lists of names, and what only looks like a name."""

from __future__ import annotations

import pytest

from tests.unit.prose.test_zh_lexicon import _lines, _pairs
from tests.unit.prose.zh_reading import reading, rows


@pytest.mark.parametrize("form", _lines("company_forms"))
def test_ends_of_company_names(form: str) -> None:
    (claim,) = reading(f"东海{form}2018年实现营业收入3亿元。").claims
    assert (claim.entity, claim.measure) == (f"东海{form}", "营业收入")


@pytest.mark.parametrize("verb", _lines("company_verbs"))
def test_what_only_a_company_does(verb: str) -> None:
    (claim,) = reading(f"星河光电{verb}2018年营业收入3亿元。").claims
    assert claim.entity == "星河光电"


@pytest.mark.parametrize("name", _lines("no_companies"))
def test_companies_in_general_are_no_entity(name: str) -> None:
    (claim,) = reading(f"{name}控股2018年实现营业收入3亿元。").claims
    assert claim.entity is None


@pytest.mark.parametrize("ending", _lines("publishers"))
def test_publishers_are_no_entity(ending: str) -> None:
    (claim,) = reading(f"东海统计{ending}公布，2018年营业收入3亿元。").claims
    assert claim.entity is None


@pytest.mark.parametrize(("city", "area"), _pairs("cities", "phrase", "ref_area"))
def test_cities_stand_for_their_province(city: str, area: str) -> None:
    (claim,) = reading(f"2018年，{city}地区生产总值5300亿元。", ref_area="CN").claims
    assert (claim.ref_area, claim.measure) == (area, f"{city}地区生产总值")


def test_a_company_is_remembered_while_it_is_spoken_of() -> None:
    r = rows(
        "华东重工集团今日公布业绩。集团2018年新签合同额1,208亿元，其中海外386亿元。该公司预计2019年签约1,300亿元。"
        "全国工程合同额2.5万亿元。"
    )
    assert [r[x].claim.entity for x in ("1,208亿", "386亿", "1,300亿", "2.5万亿")] == [
        "华东重工集团", "华东重工集团", "华东重工集团", None,
    ]  # fmt: skip


def test_two_companies_in_a_sentence() -> None:
    r = rows(
        "2018年，东海航运有限公司营业收入12亿元；西山矿业股份有限公司营业收入15亿元。", entity="东海航运"
    )
    assert [(r[x].claim.entity, r[x].claim.measure) for x in ("12亿", "15亿")] == [
        ("东海航运", "营业收入"),
        ("西山矿业股份有限公司", "营业收入"),
    ]


@pytest.mark.parametrize(
    "text",
    ["2018年末，银行业资产总额261万亿元。", "2018年，3家银行获批，贷款增加5亿元。", "对长河银行贷款5亿元。"],
)
def test_words_like_names_are_no_company(text: str) -> None:
    assert {c.entity for c in reading(text).claims} == {None}


def test_a_town_behind_a_semicolon_is_not_in_the_province_before() -> None:
    r = rows("2018年，浙江省进出口2.85万亿元，其中出口2.12万亿元；玉泉县进出口35亿元。", ref_area="CN")
    assert [r[x].claim.ref_area for x in ("2.85万亿", "2.12万亿", "35亿")] == ["CN-ZJ", "CN-ZJ", "CN"]
