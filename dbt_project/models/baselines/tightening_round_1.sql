{{ tightening_round(ref('tightening_start'), 1) }}
