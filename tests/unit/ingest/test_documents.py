"""Bytes to text: encodings strictly, HTML as a browser shows it, no digit glued to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import Unreadable, to_text


def html(body: str, head: str = "") -> str:
    return to_text(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html"
    ).text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t.strip()))
def test_plain_text_keeps_every_character(text: str) -> None:
    if not text.startswith("\ufeff"):  # a byte order mark is none of the text
        assert to_text(text.encode(), "a.txt").text == text


def test_line_ends_stand_as_they_are_so_that_offsets_are_those_of_the_file() -> None:
    assert to_text(b"a\r\nb\rc\nd", "a.txt").text == "a\r\nb\rc\nd"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_is_left_out(encoding: str) -> None:
    assert to_text("增长 5%".encode(encoding), "a.txt").text == "增长 5%"


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb18030"])
def test_a_page_is_read_in_the_encoding_that_it_declares(charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body>增长 5%</body></html>".encode("gb18030")
    assert to_text(page, "a.html").text == "增长 5%"


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>\x80 5 \x96 6</p>'
    assert to_text(page, "a.htm").text == "€ 5 – 6"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"<meta charset=klingon><p>5</p>", "declares the unknown encoding “klingon”"),
        (b"<meta charset=utf-8><p>caf\xe9</p>", "declares utf-8, but byte 26 (0xe9) is not UTF-8"),
        (b"<script>document.write('5')</script>", "holds no text"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(page: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        to_text(page, "a.html")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>There were <b>5,739</b>\n spaces.</p><p>More.</p>", "There were 5,739 spaces.\n\nMore."),
        ("5,739<sup>1</sup> spaces on 10 m<sup>2</sup> of CO<sub>2</sub>", "5,739¹ spaces on 10 m² of CO₂"),
        ("the 19<sup>th</sup> year", "the 19th year"),
        ("<del>5,000</del> 5,739 <s>12</s>", "5,739"),
        ("a<br>b", "a\nb"),
        ("<ul><li>1 cat</li><li>2 dogs</li></ul>", "1 cat\n\n2 dogs"),
        (
            "<table><tr><th>Area</th><th>2017</th></tr><tr><td>A</td><td>1,000</td></tr></table>x",
            "Area\t2017\nA\t1,000\n\nx",
        ),
        (
            "<table><tr><th></th><th colspan=2>2017</th><th>2018</th></tr>"
            "<tr><td>A</td><td>1</td><td></td><td>3</td></tr><tr><td>B</td><td>4</td><td>5</td><td></td></tr></table>",
            "\t2017\t\t2018\nA\t1\t\t3\nB\t4\t5\t",
        ),
        (
            "<table><tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr>"
            "<tr><td>B</td><td>3</td></tr></table>x",
            "A\t1\n\t2\nB\t3\n\nx",
        ),
        ("<table><tr><td colspan=x>a</td><td colspan=0>b</td></tr></table>", "a\tb"),
        ("<nav>1 2</nav><style>p{}</style><p hidden>3</p><p style='display: none'>4</p>5", "5"),
        (
            "<div class='cookie-banner'>12 cookies</div><p>J. Lee <span class='reading-time'>4 min</span>"
            " <span class='views'>1,203 views</span></p><p>5 cats</p><footer>Tel. 99</footer>",
            "J. Lee\n\n5 cats",
        ),
        ("<ol id=breadcrumb><li>2018</ol><div role='alertdialog'>1 reply</div>5 cats", "5 cats"),
        (
            "<article><aside>3 dogs</aside>5 cats<footer>6 hens</footer></article>",
            "3 dogs\n\n5 cats\n\n6 hens",
        ),
        ("<p class='overviews reviews'>5 cats</p>", "5 cats"),
        ("<p class='entry-meta'>4 min read</p><p class='metadata'>5 cats</p>", "5 cats"),
        ("<div class='view views-row'><p class='social-security'>5 cats</p></div>", "5 cats"),
        ("<div class='cookies-accepted'><h1>Cats</h1>5 cats</div>", "Cats\n\n5 cats"),
        (f"<div class='cookies'>{'5 cats ' * 90}</div>", ("5 cats " * 90).strip()),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
        ("5&nbsp;billion &amp; more &#163;3", "5\u00a0billion & more £3"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<p>before <!-- 42 --> after</p>", "before after"),
        ("<noscript>8</noscript><template>9</template><textarea>1</textarea>x", "x"),
    ],
)
def test_html_becomes_the_lines_that_a_reader_sees(body: str, text: str) -> None:
    assert html(body) == text


def test_a_page_may_nest_deeper_than_the_stack() -> None:
    assert html("<div>" * 20_000 + "5 cats" + "</div>" * 20_000) == "5 cats"


@pytest.mark.parametrize(
    ("name", "said"), [("a.pdf", "has the suffix “.pdf”"), ("report", "has no suffix"), ("a.csv", "“.csv”")]
)
def test_a_suffix_that_no_reader_knows_is_named(name: str, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        to_text(b"There were 5 cats.", name)
    assert said in str(caught.value) and ".html" in caught.value.advice


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.md"]))
def test_any_bytes_are_text_or_unreadable(data: bytes, name: str) -> None:
    try:
        assert to_text(data, name).text.strip()
    except Unreadable as error:
        assert error.reason and error.advice
