"""The subject of a verb: the noun phrase before it, or that of the verb which it goes on from."""

from __future__ import annotations

from ingest.prose.en.items import Items
from ingest.prose.en.noun_phrases import FINITE, NounPhrases, Span

_HOPS = 4  # verbs that share one subject; more only in what is no prose


class SharedSubjects(NounPhrases):
    """Finds the subject of a verb in the items of one sentence."""

    def subject(self, it: Items, at: int) -> Span | None:
        """What the verb at item `at` is said of; None where nothing tells."""
        for _ in range(_HOPS):
            if (found := self.phrase_before(it, at)) is not None:
                return found
            at = self._verb_before(it, at)
            if at < 0:
                break
        return None

    def _verb_before(self, it: Items, at: int) -> int:
        """The verb whose subject another one shares: "rents eased and | fell", "rents eased, | falling".

        -1 where the verb neither follows an "and" nor is a participle behind a comma, and where the other one
        speaks of something else: "the bank sees inflation at 2%, | easing to 1.5%".
        """
        tags, j = it.tags, at
        if at >= len(tags) or tags[at] not in FINITE or self.word(it, at) in self.lex.keepers:
            return -1
        while j > 0 and tags[j - 1] in "SmvHt":
            j -= 1
        joined = tags[j - 1 : j] == ["&"]
        if not joined and not (tags[j - 1 : j] == [","] and j == at and self.word(it, at).endswith("ing")):
            return -1
        for i in range(j - 2, -1, -1):
            if tags[i] in ";:z<>":
                return -1
            if (
                # "will save", "equities returned 9% and made up"
                (tags[i] in FINITE or self.acts(it, i) or self._is_unknown_verb(it, i))
                and not self.is_described_by(it, i)
                and (joined or not self._is_of_noun(it, i))
            ):
                word = self.word(it, i)
                return -1 if word in self.lex.telling or word in self.lex.keepers else i
        return -1

    def _is_of_noun(self, it: Items, i: int) -> bool:
        """True for a verb in a clause that tells of a noun which: "tickets that | cost 5, reaching 60"."""
        j = i
        while j > 0 and it.tags[j - 1] in "SmvHekE":
            j -= 1
        return j > 1 and it.tags[j - 1] == "Z" and it.tags[j - 2] != ","
