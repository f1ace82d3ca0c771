"""Chinese: from a normalised sentence to linked figures.

words, numeral_patterns, terms, numerals: the lexicon (`lexicon/zh`, data) and the exact value of a numeral.
sentences, wrapped: where a sentence ends, and one that a page has broken into lines.
lexer: one pass gives periods, words, what is no figure, numerals with their unit, marks.
units, ranges, unitless, figures: number tokens to figures, and what must be refused.
scene, hedges, kinds, subjects, nouns: what a figure is, by the words around it.
periods, clock: what words of time say, and the code that completes them.
state, times, places, marks, joins, finish, clauses: from left to right, with what is in force.
entities, notes: the companies that a text speaks of, and what its notes say of all its rates.
ties, wholes, shares, lists, growth, links, arithmetic: which figure belongs with which.
grammar: the interface that the reader asks, sentence by sentence. Nothing is compiled before its first use.
"""
