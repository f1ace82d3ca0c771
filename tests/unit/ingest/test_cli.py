"""The commands that need no warehouse, and how the command line fails: one sentence and a code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ingest import cli
from ingest.project import ROOT

TEXT = "In 2017 there were 5,739 shops, an increase of over 33% compared with 2016. Dozens closed."


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FIGURES_REPORTS", "FIGURES_WAREHOUSE"):
        monkeypatch.delenv(name, raising=False)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    with pytest.raises(SystemExit) as ended:
        cli.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return int(ended.value.code or 0), out, err


def test_read_prints_one_object_a_claim_with_the_targets_of_its_links(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code, out, _ = run(capsys, "read", tmp_path / "a.txt", "--published-on", "2018-12-05", "--ref-area", "CN")
    claims = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    level, rate = claims[:2]
    assert (level["value"], level["time_period"], level["ref_area"]) == (5739, "2017", "CN")
    assert TEXT[level["char_start"] : level["char_end"]] == "5,739"
    assert (rate["value"], rate["qualifier"], rate["direction"]) == (33, "GT", "up")
    assert rate["growth_of"] == level["claim_id"]


def test_read_as_json_gives_the_whole_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(f"<p>{TEXT}</p>")
    code, out, _ = run(capsys, "read", tmp_path / "a.html", "--json")
    answer = json.loads(out)
    assert (code, answer["media_type"], answer["language"]) == (0, "text/html", "en")
    assert answer["claims"] and "refusals" in answer


def test_read_takes_standard_input() -> None:
    figures = Path(sys.executable).with_name("figures")
    done = subprocess.run([figures, "read", "-"], input=TEXT, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0
    assert json.loads(done.stdout.splitlines()[0])["value"] == 5739


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--language", "xx", "expected is an ISO 639-1 code of a language that is read: en or zh"),
        (
            "--published-on",
            "2999-01-01",
            "2999-01-01 lies in the future; expected is a day not after",
        ),
        ("--published-on", "1 May 2018", "“1 May 2018”; expected is the day of publication as YYYY-MM-DD"),
        ("--reference-period", "2017-13", "“2017-13”; expected is a period such as 2017"),
        ("--reference-period", "2017-02-30", "“2017-02-30”; expected is a period such as 2017"),
        ("--ref-area", "XX", "“XX”; expected is an ISO 3166 code such as CN"),
        ("--ref-area", "XX-11", "“XX-11”; expected is an ISO 3166 code such as CN"),
    ],
)
def test_read_holds_to_the_rules_of_report_yml(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code, out, err = run(capsys, "read", tmp_path / "a.txt", option, value)
    assert (code, out) == (2, "") and said in err


def test_read_says_why_a_file_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    code, out, err = run(capsys, "read", tmp_path / "a.txt")
    assert (code, out) == (1, "") and "byte 3 (0xe9) does not belong" in err


def add(capsys: pytest.CaptureFixture[str], shelf: Path, file: Path, *more: str) -> tuple[int, str, str]:
    given = ("--title", "Shops: 2017", "--publisher", "Bureau of “Shops”", "--published-on", "2018-12-05")
    return run(capsys, "add", file, "--reports", shelf, *given, *more)


def test_add_writes_a_place_that_the_shelf_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    shelf = tmp_path / "reports"
    code, out, _ = add(capsys, shelf, tmp_path / "a.txt", "--language", "en", "--licence", "CC BY 4.0")
    assert code == 0 and "bureau-of-shops/shops-2017/a.txt is on the shelf" in out
    folder = shelf / "bureau-of-shops/shops-2017"
    assert (folder / "a.txt").read_text() == TEXT
    assert yaml.load((folder / "report.yml").read_text(), yaml.BaseLoader) == {
        "title": "Shops: 2017",
        "publisher": "Bureau of “Shops”",
        "published_on": "2018-12-05",
        "language": "en",
        "licence": "CC BY 4.0",
    }
    from ingest.survey import survey

    [place] = survey(shelf).places
    assert place.problem is None


@pytest.mark.parametrize(
    ("title", "area", "said"),
    [
        (
            "2023年上海市统计公报",
            "CN",
            "it names “上海市”: if its figures are of there, write ref_area: CN-SH in ",
        ),
        (
            "Housing in England",
            "GB",
            "it names “england”: if its figures are of there, write ref_area: GB-ENG in ",
        ),
        ("Housing in England", "GB-ENG", ""),
        ("Housing in England and Wales", "GB", ""),
        ("Housing in New England", "US", ""),
        ("中国统计公报", "CN", ""),
    ],
)
def test_add_asks_whether_a_country_is_meant_where_a_part_of_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], title: str, area: str, said: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code, _, err = add(
        capsys, tmp_path / "reports", tmp_path / "a.txt", "--title", title, "--slug", "s", "--ref-area", area
    )
    assert code == 0 and (said in err if said else err == "")


def test_add_never_overwrites_and_knows_a_second_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    shelf = tmp_path / "reports"
    add(capsys, shelf, tmp_path / "a.txt")
    code, _, err = add(capsys, shelf, tmp_path / "a.txt", "--slug", "elsewhere")
    assert code == 2 and "bureau-of-shops/shops-2017/a.txt holds the same bytes" in err
    (tmp_path / "a.txt").write_text("Another text of 12 words.")
    code, _, err = add(capsys, shelf, tmp_path / "a.txt")
    assert code == 2 and "is there already; name another with --slug" in err
    assert (shelf / "bureau-of-shops/shops-2017/a.txt").read_text() == TEXT


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            ["--published-on", "2024-13-02"],
            "--published-on is “2024-13-02”; expected is the day of publication",
        ),
        (
            ["--published-on", "2999-01-01"],
            "--published-on is “2999-01-01”; expected is a day not after today",
        ),
        (["--language", "english"], "--language is “english”; expected is an ISO 639-1 code"),
        (["--ref-area", "ZZ"], "--ref-area is “ZZ”; expected is an ISO 3166 code"),
        (["--reference-period", "2017Q1"], "--reference-period is “2017Q1”; expected is a period such as"),
        (["--source-url", "www.x.org"], "--source-url is “www.x.org”; expected is an address that begins"),
        (["--title", "…"], "--title is “…”, which gives no name for a folder; name one with --slug"),
        (
            ["--slug", "//"],
            "--slug is “//”, which gives no name for a folder; expected is a letter or a digit",
        ),
        (
            ["--publisher", "-"],
            "--publisher is “-”, which gives no name for a folder; expected is a letter or",
        ),
        (["--publisher", " "], "a.txt needs --publisher."),
        (
            ["--publisher", "Report Figures samples"],
            "--publisher is “Report Figures samples”; expected is another name: that one",
        ),
    ],
)
def test_add_holds_to_the_rules_of_report_yml(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code, _, err = add(capsys, tmp_path / "reports", tmp_path / "a.txt", *more)
    assert code == 2 and err.startswith(said) and "report.yml" not in err
    assert not list(tmp_path.glob("reports/*/*"))


def test_add_takes_no_file_that_the_shelf_passes_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".a.txt").write_text(TEXT)
    code, _, err = add(capsys, tmp_path / "reports", tmp_path / ".a.txt")
    assert code == 2 and "the shelf passes such files by; rename it" in err


def test_add_without_a_terminal_names_the_missing_flags(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code, _, err = run(capsys, "add", tmp_path / "a.txt", "--reports", tmp_path, "--title", "T", "--yes")
    assert code == 2 and err == "a.txt needs --publisher, --published-on.\n"


PAGE = f"<html><head><title>Shops\n of &lt;2017&gt;</title></head><body><p>{TEXT}</p></body></html>"


def test_add_offers_the_title_of_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    given = ("add", tmp_path / "a.html", "--reports", tmp_path / "reports", "--published-on", "2018-12-05")
    code, _, err = run(capsys, *given, "--publisher", "P", "--yes")
    assert (code, err) == (2, "a.html needs --title (the page says of itself “Shops of <2017>”).\n")

    answers = iter(
        ["", "Bureau", "", "", "", ""]
    )  # title, publisher, …: an empty answer takes what is offered
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    code, *_ = run(capsys, *given)
    assert (code, list(answers)) == (0, [])
    [made] = (tmp_path / "reports").glob("bureau/shops-of-2017/report.yml")
    assert yaml.load(made.read_text(), yaml.BaseLoader)["title"] == "Shops of <2017>"


def test_add_says_all_that_is_wrong_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    given = ("--published-on", "soon", "--language", "english", "--yes", "--reports", tmp_path)
    code, _, err = run(capsys, "add", tmp_path / "a.txt", *given)
    assert code == 2 and "a.txt needs --title, --publisher." in err
    assert "--published-on is “soon”" in err and "--language is “english”" in err and "missing" not in err


@pytest.mark.parametrize("command", ["query", "explain"])
def test_without_a_warehouse_a_command_says_what_makes_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code, _, err = run(capsys, command, "select 1", "--warehouse", tmp_path)
    assert code == 2 and "make refresh" in err


def test_status_without_a_warehouse_is_stale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "status", "--warehouse", tmp_path, "--json")
    answer = json.loads(out)
    assert code == 1 and answer["is_stale"] and answer["problems"][0] == "no refresh has succeeded yet"


def test_a_command_that_is_misspelt_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "refersh")
    assert code == 2 and "did you mean 'refresh'" in err


def test_help_documents_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    said = " ".join(out.split())
    assert code == 0
    for each in ("0 published", "1 failed", "2 configuration", "3 published, but", "75 another refresh"):
        assert each in said
