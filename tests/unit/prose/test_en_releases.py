"""What results of companies and offices say in one breath: two years, bases, counts beside shares."""

from datetime import date

from tests.unit.prose.reading import links, read

PUBLISHED = date(2018, 10, 25)


def test_the_earlier_level_behind_its_own_name_dates_nothing_else() -> None:
    text = (
        "Net sales were $48.2 billion in the third quarter of 2018. Operating income rose to $2.9 billion, "
        "compared with operating income of $412 million in the third quarter of 2017. Staff stood at 512,400."
    )
    periods = {c.value_text: c.time_period for c in read(text, published=PUBLISHED).claims}
    assert periods == {
        "48.2 billion": "2018-Q3",
        "2.9 billion": "2018-Q3",
        "412 million": "2017-Q3",
        "512,400": "2018-Q3",
    }
    assert ("2.9 billion", "compared_with", "412 million") in links(text)


def test_an_earlier_amount_does_not_take_the_kind_of_a_share_beside_the_level() -> None:
    text = "The benefit was $12.6 million or 39% of the loss in 2017 compared to a benefit of $6.7 million."
    assert [c.kind for c in read(text).claims] == ["level", "share", "level"]


def test_parts_of_an_earlier_level_are_of_its_time() -> None:
    text = "They were $60m in 2017, compared to total dividends of $54m in 2016, including $29m in shares."
    assert [c.time_period for c in read(text).claims] == ["2017", "2016", "2016"]


def test_year_on_year_lasts_no_years() -> None:
    text = "In 2017 the city counted 2,473 firms, a net increase of 355 year on year."
    count, more = read(text).claims
    assert (count.unit, more.unit, more.kind, more.base_period) == ("count", "count", "change_amount", "2016")
    assert ("355", "growth_of", "2,473") in links(text)


def test_a_count_beside_its_share_is_no_percentage() -> None:
    count, share = read("Permanent contracts numbered 198,873, 10.4% of the total.").claims
    assert (count.unit, share.unit) == ("count", "percent")


def test_last_year_beside_a_financial_year_is_the_one_before() -> None:
    text = "Rice output is put at 115 million tonnes in 2017-18 as against 112 million tonnes last year."
    now, before = read(text, area="IN").claims
    assert (now.time_period, before.time_period) == ("2017-04-01/P1Y", "2016-04-01/P1Y")


def test_growth_without_the_exchange_rates_is_at_constant_currency() -> None:
    text = "Excluding the $260 million impact from foreign exchange rates, net sales increased 30%."
    assert read(text).claims[-1].price_basis == "constant_currency"
    text = "Japan rose 2.3 percent as reported and 1 percent adjusted for currency."
    assert [c.price_basis for c in read(text).claims] == ["as_reported", "constant_currency"]


def test_an_opening_comparison_without_a_comma_is_the_base() -> None:
    text = "Compared with September 2017 it fell by 207,673, or 6.1%, in September 2018."
    assert {c.base_period for c in read(text, published=PUBLISHED).claims} == {"2017-09"}
