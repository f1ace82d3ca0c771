"""Sentences as news agencies write them, one class of them to a test."""

import pytest

from tests.unit.prose.reading import links, only, read


def test_shares_with_subjects_of_their_own() -> None:
    text = (
        "Stays reached 8.6 million, with Americans making up 27% of the total, Britons 13% and Germans 10%."
    )
    assert links(text) == {(share, "share_of", "8.6 million") for share in ("27%", "13%", "10%")}
    measures = [c.measure for c in read(text).claims]
    assert measures == ["Stays", "Americans", "Britons", "Germans"]


def test_what_stands_instead_of_what_was_planned() -> None:
    text = (
        "It will borrow 300 billion naira less than planned, or 1.6 trillion naira instead of 1.9 trillion."
    )
    claims = read(text).claims
    assert [(c.kind, c.unit) for c in claims] == [("difference", "NGN"), ("level", "NGN"), ("level", "NGN")]
    assert links(text) == set()


def test_those_who_tell_of_an_increase_are_a_share() -> None:
    text = "Half of the farmers expected an increase, 18% a decrease."
    assert [(c.kind, c.direction) for c in read(text).claims] == [("share", None), ("share", None)]


def test_a_participle_measures_nothing() -> None:
    text = "Output fell 0.7 percent in January, after a downwardly revised 0.1 percent rise in December."
    assert [c.measure for c in read(text).claims] == ["Output", "Output"]


def test_an_amount_is_per_what_its_level_is_per() -> None:
    text = "Brent crude tumbled $3.35, or 5.6 percent, to settle at $56.26 a barrel."
    assert [c.unit for c in read(text).claims] == ["USD/bbl", "percent", "USD/bbl"]
    assert links(text) == {(change, "growth_of", "56.26") for change in ("3.35", "5.6 percent")}


def test_each_change_has_the_level_that_follows_it() -> None:
    text = "Sterling was up 0.3% against the dollar at $1.2877 and 0.5% higher at 1.1290 euros."
    assert links(text) == {("0.3%", "growth_of", "1.2877"), ("0.5%", "growth_of", "1.1290")}


def test_a_record_low_is_no_measure() -> None:
    assert only("The lira hit a record low of 7.24 dollars.").measure == "lira"


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("It has lost 45 percent of its value.", "change_rate", "percent"),
        ("The deficit narrowed by 0.4% of GDP.", "points", "percentage_point"),
    ],
)
def test_percent_of_output_moves_by_points_percent_of_a_thing_does_not(
    text: str, kind: str, unit: str
) -> None:
    claim = only(text)
    assert (claim.kind, claim.unit) == (kind, unit)


def test_the_level_of_before_takes_the_unit_of_the_level_now() -> None:
    claims = read("The gap widened to 300 basis points from 289.").claims
    assert [(c.unit, c.unit_status) for c in claims] == [
        ("basis_point", "stated"),
        ("basis_point", "inherited"),
    ]


def test_twice_in_a_match_is_no_multiple() -> None:
    assert read("Diallo scored twice as France won.").claims == []


def test_a_verb_with_an_object_of_its_own_is_about_that() -> None:
    text = "It will raise sales by 4 billion euros to 9 billion euros, and cut costs by 2.8 billion."
    assert links(text) == {("4 billion", "growth_of", "9 billion")}


def test_a_part_of_them_is_of_those_who_are_more() -> None:
    text = "Police arrested 84 people in six countries, 58 of them in Italy."
    assert links(text) == {("58", "part_of", "84")}


def test_two_forecasts_are_compared_as_forecasts() -> None:
    text = "The bank cut its growth forecast for 2019 to 1.1 percent from 1.7 percent."
    assert [c.claim_status for c in read(text).claims] == ["forecast", "forecast"]


def test_from_so_many_to_so_many_of_a_thing() -> None:
    claims = read("It reduced its order from 162 to 123 of the jets.").claims
    assert [c.unit for c in claims] == ["count", "count"]
    assert links("It reduced its order from 162 to 123 of the jets.") == {("123", "compared_with", "162")}


def test_ordinals_of_runs_are_no_fractions() -> None:
    assert [c.value_text for c in read("Sales fell for a sixth straight month, by 8.2%.").claims] == ["8.2%"]


def test_what_is_set_apart_by_a_comma_in_a_list_keeps_its_own_unit() -> None:
    text = "Crimes reported to the police rose 17 percent to 7,175, about three in five of them over race."
    claims = read(text).claims
    assert [c.unit for c in claims] == ["percent", "count", "percent"]
    assert claims[1].measure == "Crimes reported to the police"


@pytest.mark.parametrize(
    ("text", "kind", "measure"),
    [
        ("The service signed up 6.96 million customers.", "level", "customers"),
        ("It had one million fewer smokers.", "change_amount", "smokers"),
        ("The film took $84.7 million in North America.", "level", "film"),
        ("The poll put the senator on 46 percent.", "level", "senator"),
    ],
)
def test_kind_and_measure_of_one_figure(text: str, kind: str, measure: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.measure) == (kind, measure)


def test_a_forecast_of_so_much_counts_what_was_counted() -> None:
    claims = read("It has 6.96 million users, beating its own forecast of 5 million, and 300 staff.").claims
    assert [(c.claim_status, c.unit) for c in claims] == [
        ("actual", "person"),
        ("forecast", "person"),
        ("actual", "person"),
    ]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The jobless rate held steady at 3.9 percent.", "jobless rate"),
        ("Analysts had expected earnings of 61 cents a share.", "earnings"),
        ("Temperatures fell to 5.2 degrees Celsius overnight.", "Temperatures"),
        ("It paid more in 2017, bringing the average annual bill to 1,137 euros.", "average annual bill"),
        ("Factory activity slipped below the 50 mark separating growth from contraction.", "mark"),
        ("The phone has a 12-megapixel camera.", "camera"),
    ],
)
def test_measure_of_one_figure(text: str, measure: str) -> None:
    assert only(text).measure == measure


def test_half_a_point_is_a_gap() -> None:
    claim = read("Wages rose by 3.4 percent, half a point faster than inflation.").claims[1]
    assert (str(claim.value), claim.kind, claim.unit) == ("0.5", "difference", "percentage_point")


def test_those_who_saw_something_else_are_shares_of_the_same() -> None:
    text = "One in three of the 24,000 respondents reported no change, 41% an improvement."
    assert links(text) == {("One in three", "share_of", "24,000"), ("41%", "share_of", "24,000")}


def test_what_was_expected_of_one_figure_colours_no_other() -> None:
    text = "Earnings were $5.3 billion, against $4.5 billion expected by analysts, and output rose 2 percent."
    assert [c.claim_status for c in read(text).claims] == ["actual", "forecast", "actual"]


def test_another_fall_has_the_level_that_it_led_to() -> None:
    text = "The shares fell 7.6% on Friday and another 10.8% on Monday to close at $37.10."
    assert links(text) == {("10.8%", "growth_of", "37.10")}


def test_growth_said_again_on_another_basis() -> None:
    text = "Sales rose 16 percent to 12.5 billion euros, or 11 percent at constant exchange rates."
    assert links(text) == {(rate, "growth_of", "12.5 billion") for rate in ("16 percent", "11 percent")}
    assert [c.price_basis for c in read(text).claims] == ["not_stated", "not_stated", "constant_currency"]


def test_customers_lost_are_no_change_of_a_profit() -> None:
    text = "Profit at the utility slid 11 percent to £1.39bn, it lost 742,000 customer accounts."
    assert links(text) == {("11 percent", "growth_of", "1.39bn")}
    assert [c.measure for c in read(text).claims] == ["Profit at the utility"] * 2 + ["customer accounts"]


def test_changes_in_a_list_are_changes_all() -> None:
    assert [c.kind for c in read("Their shares were up 4.1 and 6.8 percent.").claims] == ["change_rate"] * 2


def test_a_bare_number_after_two_things_counted_is_of_neither() -> None:
    text = "Some 760 flights with 110,000 passengers left; 145 of the 837 planned for Friday were cancelled."
    assert [c.value_text for c in read(text).claims] == ["760", "110,000"]


def test_what_growth_was_led_by_is_no_growth_of_the_level() -> None:
    text = "Sales rose 16 percent to 12.5 billion euros, led by a 20 percent jump in leather goods."
    assert links(text) == {("16 percent", "growth_of", "12.5 billion")}


def test_a_gain_to_a_level_is_no_range() -> None:
    text = "Brent gained $2.50 to $75.55 a barrel, up 3.4 percent."
    assert links(text) == {(change, "growth_of", "75.55") for change in ("2.50", "3.4 percent")}


def test_what_somebody_else_lost_is_no_growth_of_the_market() -> None:
    text = (
        "Registrations fell by 30.5 percent to 200,134, with Wolf, the market leader, down 61.5 percent"
        " and its share halved to 9.7 percent."
    )
    assert ("30.5 percent", "growth_of", "200,134") in links(text)
    assert not [x for x in links(text) if x[0] in ("61.5 percent", "halved") and x[2] == "200,134"]


def test_what_is_shed_of_a_whole_is_a_part_of_it() -> None:
    text = "The bank will shed about 2,000 of its 29,000 staff."
    assert [(c.kind, c.direction) for c in read(text).claims] == [("level", None), ("level", None)]
    assert links(text) == {("2,000", "part_of", "29,000")}


def test_a_resolution_is_a_name() -> None:
    assert read("It carries a 4K camera.").claims == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The 5.2% rise in rents outpaced the 3.1% rise in wages.", ["rents", "wages"]),
        ("The government's stake will fall from 60.1% to 49%.", ["government's stake"] * 2),
        ("Productivity, measured as output per hour, was 0.1% lower than a year earlier.", ["Productivity"]),
    ],
)
def test_measures_of_a_sentence(text: str, measures: list[str]) -> None:
    assert [c.measure for c in read(text).claims] == measures


def test_what_ranges_from_place_to_place_is_compared_with_nothing() -> None:
    text = "Use ranges from 124 litres in the north to 168 in the south-east."
    assert [c.unit for c in read(text).claims] == ["L", "L"]
    assert links(text) == set()


def test_what_shares_are_reckoned_in_is_no_figure() -> None:
    reading = read("Of every 10 euros spent, 3 went on housing.")
    assert (reading.claims, reading.refusals[0].rule) == ([], "reckoning")


def test_two_kinds_of_levels_are_compared_respectively() -> None:
    text = "Debt hit 101.9% of GDP, or 2.4 trillion euros, up from 98.4% and 2.3 trillion euros respectively."
    assert {("101.9%", "compared_with", "98.4%"), ("2.4 trillion", "compared_with", "2.3 trillion")} <= links(
        text
    )


def test_a_quarter_of_a_point_is_no_quarter_of_anything() -> None:
    claim = read("The bank raised the repo rate by a quarter of a point to 0.5%.").claims[0]
    assert (str(claim.value), claim.kind, claim.unit) == ("0.25", "points", "percentage_point")


def test_points_of_an_index_that_owns_them() -> None:
    claims = read("Banks lost 3.7 percent; the Dow's 724-point slide was a record.").claims
    assert [c.unit for c in claims] == ["percent", "index_point"]


def test_a_record_that_is_beaten_is_a_mark() -> None:
    text = "The sequel opened with $630 million, beating the $541.9 million record, and 40% of that at home."
    assert read(text).claims[1].measure == "record"


def test_an_amount_up_from_another_is_compared_with_it() -> None:
    text = "The glacier lost 219 tonnes of ice a day, up from 73 tonnes a day."
    assert links(text) == {("219", "compared_with", "73")}


def test_less_of_something_else_is_no_growth_of_what_stands_before() -> None:
    text = "The mine posted a loss of $38 million as it dug up 12% less copper than a year before."
    assert links(text) == set()


def test_degrees_glued_to_decimals() -> None:
    assert (only("Surrey reached 35.1C.").unit, read("The iPhone 5C was sold out.").claims) == ("degC", [])
