"""The patterns that find a Chinese numeral in a normalised text; `numerals` gives its value.

In scope: Arabic digits with 万, 亿, 兆 and their compounds, numerals in words (financial forms too),
decimals in words, tenths (三成五) and discounts (八五折), 百分之 and other fractions (三又二分之一 too),
一半, 2/3, pairs of neighbours (二三十). Not here: ordinals (第三), digits read out one by one (telephone
numbers, 二〇一七), dozens (一打), powers and Latin suffixes (2^5, 12k).
"""

_D = "[一二两俩三四五六七八九壹贰叁肆伍陆柒捌玖]"
_Z = "[零〇]"
_S = "(?:[十百拾佰]|[千仟](?!瓦|米|克|卡|伏|焦|赫|帕|字|安))"
# 千 and 兆 are prefixes of units as often as numerals: 5千米, 30兆瓦.
_PREFIXED = "(?:瓦|米|克|卡|伏|焦|赫|帕|字|安|比特|吨油|吨标)"
_SCALE = f"(?:[十百千]?[万亿]{{1,3}}|[百千](?!{_PREFIXED}|[万亿分])|兆(?!{_PREFIXED}))"
_ODD = "[多余几来]"

_FIRST = f"(?:{_D} ?{_S}|[十拾]|[百千佰仟](?={_D})|{_D})"
_SECTION = f"{_FIRST}(?: ?{_Z}? ?{_D} ?{_S}| ?{_Z} ?十){{0,6}}(?: ?{_Z}? ?{_D})?"
# Every repetition is bounded: a page of 万 must not take a page squared.
_WORDS = f"{_SECTION}(?: ?{_Z}?{_ODD}? ?[万亿兆](?!{_PREFIXED})(?:{_Z}? ?{_SECTION})?){{0,8}}"
_DIGIT_STRING = "[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
# A point in words must stand between digits: 三点半 and 三点钟 are clock times.
WORDS = rf"(?:{_WORDS}|[零〇](?=点))(?: ?点 ?{_DIGIT_STRING}{{1,12}}[万亿]{{0,2}})?"

_FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?<!\d)\.\d+"
_TAIL = (
    rf"(?:{_Z}?(?:\d{{1,4}}|{_D})[千百十](?!{_PREFIXED})|{_Z}?\d{{1,4}}万|零\d{{1,4}}|\d,\d{{3}}(?![\d,.%]))"
)
# 3亿1500万, 3万4000
_COMPOUND = (
    rf"(?: ?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,8}}) ?{_SCALE}){{0,3}}(?:{_TAIL}|\d{{3,4}}(?![\d年.%])){{0,3}}"
)
ARABIC = rf"(?:{_FIGURE})(?:(?:{_ODD}(?=[百千万亿]))? {{0,2}}{_SCALE}{_COMPOUND})?"

_NEIGHBOURS = "(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)"
PAIR = rf"{_NEIGHBOURS}(?={_S}|[万亿成])(?:{_S})?[万亿]*"
# 两三家, 十五六岁, 一百二三十万: never the digits 2 and 3 in a row.
PAIR_PARTS = rf"((?:{_D}千)?(?:{_D}百)?(?:{_D}?十)?)({_NEIGHBOURS})(?!{_D})({_S}?[万亿]{{0,2}})"
NEAR_PAIR = rf"(?:{_D}千)?(?:{_D}百)?(?:{_D}?十)?{_NEIGHBOURS}(?!{_D}){_S}?[万亿]{{0,2}}"

_TENTHS_END = "成(?![立为功员本果就品交长年分人绩因份型套色语熟效都])"
TENTHS = (
    rf"(?:\d{{1,2}}(?:\.\d+)?|{PAIR}|十|{_D}(?: ?点 ?{_DIGIT_STRING}+)?|半) ?{_TENTHS_END}"
    rf"(?: ?(?:半|{_D}(?![十百千万亿成个家项])|(?<=\d成)\d(?![\d.,:%十百千万亿成个家项])))?"
)
DISCOUNT = (
    rf"(?:\d ?\d|\d(?:\.\d+)?|{_D} ?{_D}|{_D}(?: ?点 ?{_DIGIT_STRING}+)?|半|对(?=折))"
    " ?折(?![叠扣旧射断磨中算合价损])"
)
_OF = rf"(?:[百千万]{{1,3}}|{WORDS}|(?<!\d)\d{{1,6}}) ?分 ?之 ?"
FRACTION = rf"(?:(?:{WORDS}|(?<!\d)\d{{1,6}}) ?又 ?)?{_OF}(?:{PAIR}|(?:-|负)?(?:{WORDS}|{ARABIC}|百))"
# 2/3的人口, but neither a day (2/3日) nor a ratio of larger numbers.
SLASHED = (
    r"(?<![\d/.年月-])(?<!\d )[1-9]/(?:10|[2-9])(?=以[上下]|左右|强|[的是为]|[\u4e00-\u9fff])(?![日号月时票])"
)
HALF = "一半|半数"
DOUBLED = "翻了?(?:[一两二三四1-4]番|番)|减半"
# Only where a word such as 超 or 近 stands before it is a bare scale a number: 近百家, 超万亿元;
# or where 余 or 多 stands behind it: 百余名, 千余家, 百余万元.
BARE = (
    rf"(?<=[超逾近过破约达上])(?:[十百千]?[万亿]+|[百千](?![分货]))(?!\d|{_D}|[科])"
    r"|(?<![第几数])[百千万](?:[余多]万|(?=余|多[名家人位个户件项亩吨元公米平里种次所座条辆台只头株]))"
)
# 十几 has a lower and an upper end, and still says no number; 数十万 says even less.
VAGUE = (
    r"(?:十几|(?<![指人总户次件参个基倍位少多整系岁函无])数|好?几)(?:[十百千]?[万亿]+|[十百千]+|(?<=十几))"
)
