"""HTML: the text that a browser would show, as lines.

Rules: a block stands apart by an empty line; a row of a table is a line and its cells are set apart by a
tab, one for each column, so that an empty cell and one that another spans keep their place; a line break is
a line end; other white space is one space, except in <pre>. Left out: scripts, styles, navigation, form
fields, what is hidden, what is struck out (a struck figure is a withdrawn one), the page's own footer, and
what its class, id or role tells to be no part of the report: cookie banners, reading times, counts of
views. Digits set above or below the line become the characters ¹²³ and ₁₂₃, so that a footnote mark is
never read as a digit of the figure before it, and m² keeps its exponent.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.documents.base import Unreadable
from ingest.documents.encoding import decode

# fmt: off
_SKIPPED = frozenset([
    "head", "script", "style", "nav", "noscript", "template", "svg", "math", "iframe", "object", "audio",
    "video", "canvas", "select", "textarea", "input", "button", "datalist", "del", "s", "strike", "rt", "rp",
])
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "tfoot", "thead", "ul",
])
# fmt: on
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SPACE = re.compile(r"[ \t\n\r\f]+")  # HTML's own white space; a no-break space is a character
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Words of an element's class, id or role: furniture of the page. An aside may hold key figures, so it stays.
_FURNITURE = re.compile(
    r"(?<![a-z])(?:cookies?|consent|gdpr|breadcrumbs?|pagination|navigation|alertdialog|advert(?:isement)?s?"
    r"|newsletter|read(?:ing)?[-_]?time|(?:view|read|share|comment)s?[-_]?count(?:er)?|views(?![-_])"
    r"|(?:post[-_]|entry[-_]|article[-_])?meta(?![-_])|(?:social|share)[-_]?(?:bar|buttons?|links?|icons?)"
    r")(?![a-z])",
    re.IGNORECASE,
)
_MOST_OF_FURNITURE = 600  # characters: what says more, or has a heading or a table, is part of the report
_MOST_WRAPPERS = 20
_NAMING = ("class", "id", "role")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # a declaration further down is not a declaration (HTML Standard: 1024)

_WIDEST = 100  # columns or rows that one cell spans
_PARAGRAPH, _ROW, _CELL = "\n\n", "\n", "\t"


def read_html(data: bytes) -> str:
    """The visible text of a page. Unreadable where its encoding cannot be read."""
    tree = LexborHTMLParser(decode(data, _declared(data)))
    if tree.root is None:
        raise Unreadable("is not HTML", "put the report's text on the shelf")
    return _Lines().walk(tree.root)


def title_of_page(data: bytes) -> str | None:
    """What a page says in <title>, on one line; None where it says nothing."""
    found = LexborHTMLParser(decode(data, _declared(data))).css_first("head > title")
    return _SPACE.sub(" ", found.text()).strip() or None if found else None


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data, 0, _HEAD) or _XML.match(data)
    if not match:
        return None
    label = match.group(1).decode("ascii")
    # A declaration that could be read at all cannot stand in UTF-16 (HTML Standard, 13.2.3.2).
    return "utf-8" if label.lower().startswith("utf-16") else label


def _span(node: LexborNode, name: str) -> int:
    """How many columns or rows a cell takes; what is no number of them counts as one."""
    printed = (node.attributes.get(name) or "").strip() if node.attributes else ""
    return min(int(printed), _WIDEST) if printed.isascii() and printed.isdigit() and int(printed) else 1


class _Row:
    """Which column of its table the open cell stands in."""

    def __init__(self) -> None:
        self.spanned: dict[int, int] = {}  # column -> rows that a cell above still reaches into
        self.taken: set[int] = set()  # columns of this row that a cell above takes
        self.inside = False
        self.begin()

    def begin(self) -> None:
        self.taken = set(self.spanned)
        self.spanned = {c: rows - 1 for c, rows in self.spanned.items() if rows > 1}
        self.column = self.following = self.last = 0
        self.filled = False

    def enter(self, columns: int, rows: int) -> None:
        self._pass_taken()
        self.inside, self.column = True, self.following
        self.following += columns
        if rows > 1:
            self.spanned |= dict.fromkeys(range(self.column, self.following), rows - 1)

    def advance(self) -> int:
        """Columns between the last text of the row and the text that comes now."""
        columns = self.column - self.last
        self.last, self.filled = self.column, True
        return columns

    def rest(self) -> int:
        """Columns behind the last text of the row."""
        self._pass_taken()
        return max(0, self.following - 1 - self.last) if self.filled else 0

    def _pass_taken(self) -> None:
        while self.following in self.taken:
            self.following += 1


class _Lines:
    """Collects text and the separators between it; a separator is written when text follows it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pending = ""  # the separator that stands between the last text and the next
        self.rows: list[_Row] = []  # of the tables that are open
        self.wrappers = (
            0  # elements named like furniture that hold the report: each costs a look at all of it
        )
        self.pre = 0
        self.raised = 0
        self.lowered = 0

    def walk(self, root: LexborNode) -> str:
        """The text below `root`. Iterative: pages nest deeper than Python's stack."""
        node: LexborNode | None = root
        while node is not None:
            left_out = self.enter(node)
            child = None if left_out else node.child
            if child is not None:
                node = child
                continue
            while node is not None:
                self.leave(node, left_out)
                left_out = False
                if node.mem_id == root.mem_id:
                    return "".join(self.parts)
                if node.next is not None:
                    node = node.next
                    break
                node = node.parent
        return "".join(self.parts)

    def enter(self, node: LexborNode) -> bool:
        """Writes what stands before a node's children; True where they are to be left out."""
        tag = node.tag
        if tag == "-text":
            self.text(node.text_content or "")
            return True
        if tag in _SKIPPED or tag == "-comment" or self.is_hidden(node) or self.is_furniture(node):
            return True
        if tag in {"br", "tr"}:
            self.separate(_ROW)
        elif tag in _BLOCKS:
            self.separate(_PARAGRAPH)
        if tag == "table":
            self.rows.append(_Row())
        elif self.rows and tag == "tr":
            self.rows[-1].begin()
        elif self.rows and tag in {"td", "th"}:
            self.rows[-1].enter(_span(node, "colspan"), _span(node, "rowspan"))
        self.pre += tag == "pre"
        self.raised += tag == "sup"
        self.lowered += tag == "sub"
        return False

    def leave(self, node: LexborNode, left_out: bool) -> None:
        tag = node.tag
        if tag in {"td", "th"}:
            self.separate(_CELL)
            if self.rows:
                self.rows[-1].inside = False
        elif tag == "tr":
            self.parts.append(_CELL * self.rows[-1].rest() if self.rows else "")
            self.separate(_ROW)
        elif tag in _BLOCKS:
            self.separate(_PARAGRAPH)
        if tag == "table" and self.rows:
            self.rows.pop()
        if not left_out:
            self.pre -= tag == "pre"
            self.raised -= tag == "sup"
            self.lowered -= tag == "sub"

    @staticmethod
    def is_hidden(node: LexborNode) -> bool:
        if (node.tag or "-").startswith("-"):
            return False
        attributes = node.attributes
        return bool(attributes) and (
            "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
        )

    def is_furniture(self, node: LexborNode) -> bool:
        """True for what belongs to the page and not to the report; never for the body or the article."""
        tag = node.tag or "-"
        if tag.startswith("-") or tag in {"html", "body", "main", "article", "table", "tr", "td", "th"}:
            return False
        if tag == "footer":
            return node.parent is not None and node.parent.tag == "body"
        attributes = node.attributes
        if not attributes or not any(_FURNITURE.search(attributes.get(name) or "") for name in _NAMING):
            return False
        if self.wrappers > _MOST_WRAPPERS:
            return False
        small = len(node.text()) <= _MOST_OF_FURNITURE
        found = small and node.css_first("h1, h2, h3, table, article, main") is None
        self.wrappers += not found
        return found

    def separate(self, separator: str) -> None:
        """The strongest of the separators between two texts stands: paragraph, row, cell, space."""
        strength = (_PARAGRAPH, _ROW, _CELL, " ", "")
        self.pending = min(self.pending, separator, key=strength.index)

    def text(self, text: str) -> None:
        if self.raised:
            text = text.translate(_RAISED)
        if self.lowered:
            text = text.translate(_LOWERED)
        if self.pre:
            self.write(text)
            return
        text = _SPACE.sub(" ", text)
        if text[:1] == " ":
            self.separate(" ")
        body = text.strip(" ")
        if body:
            self.write(body)
            if text[-1:] == " ":
                self.separate(" ")

    def write(self, text: str) -> None:
        row = self.rows[-1] if self.rows and self.rows[-1].inside else None
        first = row is not None and not row.filled
        columns = row.advance() if row is not None else 0
        if self.pending == _CELL and columns:
            self.parts.append(_CELL * columns)
        else:
            if self.parts and self.pending:
                self.parts.append(self.pending)
            self.parts.append(_CELL * columns if first else "")
        self.pending = ""
        self.parts.append(text)
