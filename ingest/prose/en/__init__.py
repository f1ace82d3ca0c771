"""English: from a normalised sentence to linked figures.

words, vocabulary: the lexicon (`lexicon/en`, data); what its tables say of one word. tags: their letters.
scan: which sentences may hold a figure. tokens, items: a sentence cut up, and the row of items made of it.
lead_ins, attributions: who says it, which is no part of what is said. lexer: words and phrases to items.
candidates, dates, names, uncounted: what a number is, and what is none.
number_words, spelled: numbers in words. figures, suffixes, ranges, assembly: a numeral and what is its.
periods, period_forms, period_codes, period_relative: words of time to codes.
asides, clauses, turn, roles, around: from left to right, what each figure is.
before, led_to, going_on, continued: what only the figure before it can tell.
acts, own_levels, earlier: what a role asks for; of which level a change is; the level of before.
changes, differences, marks: what sort of change; what is only held against.
parts, pointing, totals, ties, takers, said_before, who_took, siblings, share_subjects,
holdings: parts, wholes, shares.
lists: lists of figures.
ratios, sums, named_wholes, surveys: parts and shares that arithmetic tells, and those of a whole named again.
labels, level_labels, change_labels, label_keys, measures, noun_phrases, verb_forms, shared_subjects,
subjects, measured_times: what is measured.
entities: whose it is, and where.
averages, units_around, units, moneys, points: the unit of a figure that prints none, or a bare money.
dating, ahead, timing, scenes, related_times, bases: which period holds for which figure, and what a change
leans on.
statuses, context: forecast or actual; bases of prices. across, level_next: what an earlier sentence told.
walk: all of these in their order. grammar: the interface that the reader asks, sentence by sentence.
"""
