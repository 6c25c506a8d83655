"""The pay tables: one band a row, typed, harmless when opened."""

import csv
import datetime
import io
import zipfile

from guide_view import FAMILY, GRADES, PAY, S2, S3, build_view
from python_calamine import CalamineWorkbook

from ladderc.render.tables import build_tables

HEADERS = [
    *(
        "Family",
        "Zone",
        "Grade",
        "Grade number",
        "Grade name",
        "Levels",
        "Titles",
        "Currency",
        "Period",
        "Hours a week",
    ),
    *("Effective", "In force", "Minimum", "Midpoint", "Midpoint source", "Maximum", "Range spread", "Bonus"),
    *("Equity a year", "Market", "Exception"),
]


def tables(tmp_path, view):
    build_tables(view, tmp_path)
    raw = (tmp_path / "tables/pay-bands.csv").read_bytes()
    book = CalamineWorkbook.from_path(tmp_path / "tables/pay-bands.xlsx")
    return raw, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))), book


def test_a_band_is_a_row_with_exact_figures(tmp_path):
    raw, rows, _ = tables(tmp_path, build_view())
    assert raw.startswith(b"\xef\xbb\xbfFamily,")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 3
    assert rows[0] == HEADERS
    assert rows[1] == [
        *("Engineering", "Dublin", "G3", "3", "", "specialist/S3", "Principal Specialist", "EUR", "a year", "39"),
        *(
            "2026-01-01",
            "now",
            "90000.10",
            "108000",
            "written",
            "",
            "",
            "0.1",
            "4000.50",
            "84999",
            "Scarce: optimisation",
        ),
    ]
    assert rows[2][5:7] == ["specialist/S2, people-leadership/M2", "Senior Specialist, Team Manager"]
    assert rows[2][12:17] == ["71600", "86000", "written", "100400", "0.4022"]


def test_the_spreadsheet_says_the_same_in_typed_cells(tmp_path):
    _, rows, book = tables(tmp_path, build_view())
    assert book.sheet_names == ["Bands", "Columns"]
    cells = book.get_sheet_by_name("Bands").to_python()
    assert cells[0] == rows[0]
    assert cells[1][12:16] == [90000.1, 108000.0, "written", ""]
    assert cells[2][:4] == ["Engineering", "Dublin", "G2", 2.0]
    assert [row[0] for row in book.get_sheet_by_name("Columns").to_python()[1:]] == HEADERS


def test_amounts_carry_their_currency_and_cents_only_where_there_are_some(tmp_path):
    pounds = PAY[0]._replace(currency="GBP", rows=PAY[0].rows[1:])
    pounds = pounds._replace(rows=tuple(row._replace(equity=None) for row in pounds.rows))
    tables(tmp_path, build_view()._replace(pay=(*PAY, pounds)))
    styles = part(tmp_path, "xl/styles.xml")
    assert 'formatCode="[$€]#,##0.00"' in styles
    assert 'formatCode="[$£]#,##0"' in styles
    tables(tmp_path, build_view()._replace(locale="de-DE"))
    assert 'formatCode="#,##0.00 [$€]"' in part(tmp_path, "xl/styles.xml")


def test_the_sheet_is_ready_to_filter_and_to_print(tmp_path):
    tables(tmp_path, build_view())
    sheet = part(tmp_path, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:U3"/>' in sheet
    assert 'orientation="landscape"' in sheet
    assert "Meridian &amp;&amp; Söhne: pay bands, built for HR, 21 November 2026&amp;RPage &amp;P of &amp;N" in sheet


def test_no_text_is_run_as_a_formula(tmp_path):
    evil = '=HYPERLINK("http://evil.example","x")'
    table = PAY[0]._replace(
        family=FAMILY._replace(name="@SUM(1)"),
        zone="+1",
        rows=(
            PAY[0]
            .rows[0]
            ._replace(levels=(S3._replace(title=evil),), exception="-2+3", grade=GRADES[0]._replace(name="\t=1")),
        ),
    )
    raw, rows, book = tables(tmp_path, build_view()._replace(pay=(table,)))
    named = dict(zip(rows[0], rows[1], strict=True))
    assert (named["Family"], named["Zone"], named["Titles"], named["Exception"]) == (
        "'@SUM(1)",
        "'+1",
        f"'{evil}",
        "'-2+3",
    )
    assert b'\r\n"=' not in raw
    assert b",=" not in raw
    cells = dict(zip(*book.get_sheet_by_name("Bands").to_python(), strict=True))
    assert (cells["Family"], cells["Zone"], cells["Titles"], cells["Exception"]) == ("@SUM(1)", "+1", evil, "-2+3")
    sheet = part(tmp_path, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_what_the_audience_may_not_see_has_no_column(tmp_path):
    seen = PAY[0]._replace(
        has_equity=False,
        has_market=False,
        has_exceptions=False,
        rows=tuple(row._replace(equity=None, market=None, exception="") for row in PAY[0].rows),
    )
    raw, rows, _ = tables(tmp_path, build_view()._replace(pay=(seen,)))
    assert rows[0] == [header for header in HEADERS if header not in ("Equity a year", "Market", "Exception")]
    everything = raw + b"".join(part(tmp_path, name).encode() for name in names(tmp_path))
    for secret in (b"Equity", b"Market", b"Exception", b"4000.5", b"84999"):
        assert secret not in everything


def test_without_pay_there_is_not_even_a_folder(tmp_path):
    build_tables(build_view(pay=False), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_band_at_all_is_a_table_of_headers(tmp_path):
    _, rows, book = tables(tmp_path, build_view()._replace(pay=()))
    assert rows == [["Grade", "Minimum", "Midpoint", "Maximum"]]
    assert book.get_sheet_by_name("Bands").to_python() == rows


def test_same_bytes_every_time_with_the_day_of_the_build(tmp_path):
    for folder in ("one", "two"):
        build_tables(build_view(), tmp_path / folder)
    for name in ("pay-bands.csv", "pay-bands.xlsx"):
        assert (tmp_path / "one/tables" / name).read_bytes() == (tmp_path / "two/tables" / name).read_bytes()
    assert f"{datetime.date(2026, 11, 21)}T00:00:00Z" in part(tmp_path / "one", "docProps/core.xml")


def test_a_band_of_a_hidden_family_name_and_no_zone_leaves_those_columns_out(tmp_path):
    plain = PAY[0]._replace(
        family=FAMILY._replace(implied=True), zone="", rows=(PAY[0].rows[1]._replace(levels=(S2,)),)
    )
    _, rows, _ = tables(tmp_path, build_view()._replace(pay=(plain,)))
    assert rows[0][:2] == ["Grade", "Grade number"]


def names(tmp_path):
    with zipfile.ZipFile(tmp_path / "tables/pay-bands.xlsx") as book:
        return book.namelist()


def part(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "tables/pay-bands.xlsx") as book:
        return book.read(name).decode()
