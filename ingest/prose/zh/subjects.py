"""The noun phrase that a figure is about: before the numeral, or counted behind it."""

from __future__ import annotations

from ingest.prose.figure import MULTIPLE
from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.scene import Segment, Span, Spot

_MARKS = " ,，、:\"'()的"
_LEADING = _MARKS + "和与及-•●■◆*·▪○◇►"  # marks of lists too
_LEADING_ROLES = frozenset({"part", "total", "fresh", "asof", "respectively", "average", "than", "from"})
_GROWTH_NOUN = regex(
    r"(?:其|但|且|同比|环比|名义|实际|累计|平均)*(?:增速|增幅|涨幅|降幅|跌幅|升幅|增长率|增长速度|涨速|减幅)(?:同比|环比)?\Z"
)
_THIS = regex(
    r"(?:该|本(?!外|级|地|科))(?:省|市|区|县|州|镇|园区|企业|公司|项目|集团|行|院|校|局|基地|地区)|该"
)
_DIVIDES = regex(
    r"(?:分[\u4e00-\u9fff和、]{1,8}(?:看|计|分)|按[\u4e00-\u9fff和、]{1,8}分|从[\u4e00-\u9fff]{1,8}看)\Z"
)
_BREAKS = regex("、|以及|和|与|及")
DEDUCTED = regex("[ ,，]*经?(?:扣除|剔除|不考虑)[^,，]{1,36}?(?:因素|影响)(?:的?影响)?后?")
RESTORED = frozenset({"恢复至", "恢复到", "恢复为", "回复至", "回复到"})
_SPANS = frozenset({"一年", "一年来", "一年间", "三年", "五年", "两年"})  # 一年净增1,557万户
_WITHIN = regex("在[^,，]{1,20}(?:中|基础上?)\\Z")
_PLANNED = regex('"?(?:规划)?(?:期间|时期|以来)?')
_PER_HEAD = regex("[人户亩村校]均\\Z")
_OCCASION = regex(r"[ ,，、]?[\u4e00-\u9fff\"0-9·]{2,10}?(?:期间|假期|黄金周)")
_BY_HOW_MUCH = frozenset({"远", "略", "稍"})  # 远多于去年的243个
_NO_OBJECT = regex("价格|[均售]价|利率")
_LONGEST_TAIL = 6


def find(spot: Spot, segment: Segment, per: Token | None) -> None:
    """Set the subject of a spot from the words of its clause, or say that it speaks of a growth rate."""
    f, norm = spot.figure, segment.norm
    if spot.whole is not None and not norm[segment.start : spot.whole[0]].strip(_MARKS + "为是完成达到"):
        return  # 为年初预算的102.3%: of what the clause before names
    left, right = _bounds(spot, segment, per)
    words = segment.words
    per_head = segment.change is not None and segment.change.start == right
    per_head = per_head and _PER_HEAD.search(norm, left, right) is not None
    if not per_head:
        for t in reversed(segment.tokens):
            if t.end == right and t.start >= left and (t.word in words.verbs or t.word in words.before):
                right = t.start
    if _WITHIN.match(norm, left, right) or norm[left:right] in _SPANS:
        return  # 在全部贷款中占比13.9%, 在上年高基数基础上增长1.1%
    if (
        right <= left
        or _DIVIDES.match(norm, left, right)
        or (norm[left] == "对" and f.kind == "contribution")
    ):
        return  # 对经济增长的贡献率: what it contributes to, not what contributes
    if segment.role("than") is not None and norm.startswith(("扣除", "剔除"), left):
        return  # 扣除报废注销量比2021年增加526万辆: what is left out did not grow
    if _GROWTH_NOUN.match(norm[left:right]):
        spot.of_rate = True
        return
    if f.unit == "ratio" and norm.endswith(words.indices, left, right + 1):
        right += 1  # 城乡收入比缩小到1.86: 比 compares nothing here
    left = _behind_verbs(segment, left, right)
    if f.kind in {"points", "change_amount"} and segment.change is None:
        left = _behind_change(segment, left, right)
    for (
        tok
    ) in segment.tokens:  # 公司预计2023年净利润: what is measured stands behind the forecast and its time
        if left <= tok.start and tok.end < right and (tok.kind == lx.PERIOD or tok.word in words.status):
            if left < tok.start and norm.startswith(("对", "兑"), tok.end):
                right = tok.start  # 当地货币今年以来对美元贬值8%
                break
            left = tok.end
    while left < right and norm[left] in _MARKS:
        left += 1
    if per_head and segment.change is not None and right - left == 2:
        right = segment.change.end  # 户均减收1.2万元: the change is what is measured
    if spot.listed:
        spot.names = names(norm, left, right)
        spot.tail = _tail(spot, segment)
    spot.subject = (left, right)
    _of_growth(spot, segment, left, right)


def _bounds(spot: Spot, segment: Segment, per: Token | None) -> Span:
    """Where the subject may stand, without the marks and short words around it."""
    norm, right = segment.norm, _right(spot, segment, per)
    left = begin(segment, right)
    while left < right and norm[left] in _LEADING:
        close = norm.find(")", left, right) if norm[left] == "(" else -1
        left = close + 1 if close > 0 else left + 1
    gap = segment.role("gap")
    if gap is not None and gap.start == right and norm[right - 1 : right] in _BY_HOW_MUCH:
        right -= 1
    while right > left and norm[right - 1] in _MARKS + "了有共在按":
        if norm[right - 1] == ")" and norm.find("(", left, right) >= 0:
            break
        right -= 1
    return left, right


def _of_growth(spot: Spot, segment: Segment, left: int, right: int) -> None:
    """Cut 增速 off the subject, or say that the figure is about that rate."""
    f = spot.figure
    growth = next((t for t in segment.tokens if segment.words.changes.get(t.word, ("",))[0] == "noun"), None)
    if growth is not None and f.kind == "change_rate" and growth.end >= right:
        held = (t.start for t in segment.tokens if t.end == growth.start)
        compared = (at for at in held if segment.norm[at : growth.start] in segment.words.comparisons)
        end = next(compared, growth.start)  # 业务量同比增幅为7.8%
        if end > left:
            spot.subject = (left, end)  # 私营企业利润增速由4.1%加快至7.2%
    elif growth is not None and f.kind in {"points", "difference"}:
        spot.of_rate = True
        if growth.start <= left + 1:
            spot.subject = None
        elif growth.end >= right:
            spot.subject = (left, growth.start)


def divides(norm: str, left: int, right: int) -> bool:
    """分产业看, 按经营单位所在地分, 从年龄构成看: ahead of the parts of what was told before."""
    while left < right and norm[left] in _MARKS:
        left += 1
    return _DIVIDES.match(norm, left, right) is not None


def begin(segment: Segment, right: int) -> int:
    """Where the subject begins: behind words of time, status, basis and connection, and behind 该公司."""
    words, norm = segment.words, segment.norm
    left = _behind_this(norm, _behind_occasion(norm, segment.start, right), right)
    left = _behind_name(segment, left, right)
    if (aside := DEDUCTED.match(norm, left, right)) is not None:
        left = aside.end()
    for i, tok in enumerate(segment.tokens):
        if tok.start < left:
            continue
        if norm[left : tok.start].strip(_MARKS) or tok.start >= right:
            break
        w = tok.word
        leads = (
            tok.kind == lx.PERIOD or (tok.kind == lx.MASK and w[0] != "每" and "岁" not in w)
            or w in words.verbs or w in words.status or w in words.basis or w in words.scopes
            or w in words.periods or w in words.comparisons or tok is segment.area
            or words.roles.get(w) in _LEADING_ROLES or w in words.plans
        )  # fmt: skip
        if not leads or (words.roles.get(w) == "than" and not _dates(segment, i + 1)):
            break
        end = tok.end
        if w in words.plans and (span := _PLANNED.match(norm, end, right)) is not None:
            end = span.end()  # “十四五”期间
        left = _behind_name(segment, _behind_this(norm, end, right), right)
    if segment.area is not None and left == segment.area.end and norm.startswith("地区", left):
        left += 0 if norm.startswith("地区生产总值", left) else 2
    return left


def _behind_occasion(norm: str, left: int, right: int) -> int:
    """国庆期间全国接待游客: the occasion says when, and is no part of what is measured."""
    m = _OCCASION.match(norm, left, right)
    return m.end() if m is not None and m.end() < right else left


def _behind_name(segment: Segment, left: int, right: int) -> int:
    """Behind the name of a company: 万象控股收入 is about 收入."""
    for start, end in segment.named:
        if left <= start and end < right and not segment.norm[left:start].strip(_MARKS):
            return end
    return left


def _behind_this(norm: str, left: int, right: int) -> int:
    at = left + 1 if left < len(norm) and norm[left] in _MARKS else left
    if at >= right or norm[at] not in "该本":
        return left
    m = _THIS.match(norm, at, right)
    return m.end() if m and m.end() < right else left


def _dates(segment: Segment, i: int) -> bool:
    """True where words of time come next: 与上年, but not 与国内生产总值之比."""
    tok = segment.tokens[i] if i < len(segment.tokens) else None
    return tok is not None and (tok.kind == lx.PERIOD or tok.word in segment.words.periods)


def _right(spot: Spot, segment: Segment, per: Token | None) -> int:
    """Where it ends: before the words that touch the numeral, a comparison, 占, 每, a rank."""
    f = spot.figure
    right = segment.chain[-1].start if segment.chain else f.outer_start
    stops = [t.start for t in (per, segment.role("respectively")) if t]
    if spot.origin and (begins := segment.role("from")):
        stops.append(begins.start)
    if f.shape == MULTIPLE and (like := segment.role("times")):
        stops.append(like.start)  # 是来台旅客的1.8倍
    if f.kind == "share":
        stops += [t.start for t in (segment.role("share"), segment.role("times")) if t]
        stops += [t.start for t in segment.tokens if t.word in RESTORED]
    if f.kind in {"difference", "points", "change_amount", "change_rate", "multiple"}:
        stops += [t.start for t in (segment.role("than"), segment.role("gap")) if t]
        if segment.more(f) is not None:  # 同比少5011亿元
            stops += [t.start for t in segment.tokens if t.word in segment.words.comparisons][:1]
    if f.kind == "duration" and (run := segment.role("run")):
        stops.append(run.start)
    if f.kind == "rank" and (rank := segment.role("rank")):
        stops.append(rank.start)
    if f.kind == "contribution":
        moved = segment.role("contribution")
        stops += [moved.start] if moved else []
        to = segment.norm.find("对", segment.start + 1, min([right, *stops]))
        stops += [to] if to > 0 else []
    return min([right, *stops])


def _behind_verbs(segment: Segment, left: int, right: int) -> int:
    """公司实现营业收入, 该区聚集企业: what is measured stands behind the verb."""
    for tok in segment.tokens:
        if left <= tok.start and tok.end < right and tok.word in segment.words.takers:
            if (
                _NO_OBJECT.search(segment.norm, tok.end, right)
                and segment.norm.find("新", left, tok.end) >= 0
            ):
                break  # 一线城市新建商品住宅销售价格, 新发放贷款利率: nobody builds a price
            left = tok.end
    return left


def _behind_change(segment: Segment, left: int, right: int) -> int:
    """央行下调存款准备金率0.25个百分点: the verb stands before its object."""
    for tok in segment.tokens:
        verb = segment.words.changes.get(tok.word, "")[:1] == ("verb",)
        if verb and left <= tok.start and tok.end < right:
            left = tok.end
    return left


def _tail(spot: Spot, segment: Segment) -> Span | None:
    """分别进出口1.3万亿元和1.1万亿元: what stands between the word and the figures is part of each name."""
    word = segment.role("respectively")
    if word is None or spot.figure.kind != "level":
        return None
    stop = min([t.start for t in segment.chain if t.start >= word.end] or [spot.figure.outer_start])
    text = segment.norm[word.end : stop].strip(_MARKS)
    start = segment.norm.find(text, word.end)
    return (start, start + len(text)) if 1 < len(text) <= _LONGEST_TAIL and "比" not in text else None


def names(norm: str, left: int, right: int) -> list[Span]:
    """The subjects of a 分别 list: 出口、进口 or A和B."""
    spans: list[Span] = []
    start = left
    for m in _BREAKS.finditer(norm, left, right):
        if m.start() > start:
            spans.append((start, m.start()))
        start = m.end()
    spans.append((start, right))
    return spans
