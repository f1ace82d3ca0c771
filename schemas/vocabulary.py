"""The closed vocabularies of the raw tables: every code with its meaning.

A code that is not here is refused. Columns that hold several codes (`flags`, `price_basis`) hold them sorted,
separated by one space; the empty string is the empty set.
"""

KIND = {
    "level": "how much or how many there was of something",
    "change_rate": "a change over time in percent",
    "change_amount": "a change over time in the unit of the level",
    "points": "a change of a rate in percentage or basis points",
    "share": "a part of a whole, in percent or as a fraction",
    "multiple": "a new level as a multiple of an old one",
    "average_rate": "an average change a year over several years (CAGR); never growth on one year",
    "difference": "a gap between two things at one time",
    "contribution": "points or percent contributed to the growth of something larger",
    "duration": "a length of time",
    "rank": "a place in an order, only where the text ranks",
}

QUALIFIER = {
    "NONE": "no hedge is printed",
    "EXACT": "the text says that the number is exact",
    "GT": "more than",
    "GE": "at least",
    "LT": "less than",
    "LE": "at most",
    "NEARLY": "a little less than",
    "ABOUT": "about",
    "ODD": "the number and a little more (400-odd)",
    "RANGE": "from value to value_upper",
}

DIRECTION = {"up": "the thing rose", "down": "the thing fell"}

UNIT_STATUS = {
    "stated": "the unit stands with the number",
    "inherited": "the unit stands with an earlier number of the same list or in a header",
    "inferred": "the unit is concluded from the document (a bare dollar, a bare peso)",
    "lost": "the text has lost the unit; none is invented",
}

PERIOD_BASIS = {
    "stated": "the sentence states the period",
    "inherited": "an earlier sentence of the document states it",
    "document": "report.yml or the publication date gives it",
}

PRICE_BASIS = {
    "as_reported": "nominal, at current prices",
    "real": "in real terms",
    "constant_prices": "at constant or comparable prices",
    "like_for_like": "of comparable shops, firms or areas",
    "constant_currency": "at constant exchange rates",
    "seasonally_adjusted": "seasonally adjusted",
    "same_scope": "on the same statistical scope",
    "other_currency": "measured in another currency than the level",
    "not_stated": "the text does not say",
}

CLAIM_STATUS = {
    "actual": "stated as a fact",
    "preliminary": "stated as preliminary",
    "estimate": "stated as an estimate",
    "forecast": "expected for a later time",
    "target": "aimed at",
    "rule": "a limit or a condition that somebody set",
}

FLAGS = {
    "about_range": "a hedge of the kind ABOUT stands before a range",
    "ambiguous_multiple": "增长1.5倍 or 'rose 1.5 times': increase or ratio, a person must decide",
    "average": "an average, or told for each of something: no total",
    "cumulative": "summed over more than one period up to now",
    "elided_subject": "the measure is taken over from an earlier clause",
    "end_of_period": "a stock at the end of the period",
    "estimated_digits": "digits were repaired in reading; a person must look",
    "fraction": "printed as a fraction in words",
    "furniture": "stands in page furniture (link titles, navigation), not in the report's text",
    "header_scale": "scaled by a header such as 'USD million'",
    "magnitude_doubt": "the scale may be a translator's slip; a person must look",
    "per_period": "a rate for each month, day or quarter within the period",
    "since": "counted from a start that is not the start of a period",
    "unit_from_area": "a bare currency sign read by the area of the document",
}

LINK_ROLE = {
    "growth_of": "a change and the level of its own period that it changes",
    "growth_from": "a change and the earlier level that it starts from",
    "part_of": "a part and its whole",
    "share_of": "a share and its whole",
    "expresses": "a share, multiple or per-unit figure and the level that it restates",
    "compared_with": "a level and the earlier level printed with it",
    "conversion_of": "a bracketed conversion and the level that it converts",
    "same_as": "the same figure printed twice",
}

COVERAGE = {
    "exhaustive": "the text says that these parts are all there is",
    "partial": "the text says that there are other parts (of which, including)",
    "unknown": "the text does not say",
}

MEDIA_TYPE = {
    "text/plain": "plain text",
    "text/html": "HTML",
}

REFUSAL_STAGE = {
    "reader": "the reader would not take the candidate for a figure that it can vouch for",
    "schema": "a pandera model refused the row",
}

PLACEMENT_STATUS = {
    "present": "the reading stands on the shelf at this place",
    "duplicate": "the same bytes stand at an earlier place, which leads",
    "quarantined": "what stands there now cannot be read; the last good reading, if any, stays",
    "withdrawn": "nothing stands there any more",
}

REFRESH_OUTCOME = {
    "published": "a new warehouse was published",
    "nothing_new": "nothing had changed, nothing was built",
    "failed": "the last good warehouse was kept",
}

# The languages that the reader knows; another is refused and not read as one of these.
LANGUAGE = {
    "en": "English",
    "zh": "Chinese",
}

AREA_GROUP = {
    "WORLD": "the whole world",
    "EU": "the European Union",
    "EA": "the euro area",
    "OECD": "the members of the OECD",
    "G7": "the Group of Seven",
    "G20": "the Group of Twenty",
    "ASEAN": "the members of ASEAN",
    "AFRICA": "Africa",
    "AMERICAS": "the Americas",
    "ASIA": "Asia",
    "EUROPE": "Europe",
    "OCEANIA": "Oceania",
}

RESULT_KIND = {
    "step": "a step of the refresh itself",
    "model": "a model that dbt built",
    "seed": "a seed that dbt loaded",
    "test": "a data test that dbt ran",
    "operation": "a hook that dbt ran",
    "snapshot": "a snapshot that dbt took",
    "exposure": "an exposure that dbt passed",
}
