{{ tightening_round(ref('tightening_round_1'), 2) }}
