{{ tightening_round(ref('tightening_round_2'), 3) }}
