"""Chinese: numerals, lexer, periods and the clause reader; the words are in `lexicon/zh`.

`ingest.prose.zh.reader.read` is the entry. Nothing is compiled before its first call.
"""
