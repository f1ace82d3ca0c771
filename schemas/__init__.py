"""What a raw row is: closed vocabularies, pandera models and the sentences of a refusal.

This package imports nothing of ours and does no I/O. `vocabulary` needs only the standard library, so that a
command that validates nothing does not pay for pandera.
"""
