"""Periods that lean on another time: "end of May", "since 2014", "in the past three years", "last month"."""

from __future__ import annotations

from ingest.prose.en.period_codes import AT_END, CUMULATIVE, Form, Period, count_of, month_of
from ingest.prose.en.period_forms import ORDINALS
from ingest.prose.periods import days_before

_MONTHS_OF_REPORTS = 4  # January to April: in which what is told of a full year is told of the last


class RelativeForm(Form):
    """The forms of `period_forms` that lean on another time, beside those that stand for themselves."""

    def end_of(self) -> Period | None:
        if not any(self.g):
            return None
        month = month_of(self.g[0]) if self.g[0] else None
        year = int(self.g[1]) if self.g[1] else self._year_of_end(month)
        if (self.g[2] or "").startswith("last") and self.this_year:
            year = self.this_year - 1
        if year is None:
            return self._period(None)
        of_scene = self.g[2] == "year" and not self.g[0]
        code = f"{year}-{month:02d}" if month else str(year)
        return Period(self.end, code, flags=AT_END, stated=not of_scene, of_scene=of_scene)

    def _year_of_end(self, month: int | None) -> int | None:
        """The year of an end told without one: "by the end of May" may be to come, "at year-end" is over."""
        before = self.m.string[max(0, self.m.start() - len("at the ")) : self.m.start()].removesuffix("the ")
        over = before.endswith("at ") if month is None else not before.endswith("by ")
        return self._year(None, month or 12) if over else self.this_year

    def year_end(self) -> Period:
        year = self._year_of_end(None)
        code = self.g[0] or (str(year) if year else None)
        return Period(self.end, code, flags=AT_END, stated=bool(self.g[0]), of_scene=not self.g[0])

    def full_year(self) -> Period:
        """ "For the full year": the last one that is over, unless the text tells of another.

        "Full-year profit" is told within months of its year, which companies end when they like.
        """
        known = self.published is not None and (
            self.g[0] is None or self.published.month <= _MONTHS_OF_REPORTS
        )
        code = str(self.this_year - 1) if self.this_year and known else None
        return Period(self.end, code, stated=False, of_scene=True)

    def final_months(self) -> Period:
        """ "In the final three months": of the last year that is over, or of that of the text."""
        year = str(self.this_year - 1) if self.this_year else None
        found = self._ended(count_of(self.g[0]), "december", year)
        return found._replace(stated=False, of_scene=True, flags=())

    def since(self) -> Period:
        word = self.g[0] or self.g[2]
        month = month_of(word) if word else None
        year = self._year(self.g[1], month)
        if year is None:
            return self._period(None, ("since",))
        start = f"{year}-{month:02d}" if month else str(year)
        return Period(self.end, f"{start}/..", start, ("cumulative", "since"))

    def since_quarter(self) -> Period:
        number, length = ORDINALS[self.g[0]], 3 if self.g[1] == "quarter" else 6
        number = min(number, 12 // length)  # "the last half"
        start = f"{self.g[2]}-{number * length - length + 1:02d}"
        code = f"{self.g[2]}-{'Q' if length == 3 else 'S'}{number}"
        return Period(self.end, f"{start}/..", code, ("cumulative", "since"))

    def since_ago(self) -> Period:
        code = f"{self.this_year - count_of(self.g[0])}/.." if self.this_year else None
        return Period(self.m.start() + len("since"), code, flags=("cumulative", "since"))

    def past_years(self) -> Period | None:
        """ "in the past three years": its words stay words, so that the duration is read too."""
        number, unit = self.g
        if (number is None and unit.endswith("s")) or self.published is None:
            return None
        count, letter = count_of(number) if number else 1, "Y" if unit.startswith("year") else "M"
        months = count * (12 if letter == "Y" else 1)
        if months == 12:
            return Period(self.m.start(), None)
        code = f"{days_before(self.published, months)}/P{count}{letter}"
        return Period(self.m.start(), code, flags=CUMULATIVE, stated=False)

    def same_of(self) -> Period:
        """ "the same quarter of 2017": of that year; which quarter, what it is compared with says."""
        return Period(self.end, self.g[0], stated=False)

    def relative(self) -> Period:
        """ "last year", "this month"; "the same year" leans on what was said before."""
        which, unit = self.g
        code = None
        if which != "same" and self.published is not None:
            back = {"this": 0, "current": 0, "next": -1, "coming": -1}.get(which, 1)
            year, month = self.published.year, self.published.month - 1
            if unit.endswith("year"):
                code = str(year - back)
            elif unit == "quarter":
                n = year * 4 + month // 3 - back
                code = f"{n // 4}-Q{n % 4 + 1}"
            elif unit == "month":
                n = year * 12 + month - back
                code = f"{n // 12}-{n % 12 + 1:02d}"
        return Period(self.end, code, stated=False)
