"""Ways of telling growth: whatever word or turn tells it, the 5% are of the 3.2 million.

These are the turns that were read when the list was made: they keep what is won and measure nothing. Those of
test_en_growth_turns.py were written before the reader saw them.
"""

import pytest

from tests.unit.prose.reading import links

VERBS = """
swelled, ballooned, mushroomed, leapt, leaped, soared, spiked, zoomed, rocketed, skyrocketed, crept
up, inched up, inched higher, ticked up, nudged up, notched up, firmed, strengthened, appreciated,
rallied, rebounded, recovered, bounced, bounced back, surged, jumped, climbed, accelerated,
expanded, shot up, went up, moved up, came up, picked up, edged up, edged higher, crept higher,
pushed up, drifted up, improved, advanced, progressed, increased, grew, rose, gained, added, shrank,
shrunk, contracted, dwindled, diminished, plunged, plummeted, tumbled, crashed, collapsed, slumped,
slid, slipped, sank, sunk, dipped, dived, nosedived, eased, softened, weakened, retreated, receded,
declined, decreased, dropped, fell, lost, shed, cratered, moderated, cooled, waned, sagged, skidded,
depreciated, slackened, narrowed, abated, ebbed, went down, came down, moved lower, edged down,
edged lower, drifted lower, ticked down, inched down, backtracked, slowed, deteriorated, worsened,
dropped back, fell back, slipped back, fell away, tailed off, pulled back, has risen, had risen,
will rise, would rise, could rise, is rising, was rising, continued to rise, tends to rise, managed
to grow, is up, was up, were up, stood higher, ran up, was increased, was raised, was lifted, was
boosted, was cut, was reduced, was trimmed, was lowered, was slashed, has been growing, rose
sharply, rose slightly, rose further, rose again, rose steeply, rose markedly, rose strongly, rose
substantially, rose overall, rose nationally, increased significantly, rose by a further, rose an
estimated, rose a seasonally adjusted, rose a revised, rose on average by, escalated, widened,
deepened, lengthened, burgeoned, boomed, jumped up, stepped up, ramped up, scaled up, snapped back,
vaulted up, perked up, crawled up, pulled ahead, trended up, trended down
"""
NOUNS = """
upswing, uptick, upturn, downturn, uplift, gain, boost, surge, hike, spike, jump, leap, climb, rise,
rebound, recovery, expansion, growth, increase, improvement, advance, acceleration, addition,
increment, upsurge, drop, dip, decline, decrease, fall, slump, slide, plunge, contraction,
reduction, cut, loss, shrinkage, retreat, downtick, slowdown, erosion, setback, correction,
deterioration, cutback, minus, pickup, tumble, crash, collapse, fall-off, drop-off, downswing,
raise, bump, lift, step-up, appreciation, depreciation, lowering, lessening, diminution, shortfall
"""
TURNS = """
Output was 3.2 million tonnes, higher by 5% than in 2017.
Output was 3.2 million tonnes, or 5% more.
Output was 3.2 million tonnes, i.e. 5% more than in 2017.
Output was 3.2 million tonnes, that is 5% more than in 2017.
Output was 3.2 million tonnes, thus 5% above 2017.
Output was 3.2 million tonnes, and so 5% above 2017.
Output was 3.2 million tonnes - 5% more than in 2017.
Output was 3.2 million tonnes – up 5%.
Output was 3.2 million tonnes; up 5%.
Output was 3.2 million tonnes; that was up 5%.
Output was 3.2 million tonnes. That was up 5%.
Output was 3.2 million tonnes. This was an increase of 5%.
Output was 3.2 million tonnes. It was up 5%.
Output was 3.2 million tonnes. Up 5% on 2017.
Output was 3.2 million tonnes. The increase was 5%.
Output was 3.2 million tonnes. An increase of 5%.
Output was 3.2 million tonnes. This means growth of 5%.
Output was 3.2 million tonnes. That marks a rise of 5%.
Output was 3.2 million tonnes. That is 5% more than in 2017.
Output was 3.2 million tonnes. That's 5% more than in 2017.
Output was 3.2 million tonnes. Compared with 2017, this was 5% more.
Output was 3.2 million tonnes. Year on year, it rose by 5%.
Output was 3.2 million tonnes. Year-on-year growth was 5%.
Output was 3.2 million tonnes, which is 5% more than in 2017.
Output was 3.2 million tonnes, which was 5% up on 2017.
Output was 3.2 million tonnes, which represents an increase of 5%.
Output was 3.2 million tonnes, corresponding to a rise of 5%.
Output was 3.2 million tonnes, representing growth of 5%.
Output was 3.2 million tonnes, reflecting a 5% rise.
Output was 3.2 million tonnes, equivalent to a 5% rise.
Output was 3.2 million tonnes, marking a 5% rise.
Output was 3.2 million tonnes, giving a rise of 5%.
Output was 3.2 million tonnes, growing by 5%.
Output was 3.2 million tonnes, growing 5% year on year.
Output was 3.2 million tonnes, having grown by 5%.
Output was 3.2 million tonnes, showing an increase of 5%.
Output was 3.2 million tonnes, with growth of 5%.
Output was 3.2 million tonnes, with an increase of 5%.
Output was 3.2 million tonnes, with a year-on-year increase of 5%.
Output was 3.2 million tonnes, year-on-year growth of 5%.
Output was 3.2 million tonnes, a year-on-year growth rate of 5%.
Output was 3.2 million tonnes, an annual growth of 5%.
Output was 3.2 million tonnes, an annual increase of 5%.
Output was 3.2 million tonnes, an annual rise of about 5%.
Output was 3.2 million tonnes thanks to a 5% rise.
Output was 3.2 million tonnes (5% more than in 2017).
Output was 3.2 million tonnes (+5%).
Output was 3.2 million tonnes (+ 5%).
Output was 3.2 million tonnes (+5 %).
Output was 3.2 million tonnes (plus 5%).
Output was 3.2 million tonnes (increase of 5%).
Output was 3.2 million tonnes (an increase of 5%).
Output was 3.2 million tonnes (5% growth).
Output was 3.2 million tonnes (growth: 5%).
Output was 3.2 million tonnes (change on 2017: +5%).
Output was 3.2 million tonnes [+5%].
Output was 3.2 million tonnes (+5% y/y).
Output was 3.2 million tonnes (+5% year-on-year).
Output was 3.2 million tonnes, +5% on 2017.
Output was 3.2 million tonnes, + 5%.
Output was 3.2 million tonnes, plus 5%.
Output was 3.2 million tonnes, 5% ahead of 2017.
Output was 3.2 million tonnes, 5% growth on 2017.
Output was 3.2 million tonnes, 5% up.
Output was 3.2 million tonnes, 5% better than in 2017.
Output was 3.2 million tonnes, 5% lower than a year ago.
Output was 3.2 million tonnes, 5% less than the year before.
Output was 3.2 million tonnes, 5% down year on year.
Output was 3.2 million tonnes, 5% short of 2017.
Output was 3.2 million tonnes, 5% shy of 2017.
Output was 3.2 million tonnes and thus 5% higher than in 2017.
Output was 3.2 million tonnes and rose by 5%.
Output was 3.2 million tonnes and was 5% higher than in 2017.
Output was 3.2 million tonnes and up 5%.
Output, at 3.2 million tonnes, was up 5%.
Output, at 3.2 million tonnes, rose 5%.
Output stood at 3.2 million tonnes, rising 5% year-on-year.
Output of 3.2 million tonnes was up 5%.
Output of 3.2 million tonnes represented a 5% rise.
Output of 3.2 million tonnes marked an increase of 5% on 2017.
Output of 3.2 million tonnes (+5%) was reported.
With 3.2 million tonnes, output was 5% higher than in 2017.
With 3.2 million tonnes (+5%), output set a record.
At 3.2 million tonnes, output was up by 5%.
At 3.2 million tonnes, output rose by 5%.
At 3.2 million tonnes, up 5%, output set a record.
Up 5% on 2017, output reached 3.2 million tonnes.
Rising by 5%, output reached 3.2 million tonnes.
After growing 5%, output reached 3.2 million tonnes.
A rise of 5% took output to 3.2 million tonnes.
A 5% rise took output to 3.2 million tonnes.
A 5% rise brought output to 3.2 million tonnes.
A 5% increase left output at 3.2 million tonnes.
An increase of 5% lifted output to 3.2 million tonnes.
There was a 5% rise in output, to 3.2 million tonnes.
There was a 5% rise in output to 3.2 million tonnes.
There was a rise of 5% in output, to 3.2 million tonnes.
There was an increase in output of 5% to 3.2 million tonnes.
The ministry reported a 5% rise in output to 3.2 million tonnes.
The ministry reported a 5% increase in output, which reached 3.2 million tonnes.
The country saw output increase by 5% to 3.2 million tonnes.
The country saw a 5% increase in output to 3.2 million tonnes.
The country increased its output by 5% to 3.2 million tonnes.
The country increased output 5%, to 3.2 million tonnes.
The country raised output by 5% to 3.2 million tonnes.
The country produced 3.2 million tonnes, 5% more than in 2017.
The country produced 3.2 million tonnes in 2018, a 5% increase.
The country produced 3.2 million tonnes of steel, 5% more than the year before.
Steel output rose 5% in 2018, reaching 3.2 million tonnes.
Steel output rose 5% in 2018 and reached 3.2 million tonnes.
Steel output rose 5% in 2018 and amounted to 3.2 million tonnes.
Steel output rose 5% in 2018 and stood at 3.2 million tonnes.
Steel output rose 5%, coming to 3.2 million tonnes.
Steel output rose 5%, totalling 3.2 million tonnes.
Steel output rose 5% and totalled 3.2 million tonnes.
Steel output rose by 5% compared with 2017 to 3.2 million tonnes.
Steel output rose by 5% from 2017 to 3.2 million tonnes in 2018.
Steel output rose by 5% over 2017, to 3.2 million tonnes.
Steel output rose by 5% year on year to 3.2 million tonnes in 2018.
Steel output rose year on year by 5%, to 3.2 million tonnes.
Steel output rose, by 5%, to 3.2 million tonnes.
Steel output rose to 3.2 million tonnes, by 5%.
Steel output rose to 3.2 million tonnes, or by 5%.
Steel output rose to 3.2 million tonnes, a 5% increase.
Steel output rose (by 5%) to 3.2 million tonnes.
Steel output rose (+5%) to 3.2 million tonnes.
Steel output increased to 3.2 million tonnes in 2018, up 5% from 2017.
Steel output increased to 3.2 million tonnes in 2018 – 5% more than in 2017.
Steel output increased for the third year in a row, by 5% to 3.2 million tonnes.
Steel output increased for the third year in a row, up 5% to 3.2 million tonnes.
Steel output increased again, 5% to 3.2 million tonnes.
Steel output was up 5% at 3.2 million tonnes.
Steel output was up 5%, at 3.2 million tonnes.
Steel output was 5% up, at 3.2 million tonnes.
Steel output was 5% higher at 3.2 million tonnes.
Steel output was 5% higher in 2018 than in 2017, at 3.2 million tonnes.
Steel output was 5% higher than a year earlier and reached 3.2 million tonnes.
Steel output was 5% higher than a year earlier at 3.2 million tonnes.
Steel output: 3.2 million tonnes (+5%).
Steel output: 3.2 million tonnes, up 5%.
Steel output: up 5% to 3.2 million tonnes.
Steel output: +5% to 3.2 million tonnes.
Steel output +5% to 3.2 million tonnes.
Steel output up 5% to 3.2 million tonnes.
Steel output grew 5% year-on-year, hitting 3.2 million tonnes.
Steel output grew 5%, topping 3.2 million tonnes.
Steel output grew 5% to a record 3.2 million tonnes.
Steel output grew 5% to some 3.2 million tonnes.
Steel output grew 5% to just under 3.2 million tonnes.
Steel output grew some 5%, to 3.2 million tonnes.
Steel output grew at a rate of 5% to 3.2 million tonnes.
Steel output recorded growth of 5% to 3.2 million tonnes.
Steel output recorded a 5% increase to 3.2 million tonnes.
Steel output posted a 5% gain to 3.2 million tonnes.
Steel output registered an increase of 5%, reaching 3.2 million tonnes.
Steel output saw an increase of 5% to 3.2 million tonnes.
Steel output showed a rise of 5% to 3.2 million tonnes.
Steel output experienced growth of 5%, to 3.2 million tonnes.
Steel output has grown 5% since 2017 to 3.2 million tonnes.
Steel output has now grown to 3.2 million tonnes, 5% more than in 2017.
Growth in steel output was 5%, to 3.2 million tonnes.
The number of jobs rose 5% to 3.2 million.
The number of jobs was 3.2 million, an increase of 5% on 2017.
The number of jobs increased by 5% and now stands at 3.2 million.
The number of jobs increased by 5%, bringing the total to 3.2 million.
The number of jobs increased by 5%, taking the figure to 3.2 million.
The total was 3.2 million, an increase of 5% over the previous year.
Employment, now at 3.2 million, has risen 5% since 2017.
Employment rose to 3.2 million people, up 5% over 2017.
Jobs numbered 3.2 million, 5% more than twelve months earlier.
Jobs numbered 3.2 million, 5% higher compared with 2017.
Jobs numbered 3.2 million, 5% higher on an annual basis.
Jobs numbered 3.2 million, 5% higher in annual terms.
Jobs numbered 3.2 million, an increase compared with 2017 of 5%.
Jobs numbered 3.2 million, an increase from 2017 of 5%.
Jobs numbered 3.2 million, an increase in the year of 5%.
Jobs numbered 3.2 million, a net increase of 5%.
Jobs numbered 3.2 million, an increase of as much as 5%.
Jobs numbered 3.2 million, an increase of more than 5%.
Jobs numbered 3.2 million, an increase of no less than 5%.
Jobs numbered 3.2 million, a jump by 5%.
Jobs numbered 3.2 million, an increase by 5%.
Jobs numbered 3.2 million in 2018, rising from 2017 by 5%.
Jobs numbered 3.2 million, a significant increase of 5% on 2017.
Jobs numbered 3.2 million, their number having risen by 5%.
Jobs numbered 3.2 million, meaning they grew 5% in the year.
Jobs numbered 3.2 million, so they grew 5% in the year.
Jobs numbered 3.2 million as they grew 5% in the year.
"""


def is_growth_of_the_level(text: str) -> bool:
    """True where the only link of growth leads from the rate to the level."""
    grown = {(a.lstrip("+ "), b) for a, role, b in links(text) if role == "growth_of"}
    return grown in ({("5%", "3.2 million")}, {("5 %", "3.2 million")})


@pytest.mark.parametrize("verb", VERBS.replace("\n", " ").strip().split(", "))
def test_a_verb_of_change_ties_its_rate_to_its_level(verb: str) -> None:
    assert is_growth_of_the_level(f"Output {verb} 5% to 3.2 million tonnes.")


@pytest.mark.parametrize("noun", NOUNS.replace("\n", " ").strip().split(", "))
def test_a_noun_of_change_ties_its_rate_to_the_level_before_it(noun: str) -> None:
    assert is_growth_of_the_level(f"Output was 3.2 million tonnes, a {noun} of 5% on 2017.")
    assert is_growth_of_the_level(f"Output was 3.2 million tonnes, a 5% {noun} on 2017.")


@pytest.mark.parametrize("text", TURNS.strip().splitlines())
def test_a_turn_of_phrase_ties_the_rate_to_the_level(text: str) -> None:
    assert is_growth_of_the_level(text)
