"""Files as people have them: other separators and encodings, damaged, hostile, or not what they say they are."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from wagtail.models import Page

from ogp_wagtail.exchange.commitments.readers.source import read_source
from ogp_wagtail.exchange.errors import WrongInput
from tests.exchange.worlds import actions, draft, drafts, load, load_text, single_plan


def cells(path: Path) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_source(path).rows]


def file(folder: Path, content: bytes | str, name: str = "c.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def workbook(folder: Path, *rows: list[object], hidden: bool = False) -> Path:
    book = openpyxl.Workbook()
    if hidden:
        book.active.append(["code", "title"])
        book.active.append(["X", "of the hidden sheet"])
        book.active.sheet_state = "hidden"
        book.create_sheet("seen")
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    book.save(folder / "c.xlsx")
    return folder / "c.xlsx"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separator_byte_order_mark_and_line_ends_do_not_matter(
    tmp_path: Path, mark: str, separator: str, end: str
) -> None:
    text = mark + end.join([f"Code{separator}Title", f'C1{separator}"Agua; y, más"', ""])
    assert cells(file(tmp_path, text)) == [{"code": "C1", "title": "Agua; y, más"}]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("latin-1", "cp1252"), ("cp1252", "cp1252"), ("utf-8", "utf-8"), ("utf-16", "utf-16")],
)
def test_the_encoding_is_told_by_the_bytes(tmp_path: Path, encoding: str, told: str) -> None:
    path = file(tmp_path, "code;title\nC1;Presupuesto participativo en línea\n".encode(encoding))
    source = read_source(path)
    assert source.encoding == told
    assert source.rows[0]["title"] == "Presupuesto participativo en línea"


@pytest.mark.parametrize(
    "content",
    [
        "code;title\nC1;Відкриті дані\n".encode("cp1251"),
        b"code,title\nC1,\x81\x8d\x00\n",
        b"%PDF-1.7\n\x00\x01\x02",
    ],
)
def test_bytes_that_might_be_anything_are_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(WrongInput, match="save it as UTF-8"):
        read_source(file(tmp_path, content))


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongInput, match="is empty"):
        read_source(file(tmp_path, b"", name))


def test_headers_alone_are_no_rows(tmp_path: Path) -> None:
    assert cells(file(tmp_path, "code,title\n")) == []


def test_headers_may_stand_below_a_heading(tmp_path: Path) -> None:
    source = read_source(
        file(tmp_path, "Our plan,,\n,,\nCommitment number,1 Title,8 Action\nC1,Open,Do it\n")
    )
    assert dict(source.rows[0].cells) == {"code": "C1", "title": "Open", "action": "Do it"}
    assert source.rows[0].place.row == 4


@pytest.mark.parametrize("headers", ["title,title", "code,title,Commitment Title"])
def test_two_columns_of_one_meaning_are_refused_by_name(tmp_path: Path, headers: str) -> None:
    with pytest.raises(WrongInput, match="both mean “title”"):
        read_source(file(tmp_path, f"{headers}\nA,B,C\n"))


def test_a_table_without_titles_is_refused_with_its_columns(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="Country, Theme"):
        read_source(file(tmp_path, "Country,Theme\nCL,Water\n"))


def test_columns_that_mean_nothing_are_named(tmp_path: Path) -> None:
    assert read_source(file(tmp_path, "code,title,Mood\nC1,Open,good\n")).ignored == ("Mood",)


def test_a_cell_larger_than_any_text_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="line 2"):
        read_source(file(tmp_path, f"code,title\nC1,{'x' * 200_000}\n"))


@pytest.mark.parametrize("name", ["c.pdf", "c.docx", "c"])
def test_a_file_of_another_kind_is_refused_with_the_kinds_allowed(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongInput, match=r"\.csv"):
        read_source(file(tmp_path, b"code,title\n", name))


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="no file or folder"):
        read_source(tmp_path / "nowhere.csv")
    with pytest.raises(WrongInput, match="no Markdown"):
        read_source(tmp_path)


def test_formulas_and_markup_are_text_and_nothing_else(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(
        plan,
        tmp_path,
        'code,title,problem\nC1,"=HYPERLINK(""http://x"",""y"")","<script>alert(1)</script> 3 < 4 & 5"\n',
    )
    page = draft(plan)
    assert page.title == '=HYPERLINK("http://x","y")'
    assert page.problem == "<p>&lt;script&gt;alert(1)&lt;/script&gt; 3 &lt; 4 &amp; 5</p>"


def test_markup_of_a_web_page_becomes_paragraphs(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    html = "<p onclick='x()'>One &amp; <b>two</b></p><script>bad()</script><ul><li><a href='https://a.b'>three</a></ul>"
    load_text(plan, tmp_path, f'code,title,problem\nC1,Open,"{html}"\n')
    assert draft(plan).problem == "<p>One &amp; two</p><p>three (https://a.b)</p>"


def test_control_characters_do_not_reach_the_database(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    load_text(plan, tmp_path, "code,title\nC1,Open\x7f budget\n")
    assert draft(plan).title == "Open budget"


def test_a_spreadsheet_gives_its_cells_as_one_would_type_them(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    path = workbook(
        tmp_path,
        ["Code", "Title", "Start date", "End date", "Problem"],
        [1, "Open budget", date(2026, 3, 1), "2027-06-30", "first\nsecond"],
        [None, None, None, None, None],
        [2.0, "=1+1", None, None, None],
    )
    report = load(plan, path)
    assert actions(report) == ["new", "refused"]
    page = draft(plan, "1")
    assert (page.start, page.end) == (date(2026, 3, 1), date(2027, 6, 30))
    assert page.problem == "<p>first</p><p>second</p>"
    assert report.rows[1].place.row == 4
    assert "title" in report.rows[1].message  # a formula that was never calculated has no value


def test_the_first_visible_sheet_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["code", "title"], ["C1", "Seen"], hidden=True)
    assert cells(path) == [{"code": "C1", "title": "Seen"}]


def test_a_spreadsheet_that_asks_for_gigabytes_is_refused_quickly(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["code", "title"], ["C1", "Seen"])
    book = openpyxl.load_workbook(path)
    book.active.cell(row=1_048_576, column=16_384, value="x")
    book.save(path)
    with pytest.raises(WrongInput, match=r"too large|memory|damaged"):
        read_source(path)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "c.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 300_000_000)
    with pytest.raises(WrongInput, match="unpacks to far more"):
        read_source(tmp_path / "c.xlsx")


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04broken", b"code,title\nC1,One\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_a_spreadsheet_in_name_only_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(WrongInput, match="FILE"):
        read_source(file(tmp_path, content, "c.xlsx"))


def test_a_folder_of_markdown_makes_commitments_and_milestones(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    file(
        tmp_path,
        "---\ncode: C1\ntitle: Open budget\nsectors: [education, justice]\n---\nWhat we do.\n",
        "b.md",
    )
    file(tmp_path, "---\nparent: C1\ncode: C1.1\ntitle: Data set\nstatus: Complete\n---\nMore.\n", "a.md")
    report = load(plan, tmp_path)
    assert [(row.place.file, row.kind, str(row.action)) for row in report.rows] == [
        ("a.md", "milestone", "new"),
        ("b.md", "commitment", "new"),
    ]
    assert report.ignored == ("the text below the front matter",)
    page = draft(plan)
    assert page.action == "<p>What we do.</p>"
    assert page.sectors == ["education", "justice"]
    assert [(one.deliverable, one.status) for one in page.milestones.all()] == [("Data set", "finished")]
    assert actions(load(plan, tmp_path)) == ["same", "same"]


def test_one_markdown_file_is_enough(home: Page, tmp_path: Path) -> None:
    plan = single_plan(home)
    assert actions(load_text(plan, tmp_path, "---\ncode: 01\ntitle: One\n---\n", name="one.md")) == ["new"]
    assert [page.code for page in drafts(plan)] == ["01"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"# A heading\n", "no front matter"),
        (b"", "no front matter"),
        (b"---\ntitle: About us\nlayout: page\n---\n", "nothing of a commitment"),
        (b"---\ncode: C1\n\x00\xff---\n", "UTF-8"),
        (b"---\ncode: C1\n---\n", "needs a title"),
        (b"---\ncode: C1\ntitle: " + b"x" * 2_000_001 + b"\n---\n", "larger"),
    ],
)
def test_no_file_of_a_folder_is_passed_over(home: Page, tmp_path: Path, content: bytes, reason: str) -> None:
    file(tmp_path, content, "a.md")
    (row,) = load(single_plan(home), tmp_path).rows
    assert (row.action, row.place.file) == ("refused", "a.md")
    assert reason in row.message


@pytest.mark.parametrize(
    "front",
    [
        "code: C1\ntitle: Odd: a title\n\tand a tab",
        'code:\tC1\ntitle: "Odd: a title\nand a tab',
        "a: *x\ncode: C1\ntitle: Odd: a title",
    ],
)
def test_odd_yaml_is_read_line_by_line_and_told(home: Page, tmp_path: Path, front: str) -> None:
    plan = single_plan(home)
    (row,) = load_text(plan, tmp_path, f"---\n{front}\n---\n", name="a.md").rows
    assert (row.action, row.code) == ("new", "C1")
    assert row.title.startswith("Odd: a title")
    assert "line by line" in row.message


def test_a_bomb_of_aliases_stays_small(tmp_path: Path) -> None:
    levels = "\n".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
    file(tmp_path, f"---\na0: &a0 [x]\n{levels}\ncode: C1\ntitle: *a11\nproblem: p\n---\n", "a.md")
    assert cells(tmp_path / "a.md") == [{"code": "C1", "problem": "p"}]


def test_files_are_taken_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 9, 1):
        file(tmp_path, f"---\ncode: C{number}\ntitle: T\n---\n", f"c-{number}.md")
    assert [row.place.file for row in read_source(tmp_path).rows] == ["c-1.md", "c-9.md", "c-10.md"]
