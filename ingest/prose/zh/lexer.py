"""One pass over a sentence: periods, words, what is no figure, numerals with their unit, punctuation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ingest.prose.regex import regex
from ingest.prose.text import Sentence
from ingest.prose.zh import numeral_patterns as n
from ingest.prose.zh.words import alternation, words

# Kinds of token.
PERIOD, WORD, MASK, RANK, NUMBER, VAGUE, BROKEN, MARK = "T", "W", "X", "K", "N", "V", "B", "P"

_YEAR = r"(?:19|20)\d\d"
_CN = "[一二三四五六七八九十]"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DATE = r"(?:3[01]|[12]\d|0?[1-9])"
_YEARS = rf"{_YEAR}(?: ?年)?(?: ?[-至到] ?(?:{_YEAR}|\d\d(?=年))|/\d\d(?=年度))? ?(?:年度?|财年)(?:间|期间)?"
# The years of Taiwan count from 1912; 112年 alone is a length of time.
_MINGUO = (
    r"(?:(?:中华)?民国 ?\d{2,3} ?年度?|(?<!\d)1[01]\d ?年(?=\d{1,2}月|第?[一二三四1-4]季|[上下]半年|[初底]))"
)
# In a text of Taiwan 112年 is a year too, unless something lasts so long.
_MINGUO_BARE = r"(?<![\d.续近逾达约历时满])(?:[89]\d|1[0-2]\d) ?年度?(?![来内间前后]|以来|历史|资历)"
_YEAR_WORDS = r"(?:二[〇零]|一九)[〇零一二三四五六七八九]{2}年"
# 以上年, 目前年, 资本年, 文明年, 过去年: the first character belongs to the word before.
_RELATIVE = r"(?<![以之目当此资版文发证透过])(?:今年|去年|上年|前年|本年|明年|当年|上一年)(?!代|级|份额)"
_PART = (
    rf"(?:第?[一二三四1-4](?:、第?[二三四2-4]){{0,2}}(?:[-至、和到]第?[一二三四2-4])?季度|第[一二三四1-4]季(?![节军])|(?<![提目])[前首][一二三两1-3]个?季度?|首季度?|[上下]半年度?|半年度"
    rf"|(?<![提目])[前首](?:\d{{1,2}}|两|{_CN}{{1,2}})个?月|{_MONTH}月?份?[-至到]{_MONTH}月份?"
    rf"|{_MONTH}月份?(?:[上中下]旬|{_DATE}[日号])?)"
)
_DAY = rf"{_YEAR}(?:[-/](?:1[0-2]|0?[1-9])(?:[-/]{_DATE})?|\.(?:1[0-2]|0?[1-9])\.{_DATE})(?![\d.])"
_DAYS = (  # 3月5日至8日, 2020年7月1日至2021年6月30日
    rf"(?:(?:{_YEAR} ?年|今年|去年) ?)?(?<![\d.])(?:1[0-2]|0?[1-9])月{_DATE}[日号]? ?[-至到] ?"
    rf"(?:{_YEAR} ?年|次年|翌年)?(?:(?:1[0-2]|0?[1-9])月)?{_DATE}[日号](?!召)"
)
_PERIODS = (
    r"(?=[一二两三四五六七八九十上下前首今去本明当第半中民]"
    r"|(?<=截[至止])\d|\d{1,4}(?:[ 年月季\-至到、和财]|(?<=\d{4})[./]))"
    rf"(?:{_DAYS}"
    rf"|(?:(?:{_YEARS}|{{minguo}}|{_YEAR_WORDS}|{_RELATIVE})(?:(?:的|, ?)?(?:{_PART}))?"
    rf"|(?<![\d.个第])(?:{_PART})|(?<=截[至止]){_DATE}[日号]|(?<=[比较与同是为由从到至])(?:\d{{1,2}}|[两{_CN[1:]}{{1,3}})年前)"
    rf"(?:同[期月季]|年?[末底初](?![级期])|以来|止的?(?:财政)?年度|止的?{_CN}{{1,2}}个月)?|{_DAY})"
)
# What has digits and is no figure, by what it begins with; each line one sort.
_DIGIT_MASKS = (
    r"(?m:^)\d{1,2}(?:(?:\.\d{1,2}){0,3}[.、)](?!\d)|(?:\.\d{1,2}){1,3} )",  # headings
    r"(?<!\d)(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})(?!\d)",  # telephones
    r"\d{3,6}(?=热线|电话|平台)",
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}时(?:\d{1,2}分)?(?![间长])",  # clock times
    r"\d{1,2}点(?:\d{1,2}分|钟|整|半)|(?<=[午晚晨日])\d{1,2}点",
    r"\d{1,2}·\d{1,2}(?!\d)",
    r"\d{1,3}(?:年|个月|天)期(?:以上)?",  # 5年期以上LPR
    r"\d{1,4}[号日](?!召|角|元|圆)|\d{1,4}强(?!制)|(?<!\d)20国集团",
    rf"{_YEAR} ?[版届款]|\d{{2,4}}级|\d0年代",
    r"10[派转送]\d[\d.]*[元股]?(?:[转送派]增?\d[\d.]*[元股]?)*",  # a plan of shares: 10派5元转增4股
    r"\d{1,2}分\d{1,2}(?:\.\d{1,3})?秒",  # a time in a race: no figure of one unit
    r"\d{1,3}万(?=人(?:生产安全|火灾|交通)?(?:事故)?死亡)",  # 10万人死亡率
    r"\d{1,3}(?:[-至到]\d{1,3}周?岁|周?岁(?=及|以上|以下|至|的|人口|组))(?:及?以[上下])?",
    r"\d{1,2}[多几余]岁",
    r"[1-9](?=[、,][1-9][、,]?[1-9]?(?:次?产业))|[1-9]、?(?=产业)",
)
_PLAIN = r"\d[\d,.]{0,15}(?:[%亿]|万(?!人))"  # the most common figures begin nothing else
_OTHER_MASKS = (
    rf"(?m:^)[(]?{_CN}{{1,3}}[)、]|(?m:^)[(]\d{{1,2}}[)]",
    rf"[(](?:{_CN}{{1,3}}|\d{{1,2}})[)]",
    r"\[\d{1,3}\]|[①-⑳]",
    rf"{_CN}{{1,3}}(?:年|个月)期(?:以上)?",
    rf"{_CN}{{1,3}}届(?=.次|.中全会|全国|人大|政协|委员)",  # 十三届一次会议
    rf"(?<=[人政届][大协本]){_CN}{{1,3}}次(?=会议|全会)|(?<=届){_CN}{{1,3}}次(?=会议|全会)",
    r"[二三四五六七八九]{1,2}十年代",
    r"[\[(〔【]" + _YEAR + r"[\])〕】](?:第? ?\d{1,5} ?号)?",
    r"(?:https?://|www\.)[!-~]+|[A-Za-z0-9._-]{1,64}@[!-~]+",
    rf"(?<=[午晚晨])(?:{_CN}{{1,3}})[时点](?:半|整|钟)?",
    r"(?<![\u4e00-\u9fff\d])(?:表|图|附件|附录|附表|专栏|注|公式) ?\d{1,4}(?:[-.]\d{1,4}){0,3}",
    r"每 ?(?:\d{1,6}(?:\.\d{1,4})?|[一二两三五十])?[百千万亿]{1,3}(?![\d元瓦克米])",  # 每万人
    r"每 ?\d{1,6}(?:\.\d{1,4})?(?= ?[\u4e00-\u9fff])(?!元)",
    # 近十年来最低
    rf"(?:{_CN}{{1,3}}|\d{{1,3}})[多余]?年(?:以?来|内)(?=的?(?:最|新[高低]|首次|同期|罕见|未有))",
    rf"{_CN}(?=[、,]{_CN}[、,]?{_CN}?(?:次?产业))|{_CN}、?(?=[一二三]?产业)",
)
_BEFORE_DIGITS = ("RMB", "CNY", "USD", "GDP", "CPI", "PPI", "PMI", "GNI")
_RANKED = r"第 ?(?:\d{1,9}|[一二三四五六七八九十百]{1,8})"
# 陆, 拾 and the like are figures only among their own kind: 陆地, 收拾.
_FINANCIAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
_NOT_ALONE = (
    "(?![壹贰叁肆伍陆柒捌玖](?![壹贰叁肆伍陆柒捌玖拾佰仟百千十万亿兆点])"
    "|[拾佰仟](?![壹贰叁肆伍陆柒捌玖万亿零〇一二三四五六七八九]))"
)
_ODD = "[多余几](?!年?来|额|种|样|边|元化|乎|何)|来(?=[个人名家户亩吨元块斤公米岁天件台辆次])"  # 50来家
# Words that begin inside another one: 收入超过, 营收跌, 逆差不多于.
_NO_WORD = (
    "(?<=[收投进输引流纳加买注支产付发演转])[入出]超|(?<=[营税年月征财丰])收[涨跌高低]|(?<=[顺逆])差不多"
    "|(?<=[细原规法准否税学总通附罚守])则"
    "|(?<=[短中长同近学孕假分周预日本])期内|并[网购表轨行列联发]|即[将时期使便可刻]|(?<=[立随当旋])即"
)
# 负 and 零下 are signs, but not in 减负400亿, 背负, 正负.
_MINUS = "(?:(?<![减背担肩正自承抱胜欺辜抵亏转])负|零下 ?)"
_OTHER_STARTS = r"(\[〔【①-⑳每表图附专注公" + _CN[1:-1] + "A-Za-z0-9"
_MARKS = r',，、;:()"'
_NUMERAL_STARTS = "一二两俩三四五六七八九十百千万亿零〇半翻减负对" + _FINANCIAL


class Token(NamedTuple):
    """A stretch of the sentence. `end` of a NUMBER is behind its unit; `numeral` ends at `inner`."""

    kind: str
    start: int
    end: int
    word: str  # the word, the numeral or the mark as printed
    inner: int = 0
    unit: str = ""
    odd: int = 0  # offset of 多, 余 between numeral and unit; 0 for none
    percent: str = ""


@lru_cache(maxsize=2)
def _pattern(taiwan: bool = False) -> re.Pattern[str]:
    """The whole grammar of a token; the first character decides early what may begin there."""
    period = _PERIODS.replace("{minguo}", f"{_MINGUO}|{_MINGUO_BARE}" if taiwan else _MINGUO)
    w = words()
    # 指数年增2.4% is how Taiwan says it; elsewhere 产量年增3万吨 is so much a year.
    free_opener = (
        rf"(?<![逐每近历多今去明前上当本全半几两\d{_CN[1:-1]}])(?<![^指]数)"
        if taiwan
        else r"(?<![\u4e00-\u9fff\d])"
    )
    unit = rf"(?:{w.unit_pattern})(?:(?:/|每)(?:{w.unit_pattern}|日))?"
    # A letter before the digits makes a name of them (C919), unless it is a currency or GDP.
    free = rf"(?:(?<![A-Za-z\d.])|{'|'.join(f'(?<={name})' for name in _BEFORE_DIGITS)})"
    digits = rf"{n.FRACTION}|{n.SLASHED}|{n.TENTHS}|{n.DISCOUNT}|{free}(?:(?<![\d%)-])-|\+)?(?:{n.ARABIC})"
    # 40k吨, 5k-20k人: only where a unit tells that it is a scale, so neither 4K电视 nor 100M宽带.
    digits += rf"(?: ?[kKM](?=(?:[-至到]\d+(?:\.\d+)?[kKM])?(?=[\u4e00-\u9fff])(?:{w.unit_pattern})))?"
    in_words = "|".join(
        (
            n.FRACTION, n.TENTHS, n.DISCOUNT, n.NEAR_PAIR, n.DOUBLED, n.HALF, rf"{_MINUS}(?:{n.ARABIC})",
            rf"(?:{_MINUS})?{_NOT_ALONE}{n.WORDS}", # 过半企业 is half of them; 近半年, 通过半导体 are not.
            rf"(?<=[过超近])半(?=数|的|以上|{alternation(w.half_of)})",
            r"(?<=过)半(?=[,，。;、)]|\Z)", n.BARE,
        )
    )  # fmt: skip
    # The first character decides early what may begin at a place.
    firsts = "".join(sorted({re.escape(x[0]) for x in w.every | w.vague | w.openers}))
    starts = rf"[\d.+\-第中民上下前数几好{_OTHER_STARTS}{_NUMERAL_STARTS}{_MARKS}{firsts}]"
    sizes = "".join(sorted({x[0] for x in w.vague}))
    return regex(
        rf"(?={starts})(?:({period})|(?=\d)(?!{_PLAIN})({'|'.join(_DIGIT_MASKS)})"
        rf"|(?=[十数几好{sizes}])({n.VAGUE}|{alternation(w.vague)})"
        rf"|(?=[{_OTHER_STARTS}])({'|'.join(_OTHER_MASKS)})"
        rf"|((?!{n.DOUBLED}|\+\d|第[一二三四五六七八九][十百千]|{_NO_WORD}){w.pattern}|{free_opener}{alternation(w.openers)}(?![长加]))"
        rf"|({_RANKED})"
        rf"|((?=[\d.+-])(?:{digits})|(?=[{_NUMERAL_STARTS}])(?:{in_words}))"
        rf"( ?(?:%|‰))?({_ODD})? {{0,2}}((?!位[于居列]){unit})?"
        rf"|([{_MARKS}]))"
    )


def lex(norm: str, s: Sentence, taiwan: bool = False) -> list[Token]:
    """The tokens of a sentence, in order; `taiwan`: years count from 1912."""
    found: list[Token] = []
    add = found.append
    for m in _pattern(taiwan).finditer(norm, s.start, s.end):
        group = m.lastindex
        start, end = m.span()
        if group == 5:
            add(Token(WORD, start, end, m[5]))
        elif group == 11:
            add(Token(MARK, start, end, m[11]))
        elif group == 1:
            add(Token(PERIOD, start, end, m[1]))
        elif m[7] is not None:
            printed, mark, odd, unit = m.group(7, 8, 9, 10)
            inner = m.end(8) if mark else m.end(7)
            if not unit:
                end = m.end(9) if odd else inner
            add(
                Token(NUMBER, start, end, printed, inner, unit or "", m.start(9) if odd else 0,
                      mark.strip() if mark else "")
            )  # fmt: skip
        elif group == 6:
            add(Token(RANK, start, end, m[6]))
        elif group == 3:
            add(Token(VAGUE, start, end, m[3]))
        else:
            add(Token(MASK, start, end, m[0]))
    return found
