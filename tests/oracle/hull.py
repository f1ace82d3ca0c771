"""The exact hull of a small system of relations by linear programming (HiGHS), the judge of tightening.

Growth and shares are linear once their own interval is given: (1+a)·x ≤ y ≤ (1+b)·x. So the hull of all
levels is the least and greatest value that each takes over all solutions. Closed ends stand for open ones:
the value at an open end is then the infimum or supremum, which is what a bound states.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from fractions import Fraction

from tests.oracle.intervals import Interval


@dataclass
class Relations:
    """Levels by name with their stated intervals, and rows lower ≤ Σ coefficient · level ≤ upper."""

    levels: dict[str, Interval] = field(default_factory=dict)
    rows: list[tuple[dict[str, Fraction], float, float]] = field(default_factory=list)

    def adds_up(self, whole: str, parts: list[str]) -> None:
        """The parts are all there is."""
        self.rows.append(({whole: Fraction(-1), **dict.fromkeys(parts, Fraction(1))}, 0.0, 0.0))

    def multiple(self, new: str, old: str, factor: Interval) -> None:
        """new = f · old for some f in the interval."""
        if factor.lower is not None:
            self.rows.append(({new: Fraction(1), old: -factor.lower}, 0.0, _INFINITY))
        if factor.upper is not None:
            self.rows.append(({new: Fraction(1), old: -factor.upper}, -_INFINITY, 0.0))

    def differs(self, new: str, old: str, amount: Interval) -> None:
        """new − old lies in the interval."""
        lower = -_INFINITY if amount.lower is None else float(amount.lower)
        upper = _INFINITY if amount.upper is None else float(amount.upper)
        self.rows.append(({new: Fraction(1), old: Fraction(-1)}, lower, upper))


_INFINITY = float("inf")


def hull(
    relations: Relations, of: Collection[str] | None = None, whole_numbers: bool = False
) -> dict[str, Interval] | None:
    """Least and greatest value of each level (or of those named); None where figures contradict.

    With whole_numbers all levels are counts, and so the hull of the whole solutions (slower).
    """
    import highspy

    ends = [float(x) for i in relations.levels.values() for x in (i.lower, i.upper) if x is not None]
    # Solved with the largest level at 1, for the solver's tolerance, unless that would break the counts.
    unit = 1.0 if whole_numbers else max(1.0, max(abs(x) for x in ends))
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("primal_feasibility_tolerance", 1e-9)
    add = solver.addIntegral if whole_numbers else solver.addVariable
    variables = {}
    for name, stated in relations.levels.items():
        i = stated.whole_numbers() if whole_numbers else stated
        variables[name] = add(
            lb=-_INFINITY if i.lower is None else float(i.lower) / unit,
            ub=_INFINITY if i.upper is None else float(i.upper) / unit,
        )
    for coefficients, lower, upper in relations.rows:
        expression = sum(float(c) * variables[name] for name, c in coefficients.items())
        if lower > -_INFINITY:
            solver.addConstr(expression >= lower / unit)
        if upper < _INFINITY:
            solver.addConstr(expression <= upper / unit)
    found: dict[str, Interval] = {}
    for name in of or variables:
        found_ends: list[Fraction | None] = []
        for optimise in (solver.minimize, solver.maximize):
            optimise(variables[name])
            status = solver.getModelStatus()
            if status == highspy.HighsModelStatus.kInfeasible:
                return None
            bounded = status == highspy.HighsModelStatus.kOptimal
            found_ends.append(Fraction(solver.getObjectiveValue() * unit) if bounded else None)
        found[name] = Interval(*found_ends)
    return found
