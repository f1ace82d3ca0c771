"""From a figure in a mart back to the sentence, the rule and the arithmetic behind it.

`explain(connection, asked)` is the whole interface. `asked` is the beginning of an id (of a claim,
observation, baseline, implied level or reconciliation) or words of an indicator with a period.
"""

from ingest.explain.answer import Answer, explain

__all__ = ["Answer", "explain"]
