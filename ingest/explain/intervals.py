"""Numbers and intervals as a person reads them."""

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SILENT = {None, "count", "ratio"}  # the thing counted stands beside the number


def number(value: float | None) -> str:
    """A number with thousands separated; large ones in words, none of the digits that matter lost."""
    if value is None:
        return "unknown"
    for scale, word in _SCALES:
        if abs(value) >= scale:
            scaled = value / scale
            text = f"{scaled:,.6g}" if abs(scaled) < 1e6 else f"{scaled:,.0f}"
            # A whole count is shown in full where seven digits would not do.
            if float(text.replace(",", "")) * scale == value or not float(value).is_integer():
                return f"{text} {word}"
            return f"{value:,.0f}"
    if float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{value:,.2f}"


def interval(
    lower: float | None,
    upper: float | None,
    lower_open: bool | None,
    upper_open: bool | None,
    suffix: str = "",
) -> str:
    """An interval: [4,283, 4,315], (1.05 million, ∞); “no bound” where it says nothing."""
    if lower is None and upper is None:
        return "no bound"
    if lower == upper and lower is not None:
        return number(lower) + suffix
    left = "(-∞" if lower is None else ("(" if lower_open else "[") + number(lower) + suffix
    right = "∞)" if upper is None else number(upper) + suffix + (")" if upper_open else "]")
    return f"{left}, {right}"


def percent_interval(
    lower: float | None, upper: float | None, lower_open: bool | None, upper_open: bool | None
) -> str:
    """The same of a percentage."""
    return interval(lower, upper, lower_open, upper_open, "%")


def unit_words(unit: str | None) -> str:
    """A unit to stand behind a number; empty for counted things, whose name follows."""
    if unit in _SILENT:
        return ""
    return {
        "percent": "%",
        "percentage_point": " points",
        "basis_point": " basis points",
        "person": " persons",
    }.get(str(unit), f" {unit}")
