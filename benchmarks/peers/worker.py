"""Runs one peer over texts; benchmarks/evaluate/peers.py starts it with the Python of the peers' environment.

Standard input: {"peer": "quantulum3" | "recognizers-text", "repeat": n, "texts": [[id, language, text], …]}.
Standard output: {"seconds": [of each repeat], "found": {id: [[start, end, value, unit], …]}}; a text on which
the peer fails has no figures and is counted in "failed".
"""

import contextlib
import json
import math
import sys
import time
import warnings
from decimal import Decimal

CULTURES = {"en": "en-us", "zh": "zh-cn"}


def quantulum3():
    """quantulum3 as it is installed without its classifier; it reads English only."""
    from quantulum3 import parser

    def read(text, language):
        found = []
        for quantity in parser.parse(text):
            start, end = quantity.span
            unit = getattr(quantity.unit, "currency_code", None) or quantity.unit.name
            found.append([start, end, quantity.value, unit])
        return found

    return read


def recognizers_text():
    """Every model that bears on figures; where several claim one number, the longest text wins."""
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    models = {}
    for language, culture in CULTURES.items():
        number, unit = NumberRecognizer(culture), NumberWithUnitRecognizer(culture)
        makers = [
            number.get_percentage_model,
            unit.get_currency_model,
            unit.get_dimension_model,
            unit.get_temperature_model,
            unit.get_age_model,
            number.get_number_model,
        ]
        models[language] = []
        for maker in makers:
            with contextlib.suppress(Exception):  # a model that this language has not
                models[language].append(maker())

    def read(text, language):
        results = []
        for model in models[language]:
            for result in model.parse(text):
                value = (result.resolution or {}).get("value")
                if value in (None, "null"):
                    continue
                percent = value.endswith("%")
                unit = result.resolution.get("isoCurrency") or result.resolution.get("unit")
                unit = "percentage" if percent else unit or "dimensionless"
                results.append([result.start, result.end + 1, value.rstrip("%"), unit])
        found = []
        for one in sorted(results, key=lambda one: one[0] - one[1]):
            if not any(one[0] < other[1] and other[0] < one[1] for other in found):
                found.append(one)
        return sorted(found)

    return read


PEERS = {"quantulum3": quantulum3, "recognizers-text": recognizers_text}


def printed(value):
    """A value as a decimal string; None where it is no number."""
    try:
        number = Decimal(repr(value) if isinstance(value, float) else str(value).replace(",", ""))
    except ArithmeticError:
        return None
    return format(number, "f") if math.isfinite(number) else None


def main():
    warnings.simplefilter("ignore")
    task = json.load(sys.stdin)
    read = PEERS[task["peer"]]()
    read("In 2017 there were 5,739 spaces.", "en")  # what is loaded at the first call is not timed
    seconds, found, failed = [], {}, 0
    for _ in range(task["repeat"]):
        failed, started = 0, time.process_time()
        for identifier, language, text in task["texts"]:
            try:
                found[identifier] = read(text, language)
            except Exception:  # whatever a peer throws, it has no figures for this text
                found[identifier] = []
                failed += 1
        seconds.append(time.process_time() - started)
    plain = {
        identifier: [[*one[:2], printed(one[2]), one[3]] for one in figures if printed(one[2]) is not None]
        for identifier, figures in found.items()
    }
    json.dump({"seconds": seconds, "failed": failed, "found": plain}, sys.stdout)


if __name__ == "__main__":
    main()
