"""Turns of growth, and sentences in which the 5% are of something else, written before the reader saw them.

A turn that is read leaves MISSED; nothing moves the other way.
"""

import pytest

from tests.unit.prose.reading import links

READ = """
Output came to 3.2 million tonnes, having risen by 5% in the course of the year.
Output, up 5% on the year, stood at 3.2 million tonnes.
Output, which rose 5% in 2018, totalled 3.2 million tonnes.
Output was 3.2 million tonnes: a 5% improvement on 2017.
Output was 3.2 million tonnes, the equivalent of a 5% increase.
Output was 3.2 million tonnes, amounting to an increase of 5%.
Output was 3.2 million tonnes, which translates into growth of 5%.
Output was 3.2 million tonnes, which works out at 5% more than in 2017.
Output was 3.2 million tonnes, which equates to a rise of 5%.
Output was 3.2 million tonnes, the result of a 5% rise.
Output was 3.2 million tonnes, beating the previous year's by 5%.
Output was 3.2 million tonnes, exceeding the 2017 level by 5%.
Output was 3.2 million tonnes, surpassing last year's figure by 5%.
Output was 3.2 million tonnes, 5% below the level of 2017.
Output was 3.2 million tonnes, a fall on 2017 of 5%.
Output was 3.2 million tonnes, a fall of some 5% from the peak of 2017.
Output was 3.2 million tonnes, growth of 5% compared with the same period of 2017.
Output was 3.2 million tonnes. This figure is 5% higher than in 2017.
Output was 3.2 million tonnes. This represents a 5% increase over 2017.
Output was 3.2 million tonnes. This is an increase of 5% over the previous year.
Output was 3.2 million tonnes. Compared with a year earlier, it rose 5%.
Output was 3.2 million tonnes. That compares favourably with 2017: growth was 5%.
Output was 3.2 million tonnes, as against 2017 an increase of 5%.
Output was 3.2 million tonnes and has thus grown by 5%.
Output was 3.2 million tonnes, but this was 5% lower than in 2017.
Output was 3.2 million tonnes, though that was down 5%.
Output was 3.2 million tonnes (up 5 per cent on 2017).
Output was 3.2 million tonnes (5% higher than in 2017).
Output was 3.2 million tonnes (growth of 5%).
Output hit 3.2 million tonnes – an increase of 5%.
Output hit 3.2 million tonnes — 5% up on 2017.
Output hit a new high of 3.2 million tonnes, 5% more than the previous record.
Output ended the year at 3.2 million tonnes, 5% up.
Output ended the year 5% higher at 3.2 million tonnes.
Output closed 2018 at 3.2 million tonnes, a gain of 5% for the year.
Output finished 5% up at 3.2 million tonnes.
Output gained 5% in 2018 and finished at 3.2 million tonnes.
Output was boosted by 5% to 3.2 million tonnes.
Output was pushed 5% higher to 3.2 million tonnes.
Output went from strength to strength, growing 5% to 3.2 million tonnes.
The 5% rise brought output to 3.2 million tonnes.
Growth of 5% took output to 3.2 million tonnes.
It produced 3.2 million tonnes, up from a year earlier by 5%.
It produced 3.2 million tonnes, which is a 5% rise.
The plants turned out 3.2 million tonnes, 5% more than they did in 2017.
The plants turned out 3.2 million tonnes, an annual gain of 5%.
Passengers numbered 3.2 million, 5% more people than in 2017.
There were 3.2 million visitors, 5% more than a year ago.
There were 3.2 million visitors, a 5% year-on-year increase.
There were 3.2 million visitors, compared with 2017 an increase of 5%.
There were 5% more visitors than in 2017, at 3.2 million.
The number of visitors climbed by 5%, to reach 3.2 million.
The number of visitors fell by 5% and amounted to 3.2 million.
The number of visitors was down by 5% and came to 3.2 million.
Visitor numbers rose for a fourth year, by 5%, to 3.2 million.
Visitor numbers were 5% up on a year earlier at 3.2 million.
Output was 3.2 million tonnes. The figure rose by 5% compared to 2017.
Output was 3.2 million tonnes, and therefore 5% lower than in 2017.
Output was 3.2 million tonnes (year on year: +5%).
A 5% drop left output at just 3.2 million tonnes.
The number of visitors is up by 5% and has reached 3.2 million.
Visitor numbers dropped off by 5% to 3.2 million.
"""
MISSED = """
Output, which had risen by 5%, came to 3.2 million tonnes.
Output put on 5% to 3.2 million tonnes.
Output was 3.2 million tonnes, 5% over the previous year.
Output was 3.2 million tonnes, 5% in excess of the 2017 level.
Output was 3.2 million tonnes. The year-on-year change was +5%.
Output was 3.2 million tonnes (year-on-year change: 5%).
A 5% drop meant that output came to 3.2 million tonnes.
An annual rise of 5% pushed output up to 3.2 million tonnes.
Growth of 5% resulted in output of 3.2 million tonnes.
It produced 5% more steel in 2018, or 3.2 million tonnes.
"""
OF_SOMETHING_ELSE = """
Output was 3.2 million tonnes, while exports rose 5%.
Output was 3.2 million tonnes, whereas prices were up 5%.
Output was 3.2 million tonnes and exports were 5% higher than in 2017.
Output was 3.2 million tonnes. Exports rose 5%.
Output was 3.2 million tonnes. Prices were 5% higher.
Output was 3.2 million tonnes, helped by a 5% rise in prices.
Output was 3.2 million tonnes, thanks to a 5% increase in the workforce.
Output was 3.2 million tonnes, even though demand fell 5%.
Output was 3.2 million tonnes, after a 5% rise in 2017.
Output was 3.2 million tonnes, as prices grew 5%.
Output was 3.2 million tonnes, with exports up 5%.
Output was 3.2 million tonnes. In 2016 it had risen 5%.
Output was 3.2 million tonnes; imports fell 5%.
Demand rose 5% and output was 3.2 million tonnes.
Prices rose 5%; output was 3.2 million tonnes.
With prices up 5%, output was 3.2 million tonnes.
As demand rose 5%, the mill sold 3.2 million tonnes.
Prices went up by 5% and the country exported 3.2 million tonnes.
A 5% rise in wages was agreed, and output was 3.2 million tonnes.
Exports grew 5%, and imports were 3.2 million tonnes.
Exports, up 5%, made up most of the 3.2 million tonnes produced.
Output was 3.2 million tonnes. Next year it is expected to grow 5%.
Output of wheat rose 5% while that of maize was 3.2 million tonnes.
Wheat rose 5%; maize output was 3.2 million tonnes.
The 3.2 million tonnes of stocks were unchanged, but prices gained 5%.
Output was 3.2 million tonnes, despite a 5% cut in budgets.
After prices rose 5%, output came to 3.2 million tonnes.
Output was 3.2 million tonnes, and is forecast to rise 5% next year.
"""


def growth(text: str) -> set[tuple[str, str]]:
    """The links of growth of a text."""
    return {(a.lstrip("+ "), b) for a, role, b in links(text) if role == "growth_of"}


@pytest.mark.parametrize("text", READ.strip().splitlines())
def test_the_rate_is_of_the_level(text: str) -> None:
    assert growth(text) in ({("5%", "3.2 million")}, {("5 per cent", "3.2 million")})


@pytest.mark.parametrize("text", MISSED.strip().splitlines())
def test_a_turn_that_is_missed_has_no_other_link(text: str) -> None:
    assert not growth(text), "this turn is read now: move it to READ"


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE.strip().splitlines())
def test_a_rate_of_something_else_is_not_of_the_level(text: str) -> None:
    assert not growth(text)
