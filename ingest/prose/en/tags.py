"""The letters of the tags, by what the tables of the lexicon call a word."""

# One letter per grammatical role: the clause reader matches short patterns on strings of these.
ROLE_TAGS = {
    "to": "t", "from": "f", "by": "b", "of": "o", "in": "n", "on": "O", "with": "5", "than": "g",
    "compared": "c", "and": "&", "or": "1", "of_which": "w", "including": "l", "consisting": "L",
    "account": "a", "contribute": "C", "share": "s", "total": "T", "totalling": "U", "respectively": "r",
    "while": "z", "which": "Z", "per": "x", "each": "e", "other": "x", "rate": "8",
}  # fmt: skip
VERB_TAGS = {"be": "v", "level": "v", "have": "H", "modal": "y", "action": "A"}
FUNCTION_TAGS = {
    "det": "e",
    "poss": "E",
    "pron": "k",
    "sub": "z",
    "prep": "6",
    "adv": "y",
}
CHANGE_TAGS = {
    ("verb", "up"): "u", ("verb", "down"): "d", ("noun", "up"): "i", ("noun", "down"): "j",
    ("comparative", "up"): "p", ("comparative", "down"): "q",
    ("transitive", "up"): "2", ("transitive", "down"): "3",
}  # fmt: skip
