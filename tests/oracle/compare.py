"""Is an interval of the marts, in doubles, the exact one?"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.oracle.intervals import Interval

RELATIVE = Fraction(1, 10**9)
# A derived end may lie inside the exact one by no more than the last digits of a double: the marts take an
# end within 1e-15 of a number of twelve digits for that number, and reckon it to a few 1e-16.
NOISE = Fraction(2, 10**15)
# What a double cannot tell from a whole number; 809,121.0004 it can, and the next whole number is 809,122.
WHOLE = Fraction(4, 10**14)
COLUMNS = {
    "conventional": ("obs_lower", "obs_upper", "lower_open", "upper_open"),
    "strict": ("strict_lower", "strict_upper", "strict_lower_open", "strict_upper_open"),
}


def interval_of(row: dict[str, Any], reading: str) -> Interval:
    """The interval of a mart's row in one reading."""
    lower, upper, lower_open, upper_open = (row[name] for name in COLUMNS[reading])
    return Interval(
        None if lower is None else Fraction(lower),
        None if upper is None else Fraction(upper),
        bool(lower_open),
        bool(upper_open),
    )


def near(a: Fraction, b: Fraction) -> bool:
    return abs(a - b) <= RELATIVE * max(abs(a), abs(b), Fraction(1, 10**6))


def is_whole(end: Fraction) -> bool:
    return abs(end - round(end)) <= WHOLE * max(abs(end), Fraction(1))


def snapped(interval: Interval) -> Interval:
    """Ends that stand beside a whole number within the noise of a double, on it."""
    ends = [
        Fraction(round(end)) if end is not None and is_whole(end) else end
        for end in (interval.lower, interval.upper)
    ]
    return Interval(ends[0], ends[1], interval.lower_open, interval.upper_open)


def difference(found: Interval, exact: Interval, *, discrete: bool = False, derived: bool = False) -> str:
    """What is wrong with an interval; the empty string where nothing is.

    Of discrete quantities only the whole numbers inside count. An unknown or negative lower end says no less
    than zero of what cannot be negative. A derived end is moved outwards to twelve digits: it cuts off
    nothing of the exact one, and an open end on a whole number may be in.
    """
    slack = {"lower": Fraction(0), "upper": Fraction(0)}
    if discrete:
        for name in slack:
            end = getattr(exact, name)
            slack[name] = Fraction(1 if derived and end is not None and is_whole(end) else 0)
        found, exact = snapped(found).whole_numbers(), snapped(exact).whole_numbers()
    problems = []
    for name, wide in (("lower", -1), ("upper", 1)):
        mine, theirs = getattr(exact, name), getattr(found, name)
        if name == "lower" and all(end is None or end <= (1 if discrete else 0) for end in (mine, theirs)):
            continue  # of counts, an open zero is one
        if mine is None or theirs is None:
            if mine is not theirs:
                problems.append(f"{name} is {_show(theirs)}, exactly {_show(mine)}")
            continue
        wider = (theirs - mine) * wide
        if derived and not discrete and wider < -NOISE * abs(mine):
            problems.append(f"{name} is {_show(theirs)}, which cuts off {_show(mine)}")
        elif not near(mine, theirs) and not (0 <= wider <= slack[name]):
            problems.append(f"{name} is {_show(theirs)}, exactly {_show(mine)}")
        elif not discrete and getattr(found, f"{name}_open") != getattr(exact, f"{name}_open"):
            problems.append(f"{name} is {'open' if getattr(found, name + '_open') else 'closed'}")
    return "; ".join(problems)


def _show(end: Fraction | None) -> str:
    return "unbounded" if end is None else f"{float(end):.12g}"


def clearly_overlaps(a: Interval, b: Interval, discrete: bool) -> bool | None:
    """Whether two intervals share a point; None where that hangs on the very end of one.

    The marts move what they derive outwards by a hair, so intervals that only touch may or may not meet
    there; nor is it clear where intervals of counts meet between two whole numbers.
    """
    pairs = [(a, b)]
    if discrete:
        pairs.append((snapped(a).whole_numbers(), snapped(b).whole_numbers()))
    answers = {_moved(x, by).overlaps(_moved(y, by)) for x, y in pairs for by in (-RELATIVE, RELATIVE)}
    return answers.pop() if len(answers) == 1 else None


def _moved(interval: Interval, by: Fraction) -> Interval:
    """Both ends moved outwards by a relative hair, inwards where it is negative; the ends closed."""
    lower, upper = interval.lower, interval.upper
    return Interval(
        None if lower is None else lower - by * max(abs(lower), Fraction(1)),
        None if upper is None else upper + by * max(abs(upper), Fraction(1)),
    )
