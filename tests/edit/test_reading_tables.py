"""Tables are read as they were saved: signs between cells, encodings, sheets, and rows counted as a spreadsheet does."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from ladderc.edit.read_table import read_table
from ladderc.edit.table import Row, Table
from ladderc.errors import LaddercError

TEXT = "Track,Title\nKüche,Köchin – €\n"
ROWS = (Row(2, ("Küche", "Köchin – €")),)


def table(tmp_path: Path, content: bytes, file: str = "t.csv") -> Table:
    (tmp_path / file).write_bytes(content)
    return read_table(tmp_path / file)


def refusal(tmp_path: Path, content: bytes, file: str = "t.csv", sheet: str | None = None) -> str:
    (tmp_path / file).write_bytes(content)
    with pytest.raises(LaddercError) as caught:
        read_table(tmp_path / file, sheet)
    return str(caught.value).replace(str(tmp_path), "DIR")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_guess(tmp_path: Path, encoding: str) -> None:
    assert table(tmp_path, TEXT.encode(encoding)) == Table("t.csv", ("Track", "Title"), ROWS, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_read_and_said(tmp_path: Path, encoding: str) -> None:
    found = table(tmp_path, TEXT.encode(encoding))
    assert (found.rows, found.guesses) == (ROWS, ("t.csv is taken to be saved as UTF-16.",))


def test_windows_text_is_read_and_said(tmp_path: Path) -> None:
    found = table(tmp_path, TEXT.encode("cp1252"))
    assert found.rows == ROWS
    assert found.guesses == (
        "t.csv is not UTF-8 and is read as Windows text (cp1252): check letters such as ä, é and €.",
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_sign_between_cells_is_found(tmp_path: Path, sign: str) -> None:
    text = f'Track{sign}"Salary; min, or\tless"{sign}Note\nA{sign}1{sign}"x,y;z\tw"\nB{sign}2{sign}\n'
    found = table(tmp_path, text.encode())
    assert found.columns == ("Track", "Salary; min, or\tless", "Note")
    assert [row.cells[:2] for row in found.rows] == [("A", "1"), ("B", "2")]


def test_a_comma_in_the_names_of_columns_does_not_mislead(tmp_path: Path) -> None:
    assert table(tmp_path, b"Salary, min;Max\n1;2\n3;4\n").columns == ("Salary, min", "Max")


def test_the_line_that_excel_adds_is_no_row(tmp_path: Path) -> None:
    assert table(tmp_path, b"sep=;\r\nTrack;Title\r\nA;B\r\n") == Table(
        "t.csv", ("Track", "Title"), (Row(2, ("A", "B")),), ()
    )


def test_rows_are_counted_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    found = table(tmp_path, b'\nTrack,Title\n"a\nb",x\n\nc,y,extra\n')
    assert found.columns == ("Track", "Title", "column C")
    assert found.rows == (Row(3, ("a\nb", "x", "")), Row(4, ("", "", "")), Row(5, ("c", "y", "extra")))


TITLED = (("Career levels 2026",), (), ("Track", "Title", "Stufe"), ("Expert", "Cook", 4), ("Expert", "Chef", 5))
BELOW = "Row 3 is taken to name the columns; row 1 above it (`Career levels 2026`) is left out."


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("padded", [True, False])
def test_names_of_columns_are_found_below_a_title(sign: str, padded: bool, tmp_path: Path) -> None:
    rows = [[*map(str, row), *[""] * (3 - len(row) if padded else 0)] for row in TITLED]
    found = table(tmp_path, "\n".join(sign.join(row) for row in rows).encode())
    assert found.columns == ("Track", "Title", "Stufe")
    assert found.rows == (Row(4, ("Expert", "Cook", "4")), Row(5, ("Expert", "Chef", "5")))
    assert found.guesses == (BELOW,)


@pytest.mark.parametrize("joined", [True, False])
def test_names_of_columns_are_found_below_a_title_in_a_spreadsheet(joined: bool, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "t.xlsx")
    page = book.add_worksheet("Levels")
    for number, row in enumerate(TITLED):
        page.write_row(number, 0, row)
    if joined:
        page.merge_range("A1:C1", "Career levels 2026")
    book.close()
    found = read_table(tmp_path / "t.xlsx")
    assert found.columns == ("Track", "Title", "Stufe")
    assert [row.number for row in found.rows] == [4, 5]
    assert found.guesses == (BELOW,)


def test_above_the_names_of_columns_may_stand_more_than_a_title(tmp_path: Path) -> None:
    found = table(tmp_path, b"Levels,,\nOwner:,HR,\nAs of,2026,May\n,,\nGrade,Title,Max\nG1,Cook,4\n")
    assert found.columns == ("Grade", "Title", "Max")
    assert found.guesses == (
        "Row 5 is taken to name the columns; rows 1–3 above it "
        "(`Levels`, `Owner:`, `HR`, `As of`, `2026` and `May`) are left out.",
    )


def test_a_column_that_is_mapped_tells_where_the_names_stand(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Inhaber,HR\nRolle,Stufe\nKoch,4\n", encoding="utf-8")
    assert read_table(tmp_path / "t.csv").columns == ("Inhaber", "HR")
    found = read_table(tmp_path / "t.csv", mapped=["rolle"])
    assert (found.columns, found.rows) == (("Rolle", "Stufe"), (Row(3, ("Koch", "4")),))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (b"Title\nCook\nChef\n", ("Title",)),
        (b"Title,\nCook,Soups\nChef,All\n", ("Title", "column B")),
        (b"Rolle,Stufe\nlevel,title\nL1,Koch\n", ("level", "title")),
        (b"Level,Stufe\nlevel,title\n", ("Level", "Stufe")),
        (b"Rolle\nKoch\nChef\n", ("Rolle",)),
        (b"Rolle,Stufe\nKoch,4\n", ("Rolle", "Stufe")),
    ],
)
def test_the_row_that_names_the_columns_is_the_first_that_can(
    text: bytes, columns: tuple[str, ...], tmp_path: Path
) -> None:
    assert table(tmp_path, text).columns == columns


def test_signs_that_nobody_sees_are_taken_out(tmp_path: Path) -> None:
    assert table(tmp_path, "T,U\n\u00a0a\u200b ,b\x0bc \u2028d\x07\n".encode()) == Table(
        "t.csv", ("T", "U"), (Row(2, ("a", "b\nc\nd")),), ("Signs that nobody sees were taken out of row 2.",)
    )


def test_a_spreadsheet_keeps_numbers_dates_and_joined_cells(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "t.xlsx")
    first, second = book.add_worksheet("Notes"), book.add_worksheet("Levels")
    first.write_row(0, 0, ["Track", "Pay", "Rate", "Yes"])
    first.merge_range("A2:A3", "Expert")
    first.write_row(1, 1, [54000, 54.125, True])
    first.write_row(2, 1, [0.1])
    second.write_row(0, 0, ["Track"])
    second.write_row(1, 0, ["Other"])
    book.close()
    found = read_table(tmp_path / "t.xlsx")
    assert found.rows == (
        Row(2, ("Expert", Decimal("54000.0"), Decimal("54.125"), "TRUE")),
        Row(3, ("Expert", Decimal("0.1"), "", "")),
    )
    assert found.guesses == ("The first sheet, `Notes`, is read; `Levels` left alone.",)
    for sheet in ("levels", "2"):
        assert read_table(tmp_path / "t.xlsx", sheet) == Table("t.xlsx", ("Track",), (Row(2, ("Other",)),), ())
    with pytest.raises(LaddercError) as caught:
        read_table(tmp_path / "t.xlsx", "3")
    assert (
        str(caught.value) == "t.xlsx has no sheet `3`.\nWrite `--sheet` with `Notes` or `Levels`, or with its number."
    )


def test_an_open_document_is_read(tmp_path: Path) -> None:
    rows = "".join(
        f"<table:table-row>{_ods_cell(left)}{_ods_cell(right)}</table:table-row>"
        for left, right in (("Track", "Title"), ("Experte", "Köchin"))
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Eins">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    with zipfile.ZipFile(tmp_path / "t.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
    assert read_table(tmp_path / "t.ods") == Table("t.ods", ("Track", "Title"), (Row(2, ("Experte", "Köchin")),), ())


_ODS_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def _ods_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


MISTAKES = [
    ("nothing", b"", "t.csv holds nothing.\nName a table whose first row has the names of the columns."),
    ("only blanks", b"\n , \n", "t.csv holds nothing.\nName a table whose first row has the names of the columns."),
    ("no rows", b"Track,Title\n,\n", "t.csv has no row below the names of its columns: `Track` and `Title`."),
    ("an open quotation", b'Track,Title\nA,"B\nC,D\n', "t.csv: a quotation mark near line 3 opens a cell that it does not close rightly.\n"
     'Close the cell with `"`, and write a quotation mark inside a cell twice: `""`.'),
    ("letters after a quotation", b'Track,Title\nA,"B"x\n', "t.csv: a quotation mark near line 2 opens a cell that it does not close rightly.\n"
     'Close the cell with `"`, and write a quotation mark inside a cell twice: `""`.'),
    ("no text at all", b"Track,Title\nA,\x81\xff\n", "t.csv cannot be read as UTF-8 or as Windows text: line 2 has bytes that are no letters of it.\n"
     "Open it in the program that made it and save it as “CSV UTF-8”."),
    ("a half UTF-16", b"\xff\xfeT\x00\x00", "t.csv cannot be read as UTF-16: line 1 has bytes that are no letters of it.\n"
     "Open it in the program that made it and save it as “CSV UTF-8”."),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    assert refusal(tmp_path, content) == message


def test_a_file_that_is_no_spreadsheet_is_refused(tmp_path: Path) -> None:
    message = refusal(tmp_path, b"PK no", "t.xlsx")
    assert message.startswith("t.xlsx cannot be read as a spreadsheet: ")
    assert message.endswith("\nOpen it, take a password off if it has one, and save it as XLSX or CSV.")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(LaddercError) as caught:
        read_table(Path("no.csv"))
    assert str(caught.value) == (
        "There is no file no.csv.\nName the table, for example: ladderc import grades.csv --out grades"
    )
    with pytest.raises(LaddercError) as caught:
        read_table(tmp_path)
    assert (
        str(caught.value) == f"{tmp_path} is a folder.\nName the table in it, a file that ends in .csv, .xlsx or .ods."
    )


def test_a_csv_file_has_no_sheet(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"Track\nA\n", sheet="1") == (
        "t.csv has no sheets, so `--sheet` says nothing about it.\nLeave `--sheet` out."
    )
