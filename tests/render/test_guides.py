"""The printed guides: what they say, how they are made, and what they cannot show."""

import io
import re
import threading

import pytest
from guide_view import S2, build_view, with_level
from pypdf import PdfReader

from ladderc import resources
from ladderc.finding import Severity, Subject
from ladderc.render.guides import build_guides, guide_names
from ladderc.render.guides.content import booklet, guide
from ladderc.render.guides.fonts import printable
from ladderc.render.guides.ink import Ink
from ladderc.render.guides.press import Press


@pytest.fixture(scope="module")
def press():
    return {name: Press(name) for name in ("level", "track")}


@pytest.fixture(scope="module")
def printed(press):
    """Prints one guide: of a level by its key, or of a track by its id."""

    def run(view, key, paper="a4"):
        if "/" in key:
            (level,) = (level for level in view.levels if level.ref.key == key)
            track = next(track for track in view.tracks if level in track.levels)
            return press["level"].print(guide(view, track, level, Ink()), paper)
        return press["track"].print(booklet(view, next(t for t in view.tracks if t.ref.id == key), Ink()), paper)

    return run


def words(pdf: bytes) -> str:
    """All text of a PDF with single spaces, so that a line's end is no difference."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.replace("\u200b", "").split())


def test_a_level_says_what_is_asked_now_beside_what_is_asked_next(printed):
    text = words(printed(build_view(), "specialist/S2"))
    for expected in (
        "Engineering · Specialist S2 Senior Specialist",
        "The reference for a field, in code and out of it.",
        "Scope: answers for a field",
        "Now, at S2 Next, at S3 Principal Specialist",
        "Finds the cause that others had given up on.",
        "Opens a field that the firm did not have.",
        "Second experts engineers who took a question alone at least 2 should rise",
        "Design of a component",
        "Ten study days",
        "Is on call one week in six.",
        "What counts as evidence A method that others use",
        "M2 Team Manager People leadership Pay protected, trial of 6 months The field is handed over first.",
        "€71,600 €86,000 €100,400",
        "My evidence",
        "Meridian & Söhne · Built for HR on 21 November 2026.",
    ):
        assert expected in text


def test_the_last_level_of_a_stem_shows_what_each_choice_asks(printed):
    text = words(printed(build_view(), "start/E1"))
    assert "What is expected" in text
    assert "Now, at E1" in text
    assert "Specialist: S2 Senior Specialist" in text
    assert "People leadership: M2 Team Manager" in text


def test_a_level_of_which_nothing_is_written_says_so_and_leaves_room_to_write(printed):
    view = with_level(build_view(), "people-leadership/M2", expectations=(), pay=None, counterparts=(), reports="")
    text = words(printed(view, "people-leadership/M2"))
    assert "No expectations are written for this level yet." in text
    assert "What I did" in text
    assert "Pay" not in text


def test_a_draft_is_marked(printed):
    assert "Draft: not yet in force" in words(printed(build_view(), "specialist/S3"))
    assert "Draft" not in words(printed(build_view(), "specialist/S2"))


def test_a_booklet_has_cover_contents_ladder_and_every_level(printed):
    pages = [
        " ".join(page.extract_text().split())
        for page in PdfReader(io.BytesIO(printed(build_view(), "specialist"))).pages
    ]
    assert "Deep knowledge of one field." in pages[0]
    assert "Owner: Aoife Brennan. Last reviewed 15 September 2026." in pages[0]
    assert pages[1].index("Contents") < pages[1].index("The ladder") < pages[1].index("S3 Principal Specialist G3")
    assert "Tracks beside this one: Common start, People leadership." in pages[1]
    assert any("S2 Senior Specialist" in page and "Now, at S2" in page for page in pages)
    assert "Changes the plan of a product by evidence." in pages[-1]


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
@pytest.mark.parametrize("key", ["specialist/S2", "specialist"])
def test_paper_has_its_size(printed, key, paper, size):
    pages = PdfReader(io.BytesIO(printed(build_view(), key, paper))).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {size}


@pytest.mark.parametrize("key", ["specialist/S2", "specialist"])
def test_a_guide_is_tagged_and_declares_what_screen_readers_need(printed, key):
    reader = PdfReader(io.BytesIO(printed(build_view(), key)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Specialist" in reader.metadata.title
    assert reader.metadata.creation_date is None


def test_headings_tables_and_lists_are_tagged_as_such(printed):
    reader = PdfReader(io.BytesIO(printed(build_view(), "specialist/S2")))
    kinds = set()

    def visit(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                visit(child)
        elif isinstance(node, dict):
            kinds.add(node.get("/S"))
            if "/K" in node:
                visit(node["/K"])

    visit(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/LI", "/Link"} <= kinds


TRAPS = (
    '#import "@preview/x:1.0.0": *',
    "$ x^2 $ and *",
    r"C:\new \u{1f600} \#sys.inputs",
    "@x <label> `` = heading",
    "#panic() // not a comment /* nor this */",
    "<script>alert(1)</script> -- ---",
    "\"quoted\" 'single'",
)


@pytest.mark.parametrize("trap", TRAPS)
def test_what_would_be_a_program_prints_as_typed(printed, trap):
    view = with_level(
        build_view()._replace(name=trap), "specialist/S2", ref=S2._replace(title=trap), summary=trap, duties=(trap,)
    )
    shown = trap.replace(r"\#", "#")  # a backslash before a sign is Markdown's own, and stays out of sight
    assert words(printed(view, "specialist/S2")).count(shown) >= 4


def test_long_compounds_addresses_and_statements_stay_on_the_page(printed):
    from guide_view import CRAFT, S3

    from ladderc.view.level import Asked, Comparison, ComparisonRow

    address = "https://example.org/" + "a" * 200
    statements = (" ".join(f"word{n}" for n in range(900)), address)
    row = ComparisonRow(CRAFT, "", Asked("", statements), Asked("", ()), False)
    view = with_level(build_view(), "specialist/S2", comparisons=(Comparison(S3, "rung", (row,)),))
    text = words(printed(view, "specialist/S2"))
    assert "word0 " in text
    assert "word899" in text
    assert address in text.replace(" ", "")


def test_the_rail_of_a_long_track_shows_the_rungs_around_this_one(printed):
    view = build_view()
    rungs = tuple(S2._replace(key=f"specialist/R{n}", id=f"R{n}", title=f"Rung {n}") for n in range(30, 0, -1))
    tracks = tuple(
        track._replace(rungs=rungs + track.rungs) if track.ref.id == "specialist" else track for track in view.tracks
    )
    text = words(printed(view._replace(tracks=tracks), "specialist/S3"))
    assert "Level 2 of 32" in text
    assert "Rung 1 " in text
    assert "Rung 20" not in text


def test_all_that_the_font_has_can_be_printed(printed):
    every = "".join(map(chr, sorted(printable())))
    view = with_level(build_view(), "specialist/S2", duties=(every,), summary=f"*{Ink().line(every)}*")
    text = printed(view, "specialist/S2")
    assert "Ж" in words(text)
    assert "→" in words(text)


def test_an_emoji_is_replaced_and_named_once_with_the_level_that_uses_it(tmp_path):
    view = with_level(build_view(), "specialist/S2", summary="Ships 🚀 and 🚀 👩‍💻", duties=("日 and cafe\u0301",))
    findings = build_guides(view, tmp_path)
    text = words((tmp_path / "guides/specialist-s2-a4.pdf").read_bytes())
    assert "Ships \ufffd and \ufffd \ufffd\ufffd" in text
    assert "\ufffd and café" in text
    assert findings[0].message.split("\n") == [
        "The printed guides cannot show “🚀” (rocket, U+1F680), first used in level S2 of Specialist.",
        "Their font does not have it, so “\ufffd” is printed in its place; the site shows it as written.",
        "Write it in words if the guides matter here.",
    ]
    assert [finding.discriminator for finding in findings] == ["U+1F680", "U+1F469", "U+1F4BB", "U+65E5"]
    assert {(finding.rule, finding.severity) for finding in findings} == {("unprintable-character", Severity.NOTE)}
    assert {finding.subjects for finding in findings} == {(Subject(track="specialist", level="S2"),)}
    assert len({finding.fingerprint for finding in findings}) == 4


def test_text_that_prints_nothing_itself_is_no_loss():
    ink = Ink()
    assert ink.line("a\u200bb\ufeffc\u00add\u202ee \u2028f\u3000g\x07") == "abcde  f g"
    assert ink.findings() == ()


def test_a_private_character_is_named_by_its_number_alone():
    ink = Ink()
    assert ink.line("\ue000") == "\ufffd"
    assert ink.findings()[0].message.startswith(
        "The printed guides cannot show a character (U+E000), first used in the framework's own text."
    )


def test_file_names_are_lower_case_and_never_the_same():
    view = build_view()
    first, second = view.levels[:2]
    a = first._replace(ref=first.ref._replace(key="A/b-C", id="b-C", track=first.ref.track._replace(id="A")))
    b = second._replace(ref=second.ref._replace(key="a-b/c", id="c", track=second.ref.track._replace(id="a-b")))
    c = second._replace(
        ref=second.ref._replace(key="special/ist", id="ist", track=second.ref.track._replace(id="special"))
    )
    names = guide_names(view._replace(levels=(a, b, c)))
    assert names.level("A/b-C", "a4") == "guides/a-b-c-a4.pdf"
    assert names.level("a-b/c", "letter") == "guides/a-b-c-2-letter.pdf"
    assert names.level("special/ist", "a4") == "guides/special-ist-a4.pdf"
    assert names.track("specialist", "a4") == "guides/specialist-a4.pdf"


def test_without_pay_no_guide_speaks_of_it(printed):
    view = build_view(pay=False)
    for key in ("specialist/S2", "specialist/S3", "specialist"):
        text = words(printed(view, key))
        assert "Midpoint" not in text
        assert "€" not in text
        assert "Pay " not in text.replace("Pay protected", "")


def test_a_track_has_the_colour_that_it_has_on_the_site():
    theme = (resources.templates() / "guides/theme.typ").read_text()
    style = (resources.site() / "theme/assets/site.css").read_text()
    assert re.findall(r'rgb\("(#\w{6})"\)', theme.split("#let hues")[1].split("#let tint")[0]) == [
        re.search(rf"--h{number}: (#\w{{6}})", style)[1] for number in range(8)
    ]


def test_what_typst_complains_of_is_never_passed_over(press):
    with pytest.raises(RuntimeError, match="does not contain key"):
        press["level"].print({"lang": "en"}, "a4")


@pytest.mark.slow
def test_the_page_break_before_the_notes_settles_wherever_it_falls(printed):
    view = build_view()
    for lines in range(0, 44):
        for prompts in (0, 2):
            level = with_level(
                view,
                "specialist/S2",
                comparisons=(),
                expectations=view.levels[1].expectations[:prompts],
                duties=("One line.",) * lines,
            )
            assert "My evidence" in words(printed(level, "specialist/S2"))


@pytest.mark.slow
def test_every_level_and_track_on_both_papers_same_bytes_from_anywhere(tmp_path, monkeypatch):
    told = []
    one, two = tmp_path / "one", tmp_path / "two" / "deep"
    assert build_guides(build_view(), one, lambda done, total: told.append((done, total))) == ()
    monkeypatch.chdir(tmp_path)
    before = threading.active_count()
    build_guides(build_view(), two)
    assert threading.active_count() == before
    files = {file.name: file.read_bytes() for file in (one / "guides").iterdir()}
    assert files == {file.name: file.read_bytes() for file in (two / "guides").iterdir()}
    stems = [
        "start",
        "start-e1",
        "specialist",
        "specialist-s2",
        "specialist-s3",
        "people-leadership",
        "people-leadership-m2",
    ]
    assert sorted(files) == sorted(f"{stem}-{paper}.pdf" for stem in stems for paper in ("a4", "letter"))
    assert told == [(done, 14) for done in range(2, 15, 2)]
    assert str(tmp_path).encode() not in b"".join(files.values())


def test_a_view_without_levels_writes_nothing(tmp_path):
    assert build_guides(build_view()._replace(tracks=(), levels=()), tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_note_that_several_zones_share_is_printed_once(printed):
    view = build_view()
    (level,) = (level for level in view.levels if level.ref.key == "specialist/S2")
    lines = tuple(
        level.pay[0]._replace(zone=zone, note=note)
        for zone, note in (
            ("North", "Such skills are scarce."),
            ("South", "Such skills are scarce."),
            ("West", "As of old."),
        )
    )
    levels = tuple(one._replace(pay=lines) if one is level else one for one in view.levels)
    tracks = tuple(
        track._replace(levels=tuple(one._replace(pay=lines) if one is level else one for one in track.levels))
        for track in view.tracks
    )
    text = words(printed(view._replace(levels=levels, tracks=tracks), "specialist/S2"))
    assert [text.count(one) for one in ("North", "South", "Such skills are scarce.", "As of old.")] == [1, 1, 1, 1]
