"""Texts composed of a whole and its parts, whose right links are known by construction.

A frame is a clause that tells a whole ("There were {W} fires in 2022"), what may stand behind it, and a way
of telling its parts, in every combination. Links stand beside the parts: `a<W` part_of, `s/W` share_of, `s=a`
expresses, `W~e` compared_with; what is not written must not be read. `frames()` gives (labels, text, links).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

ROLES = {"<": "part_of", "/": "share_of", "=": "expresses", "~": "compared_with"}
# W = a + d = a + b + c; x is a part that adds up with nothing; s, t, u are a, b, c in percent of W; z is x
NUMBERS = [
    {"W": "1,240", "a": "520", "d": "720", "b": "430", "c": "290", "x": "310", "y": "170"}
    | {"s": "41.9%", "t": "34.7%", "u": "23.4%", "z": "25%"},
    {"W": "61,300", "a": "30,100", "d": "31,200", "b": "18,400", "c": "12,800", "x": "14,800", "y": "9,300"}
    | {"s": "49.1%", "t": "30.0%", "u": "20.9%", "z": "24.1%"},
    {"W": "62.4", "a": "31.5", "d": "30.9", "b": "19.6", "c": "11.3", "x": "21.7", "y": "9.2"}
    | {"s": "50.5%", "t": "31.4%", "u": "18.1%", "z": "34.8%"},
]


class Theme(NamedTuple):
    """What a whole counts: its clauses and the words for its parts."""

    numbers: int
    unit: str  # how an amount is printed
    nouns: str  # the things counted
    wholes: tuple[str, ...]
    parts: tuple[str, str, str]  # nouns of the parts
    are: tuple[str, str, str]  # said of them behind "were"
    who: tuple[str, str, str]  # who takes them


THEMES = {
    "fires": Theme(
        0, "{}", "fires",
        ("There were {W} fires", "Firefighters were called to {W} fires", "The brigade put out {W} fires",
         "The number of fires came to {W}", "Fires numbered {W}", "A total of {W} fires were recorded"),
        ("house fires", "car fires", "crop fires"), ("in homes", "in vehicles", "on farmland"),
        ("the capital", "the north", "the coast"),
    ),
    "students": Theme(
        1, "{}", "students",
        ("The university had {W} students", "{W} students were enrolled", "Enrolment stood at {W} students",
         "The colleges admitted {W} students", "The number of students reached {W}"),
        ("women", "men", "visiting students"), ("women", "foreigners", "enrolled part-time"),
        ("law", "medicine", "engineering"),
    ),
    "spending": Theme(
        2, "€{} billion", "spending",
        ("Spending came to {W}", "Public spending amounted to {W}", "The government spent {W}",
         "Expenditure on welfare totalled {W}", "The bill was {W}"),
        ("health", "schools", "roads"), ("spent on health", "paid to schools", "set aside for roads"),
        ("health", "schools", "roads"),
    ),
    "exports": Theme(
        2, "${} billion", "exports",
        ("Exports came to {W}", "Exports of goods were worth {W}", "The country exported goods worth {W}"),
        ("machinery", "food", "textiles"), ("machinery", "sold to Asia", "sold to neighbours"),
        ("Germany", "China", "Brazil"),
    ),
    "freight": Theme(
        2, "{} million tonnes", "freight",
        ("Freight traffic came to {W}", "Carriers moved {W} of freight", "The ports handled {W}"),
        ("coal", "grain", "timber"), ("carried by rail", "carried by road", "carried by ship"),
        ("rail", "road", "shipping"),
    ),
}  # fmt: skip
GROUPS = {"COUNTS": ("fires", "students"), "AMOUNTS": ("spending", "exports", "freight")}

TIMES = ("", " in 2022", " last year")
TAILS = {
    "": "", "up": ", up 4% from 2021", "more": ", 4% more than a year earlier", "fall": ", a fall of 4%",
}  # fmt: skip
# label: themes | how parts are told behind the clause of the whole | links
ATTACHED = {
    "of which were": "COUNTS|, of which {x} were {are1} and {y} {are2}.|x<W y<W",
    "of which bare": "COUNTS|, of which {x} {are1}.|x<W",
    "of which noun": "COUNTS|, of which {x} {part1} and {y} {part2}.|x<W y<W",
    "including": "COUNTS|, including {x} {part1} and {y} {part2}.|x<W y<W",
    "among them": "COUNTS|, among them {x} {part1}.|x<W",
    "n of them": "COUNTS|, {x} of them {are1}.|x<W",
    "n of them and": "COUNTS|, {x} of them {are1} and {y} {are2}.|x<W y<W",
    "n of which were": "COUNTS|, {x} of which were {are1}.|x<W",
    "; n of the N": "COUNTS|; {x} of the {nouns} were {are1} and {y} were {are2}.|x<W y<W",
    "; n were": "COUNTS|; {x} were {are1}.|x<W",
    "; n and m": "COUNTS|; {x} were {are1} and {y} {are2}.|x<W y<W",
    "; of these": "COUNTS|; of these, {x} were {are1}.|x<W",
    "colon nouns": "COUNTS|: {a} {part1}, {b} {part2} and {c} {part3}.|a<W b<W c<W",
    "colon two": "COUNTS|: {a} {part1} and {d} {part2}.|a<W d<W",
    "bracket two": "COUNTS| ({a} {part1} and {d} {part2}).|a<W d<W",
    "bracket slash": "COUNTS| ({a} {part1}, {d} {part2}).|a<W d<W",
    "dashes two": "COUNTS| – {a} {part1} and {d} {part2}.|a<W d<W",
    "comma two": "COUNTS|, {a} {part1} and {d} {part2}.|a<W d<W",
    "with in": "COUNTS|, with {x} {are1} and {y} {are2}.|x<W y<W",
    "made up of": "COUNTS|, made up of {a} {part1}, {b} {part2} and {c} {part3}.|a<W! b<W! c<W!",
    "consisting of": "COUNTS|, consisting of {a} {part1} and {d} {part2}.|a<W! d<W!",
    "divided into": "COUNTS|, divided into {a} {part1} and {d} {part2}.|a<W! d<W!",
    "mostly": "COUNTS|, mostly {part1} ({x}) and {part2} ({y}).|x<W y<W",
    "the rest": "COUNTS|, of which {a} were {are1} and the remaining {d} {are2}.|a<W! d<W!",
    "which s": "COUNTS|, {z} of which were {are1}.|z/W",
    "s of them": "COUNTS|, {z} of them {are1}.|z/W",
    "of which s": "COUNTS|, of which {z} were {are1}.|z/W",
    "of which n s": "COUNTS|, of which {x} ({z}) were {are1}.|x<W z=x z/W",
    "of which n or s": "COUNTS|, of which {x}, or {z}, were {are1}.|x<W z=x z/W",
    "n dash s": "COUNTS|; {x} of them, or {z}, were {are1}.|x<W z=x z/W",
    "a third of them": "COUNTS|, a third of them {are1}.|a third/W",
    "two in five": "COUNTS|, two in five of them {are1}.|two in five/W",
    "of which went": "AMOUNTS|, of which {x} went to {who1} and {y} to {who2}.|x<W y<W",
    "of which amount": "AMOUNTS|, of which {x} was {are1}.|x<W",
    "including for": "AMOUNTS|, including {x} for {who1}.|x<W",
    "with going": "AMOUNTS|, with {x} going to {who1} and {y} to {who2}.|x<W y<W",
    "with taking": "AMOUNTS|, with {who1} taking {x} and {who2} {y}.|x<W y<W",
    "with alone": "AMOUNTS|, with {who1} alone taking {x}.|x<W",
    "a of it": "AMOUNTS|, {x} of it for {who1}.|x<W",
    "s of which": "AMOUNTS|, {z} of which went to {who1}.|z/W",
    "of which s went": "AMOUNTS|, of which {z} went to {who1}.|z/W",
    "s of it": "AMOUNTS|, {z} of it for {who1}.|z/W",
    "; who took": "AMOUNTS|; {who1} took {x} and {who2} {y}.|x<W y<W",
    "; who took s": "AMOUNTS|; {who1} took {z} of it.|z/W",
    "colon for": "AMOUNTS|: {a} for {who1}, {b} for {who2} and {c} for {who3}.|a<W b<W c<W",
    "colon who": "AMOUNTS|: {who1} {a}, {who2} {b} and {who3} {c}.|a<W b<W c<W",
    "bracket for": "AMOUNTS| ({a} for {who1} and {d} for {who2}).|a<W d<W",
    "made up for": "AMOUNTS|, made up of {a} for {who1} and {d} for {who2}.|a<W! d<W!",
    "mostly for": "AMOUNTS|, mostly for {who1} ({x}) and {who2} ({y}).|x<W y<W",
    "or s of gdp": "AMOUNTS|, or 2.6% of GDP.|2.6%=W",
    "s of gdp": "AMOUNTS| (2.6% of GDP).|2.6%=W",
    "equal to s": "AMOUNTS|, equal to 2.6% of GDP.|2.6%=W",
    "corresponding to s": "AMOUNTS|, corresponding to 2.6% of GDP.|2.6%=W",
    "which is s": "AMOUNTS|, which is 2.6% of GDP.|2.6%=W",
}
SENTENCES = {
    "Of these": "COUNTS|Of these, {x} were {are1} and {y} were {are2}.|x<W y<W",
    "Among these": "COUNTS|Among these, {x} were {are1}.|x<W",
    "Of the N": "COUNTS|Of the {W} {nouns}, {x} were {are1}.|x<V",
    "Of the nouns": "COUNTS|Of the {nouns}, {x} were {are1}.|x<W",
    "n of them": "COUNTS|{x} of them were {are1}.|x<W",
    "n of the nouns": "COUNTS|{x} of the {nouns} were {are1}.|x<W",
    "Of these n (s)": "COUNTS|Of these, {x} ({z}) were {are1}.|x<W z=x z/W",
    "Of these n or s": "COUNTS|Of these, {x}, or {z}, were {are1}.|x<W z=x z/W",
    "Of these rest": "COUNTS|Of these, {a} were {are1} and the remaining {d} {are2}.|a<W! d<W!",
    "s of them": "COUNTS|Some {z} of them were {are1}.|z/W",
    "s of the nouns": "COUNTS|{z} of the {nouns} were {are1}.|z/W",
    "fraction of them": "COUNTS|Three quarters of them were {are1}.|Three quarters/W",
    "one in of them": "COUNTS|One in five of them was from abroad.|One in five/W",
    "made up s": "COUNTS|{Part1} made up {z} of the total.|z/W",
    "accounted s": "COUNTS|{Part1} accounted for {z} of all {nouns}.|z/W",
    "s t rest": "COUNTS|{Part1} made up {s}, {part2} {t} and {part3} the remaining {u}.|s/W t/W u/W",
    "accounted n": "COUNTS|{Part1} accounted for {x} of them.|x<W",
    "accounted n bare": "COUNTS|{Part1} accounted for {x} and {part2} for {y}.|x<W y<W",
    "accounted resp": "COUNTS|{Part1} and {part2} accounted for {x} and {y} respectively.|x<W y<W",
    "majority": "COUNTS|The majority, {a}, were {are1}.|a<W",
    "most (n)": "COUNTS|Most of them ({a}) were {are1}.|a<W",
    "most (s)": "COUNTS|Most of them ({s}) were {are1}.|s/W",
    "the total": "COUNTS|The total comprised {a} {part1}, {b} {part2} and {c} {part3}.|a<W! b<W! c<W!",
    "n of the total": "COUNTS|{Part1} numbered {x}, or {z} of the total.|x<W z=x z/W",
    "n were": "COUNTS|{x} were {are1}, {y} were {are2}.|x<W y<W",
    "a rest": "COUNTS|{a} were {are1}, the other {d} were {are2}.|a<W d<W",
    "there were": "COUNTS|They included {x} {part1}.|x<W",
    "Of this": "AMOUNTS|Of this, {x} went to {who1} and {y} to {who2}.|x<W y<W",
    "Of that amount": "AMOUNTS|Of that amount, {x} was {are1}.|x<W",
    "Of the total": "AMOUNTS|Of the total, {x} was {are1}.|x<W",
    "who took a b": "AMOUNTS|{Who1} accounted for {x} and {who2} for {y}.|x<W y<W",
    "who took resp": "AMOUNTS|{Who1} and {who2} accounted for {x} and {y} respectively.|x<W y<W",
    "who took s of it": "AMOUNTS|{Who1} took {z} of it.|z/W",
    "who took s of the total": "AMOUNTS|{Who1} made up {z} of the total.|z/W",
    "s of this": "AMOUNTS|Some {z} of this went to {who1}.|z/W",
    "or s of the total": "AMOUNTS|{Who1} accounted for {x}, or {z} of the total.|x<W z=x z/W",
    "n (s)": "AMOUNTS|{Who1} accounted for {x} ({z}) and {who2} for {y}.|x<W z=x z/W y<W",
    "alone": "AMOUNTS|{Who1} alone accounted for {x}.|x<W",
    "largest at": "AMOUNTS|The largest item was {who1}, at {x}, followed by {who2} with {y}.|x<W y<W",
    "largest share": "AMOUNTS|The largest share, {z}, went to {who1}.|z/W",
    "who s t rest": "AMOUNTS|{Who1} got {s}, {who2} {t} and {who3} the remaining {u}.|s/W t/W u/W",
    "a third went": "AMOUNTS|A third of it went to {who1}.|A third/W",
    "this is gdp": "AMOUNTS|This is 2.6% of GDP.|2.6%=W",
    "corresponds gdp": "AMOUNTS|This corresponds to 2.6% of GDP.|2.6%=W",
}
# the whole behind its parts: no clause of its own
FIRST = {
    "in all": "COUNTS|{a} {part1} and {d} {part2} were recorded{time}, {W} in all.|a<W! d<W!",
    "total of": "COUNTS|There were {a} {part1} and {d} {part2}{time}, a total of {W}.|a<W! d<W!",
    "bringing": "COUNTS|There were {a} {part1} and {d} {part2}{time}, bringing the total to {W}.|a<W! d<W!",
    "together": "COUNTS|{Part1} numbered {a} and {part2} {d}{time}, together {W}.|a<W! d<W!",
    "altogether": "COUNTS|{Part1} numbered {a} and {part2} {d}{time}, {W} altogether.|a<W! d<W!",
    "out of": "COUNTS|{x} out of {W} {nouns}{time} were {are1}.|x<W",
    "of the": "COUNTS|{x} of the {W} {nouns} recorded{time} were {are1}.|x<W",
    "s of the": "COUNTS|{z} of the {W} {nouns} recorded{time} were {are1}.|z/W",
    "n or s of the": "COUNTS|{x}, or {z}, of the {W} {nouns} recorded{time} were {are1}.|x<W z=x z/W",
    "n (s) of the": "COUNTS|{x} ({z}) of the {W} {nouns} recorded{time} were {are1}.|x<W z=x z/W",
    "Of the": "COUNTS|Of the {W} {nouns} recorded{time}, {x} were {are1} and {y} were {are2}.|x<W y<W",
    "Of the s": "COUNTS|Of the {W} {nouns} recorded{time}, {z} were {are1}.|z/W",
    "Of the (s)": "COUNTS|Of the {W} {nouns} recorded{time}, {x} ({z}) were {are1}.|x<W z=x z/W",
    "accounted of the": "COUNTS|{Part1} accounted for {x} of the {W} {nouns}{time}.|x<W",
    "numbered s of all": "COUNTS|{Part1} numbered {x}{time}, {z} of all {W} {nouns}.|x<W z=x z/W",
    "a of the": "AMOUNTS|{Who1} took {x} of the {W}{time}.|x<W",
    "s of the amount": "AMOUNTS|{Who1} took {z} of the {W}{time}.|z/W",
    "a of the total": "AMOUNTS|{Who1} took {x}{time}, or {z} of the total of {W}.|x<W z=x z/W",
    "total amount": "AMOUNTS|{Who1} took {a} and {who2} {d}{time}, {W} in total.|a<W! d<W!",
    "bringing amount": "AMOUNTS|{Who1} took {a} and {who2} {d}{time}, bringing the total to {W}.|a<W! d<W!",
}
# what may stand behind a tail: "…, up 4% from 2021, of which …"
BEHIND_TAILS = (", of which", ", including", ", among", ", {x} of", ", {z} of", ";", ":", ", with")
FILLER = " The figures were published on Monday. "


class Frame(NamedTuple):
    """One text and its links as (numeral, role, numeral); `exhaustive` are the parts that are called all."""

    labels: tuple[str, str, str, str]
    text: str
    links: frozenset[tuple[str, str, str]]
    exhaustive: frozenset[str]


def _words(theme: Theme) -> dict[str, str]:
    words = {k: v for k, v in NUMBERS[theme.numbers].items() if k in "stuz"}
    words |= {k: theme.unit.format(v) for k, v in NUMBERS[theme.numbers].items() if k not in "stuz"}
    for name, said in (("part", theme.parts), ("are", theme.are), ("who", theme.who)):
        for n, word in enumerate(said, 1):
            words[f"{name}{n}"] = word
            words[f"{name.capitalize()}{n}"] = word[0].upper() + word[1:]
    return words | {"nouns": theme.nouns}


def _links(notes: str, theme: Theme) -> tuple[frozenset[tuple[str, str, str]], frozenset[str]]:
    printed, found, exhaustive = NUMBERS[theme.numbers], set(), set()
    scale = next((w for w in theme.unit.split() if w in ("billion", "million")), "")

    def surface(name: str) -> str:
        name = "W" if name == "V" else name
        if name not in printed:
            return name
        return printed[name] if not scale or name in "stuz" else f"{printed[name]} {scale}"

    for one in re.split(r" (?=\S+[</=~]|[A-Za-z]+ )(?!in |five|quarters|third)", notes):
        m = re.fullmatch(r"(.+)([</=~])(\w)(!?)", one)
        assert m is not None, one
        found.add((surface(m[1]), ROLES[m[2]], surface(m[3])))
        if m[4]:
            exhaustive.add(surface(m[1]))
    return frozenset(found), frozenset(exhaustive)


def frames() -> Iterator[Frame]:
    """Every combination of a theme, a whole, a time, a tail and a way of telling parts."""
    for kind, table in (
        ("attached", ATTACHED),
        ("sentence", SENTENCES),
        ("off", SENTENCES),
        ("first", FIRST),
    ):
        for label, row in table.items():
            names, told, notes = row.split("|")
            for name in GROUPS[names]:
                theme = THEMES[name]
                words = _words(theme)
                wholes = theme.wholes if kind != "first" else ("",)
                for whole, time, tail in product(wholes, TIMES, TAILS if kind != "first" else ("",)):
                    if kind == "attached" and tail and not told.startswith(BEHIND_TAILS):
                        continue
                    if kind == "first":
                        text = told.format(**words, time=time)
                    else:
                        between = {"attached": "", "sentence": ". ", "off": "." + FILLER}[kind]
                        text = whole.format(**words) + time + TAILS[tail] + between + told.format(**words)
                    found, exhaustive = _links(notes, theme)
                    yield Frame((f"{kind}: {label}", whole, time, tail), text, found, exhaustive)
