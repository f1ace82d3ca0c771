"""Words that are verbs, participles or phrases of status by their form and by what stands before them."""

from __future__ import annotations

from ingest.prose.en.items import Items
from ingest.prose.en.words import Entry, Lexicon


class VerbForms:
    """Tells the verbs that no table knows among the items of one sentence."""

    def __init__(self, norm: str, low: str, lex: Lexicon) -> None:
        self.norm, self.low, self.lex = norm, low, lex

    def word(self, it: Items, j: int) -> str:
        return self.low[it.starts[j] : it.ends[j]]

    def _is_foreseen(self, it: Items, j: int) -> bool:
        """True for "output | is seen expanding": a status that is a verb."""
        entry = it.data[j]
        return (
            it.tags[j] == "x"
            and isinstance(entry, Entry)
            and entry.status is not None
            and (entry.phrase.startswith(("is ", "are ", "was ", "were ")))
        )

    def _is_unknown_verb(self, it: Items, j: int) -> bool:
        """True for "the fund | returned 7.2%": a past that no table knows, behind its subject."""
        if j < 1 or it.tags[j] != "x" or it.tags[j - 1] != "x":
            return False
        word = self.word(it, j)
        return word.endswith("ed") and word not in self.lex.persons and word not in self.lex.subjects

    def acts(self, it: Items, j: int) -> bool:
        """True for a word that what stands before it makes a verb: "could | run", "has | thinned"."""
        if it.tags[j] not in "xij" or j == 0:
            return False
        before, entry = it.tags[j - 1], it.data[j]
        if before == "m" or (before == "k" and self.word(it, j - 1) != "there"):
            return not isinstance(entry, Entry) or entry.area is None
        if before == "t":
            return it.tags[j - 2 : j - 1] == [","] and it.tags[j] == "x"  # ", to | finish at 33,620"
        if before == "&":
            leads = it.tags[j + 1 : j + 2] == ["t"] and it.tags[j + 2 : j + 3] in (["N"], ["R"])
            return leads and not {"m", "S"}.isdisjoint(it.tags[:j])  # "will start at 12 and climb to | 30"
        if before == "S":
            return self.word(it, j - 1).endswith((" to", " not")) and it.tags[j] == "x"
        if before == "H":
            word = self.word(it, j)
            return it.tags[j] == "x" and (word.endswith("ed") or word in self.lex.participles)
        return before in "x>," and self.low.endswith((" not ", "n't "), it.ends[j - 1], it.starts[j])

    @staticmethod
    def foretells(it: Items, j: int) -> bool:
        """True for a phrase of status, which names nothing: "analysts were looking for", "flash estimate"."""
        entry = it.data[j]
        return isinstance(entry, Entry) and entry.status is not None and " " in entry.phrase

    def goes_on(self, it: Items, j: int) -> bool:
        """True for a participle behind a comma that goes on with the subject, and names nothing."""
        word = self.word(it, j)
        return j > 0 and it.tags[j - 1] == "," and word.endswith("ing") and word not in self.lex.ing_nouns

    def _is_participle_form(self, it: Items, j: int) -> bool:
        word = self.word(it, j)
        return word.endswith(("ing", "ed")) or word in self.lex.participles
