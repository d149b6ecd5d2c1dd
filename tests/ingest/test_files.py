"""Every kind of file becomes the reports that it holds; every kind of fault one line with file, line and cure, and the rest is still read."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given as each
from hypothesis import settings
from hypothesis import strategies as st

from sijill.errors import InputError
from sijill.ingest import Given, Note, Taken, read_inputs
from sijill.records import Report

TEXT = "Shells hit Kupiansk market\nKHARKIV – Two people were killed on Monday, medics said.\n"


USUAL = Given("2024-11-26", "Border Wire")


def take(*paths: object, given: Given = USUAL, stdin: bytes = b"") -> list[Taken]:
    return list(read_inputs([str(p) for p in paths], given, io.BytesIO(stdin)))


def one(path: object, given: Given = USUAL, stdin: bytes = b"") -> Report:
    (found,) = [t for t in take(path, given=given, stdin=stdin) if not isinstance(t, Note)]
    assert isinstance(found, Report), found
    return found


def fault(path: object, given: Given = USUAL) -> str:
    (found,) = take(path, given=given)
    assert isinstance(found, InputError), found
    assert found.hint
    assert "\n" not in str(found)
    return str(found)


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_keeps_its_words_and_gives_its_headline(tmp_path: Path) -> None:
    found = one(write(tmp_path / "a.txt", "\ufeff\r\n" + TEXT.replace("\n", "\r\n")))
    assert found.text == TEXT.strip()
    assert found.title == "Shells hit Kupiansk market"
    assert (found.published, found.outlet) == ("2024-11-26", "Border Wire")


def test_a_first_sentence_is_no_headline(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.txt", "Two people were killed.\nMore follows.")).title is None
    assert one(write(tmp_path / "a.txt", "Two people were killed")).title is None


def test_the_id_follows_from_the_content(tmp_path: Path) -> None:
    first = one(write(tmp_path / "a.txt", TEXT))
    assert first.id.startswith("border-wire-2024-11-26-")
    assert one(write(tmp_path / "b.txt", TEXT)).id == first.id
    assert one("-", stdin=TEXT.encode()).id == first.id
    others = [one(tmp_path / "a.txt", Given("2024-11-27", "Border Wire")), one(tmp_path / "a.txt", Given()), one(write(tmp_path / "c.txt", TEXT + "!"))]
    assert len({first.id, *(r.id for r in others)}) == 4
    assert others[1].id.startswith("shells-hit-kupiansk-market-")
    assert one(write(tmp_path / "Note 7.txt", "Two people were killed."), Given()).id.startswith("note-7-")
    assert one("-", Given(), "دخلت القوات البلدة.".encode()).id.startswith("report-")
    assert one(tmp_path / "a.txt", Given(None, "قناة حلب")).id.startswith("قناة-حلب-")


def test_markdown_loses_its_marks_and_keeps_its_words(tmp_path: Path) -> None:
    source = (
        "---\ntitle: \"Shells hit market\"\ndate: 2024-11-25\nsource: Border Wire\nmood: grim\n---\n\n# Shells hit market\n\n"
        "**Two** people were _killed_ on [Monday](https://example.org/x), `medics` said.\n\n- one in Kupiansk\n* another in snake_case_town\n\n> 3 * 4 * 5 \\* shells\n\n---\n![map](m.png)\n"
    )  # fmt: skip
    found = one(write(tmp_path / "a.md", source), Given())
    assert found.text == "Shells hit market\n\nTwo people were killed on Monday, medics said.\n\none in Kupiansk\nanother in snake_case_town\n\n3 * 4 * 5 * shells"
    assert (found.title, found.published, found.outlet) == ("Shells hit market", "2024-11-25", "Border Wire")
    assert one(tmp_path / "a.md", Given("2024-11-28", "Mine")).published == "2024-11-28"


def test_a_front_matter_with_no_date_in_it_is_told(tmp_path: Path) -> None:
    assert "published 'soon' is no ISO 8601 date" in fault(write(tmp_path / "a.md", "---\ndate: soon\n---\nTwo were killed."), Given())


def test_json_lines_are_taken_as_they_are(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Two were killed.", "claims": [1], "published": "2024-01-01T10:00:00Z"}, {"id": "b", "text": "Three “مدنيين”.", "outlet": "X"}]
    found = take(write(tmp_path / "a.jsonl", "\ufeff" + "\n\n".join(json.dumps(r) for r in rows)))
    assert found == [
        Report("a", "Two were killed.", published="2024-01-01T10:00:00Z", outlet="Border Wire"),
        Report("b", "Three “مدنيين”.", published="2024-11-26", outlet="X"),
    ]
    assert take("-", stdin=(tmp_path / "a.jsonl").read_bytes()) == found


def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    lines = [
        b'{"id": "a", "text": "Two were killed."}', b'{"id": "b", "text": ', b'{"id": "c"}', b'{"id": "d", "text": "x", "published": "2024-02-30"}',
        b'{"id": "e", "text": "  "}', b'{"id": "f", "text": "Aleppo \xe9"}', b"[1]", b'{"id": "g", "text": "a\\u0000b"}', b'{"id": "h\\n", "text": "x"}',
        b'{"id": "i", "text": "x", "more": ' + b"[" * 200_000, b'{"id": "z", "text": "Three."}',
    ]  # fmt: skip
    found = take(write(tmp_path / "a.jsonl", b"\n".join(lines)))
    assert [r.id for r in found if isinstance(r, Report)] == ["a", "z"]
    faults = [str(f) for f in found if isinstance(f, InputError)]
    assert [f.split(".jsonl:")[1].split(":")[0] for f in faults] == [str(n) for n in range(2, 11)]
    for said, told in zip(["truncated", "`text`", "2024-02-30", "id and a text", "not UTF-8", "is a list", "no text", "no text", "nested"], faults, strict=True):
        assert said in told


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sijill.ingest.files.LONGEST", 20_000)
    long = '{"id": "a", "text": "' + "x" * 50_000 + '"}\n'
    found = take(write(tmp_path / "a.jsonl", long + '{"id": "b", "text": "Two."}\n' + long))
    assert [str(f).split(": ")[0].rsplit(":", 1)[1] if isinstance(f, InputError) else f.id for f in found if not isinstance(f, Note)] == ["1", "b", "3"]


FAULTS: list[tuple[str, str | bytes, str]] = [
    ("empty.txt", "", "is empty"),
    ("blank.md", " \n\n", "is empty"),
    ("empty.jsonl", "", "is empty"),
    ("empty.html", "", "is empty"),
    ("front.md", "---\ntitle: \n---\n", "is empty"),
    ("zeros.txt", b"ab\x00\x01cd", "binary"),
    ("controls.txt", b"\x01\x02\x03\x04 word", "binary"),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
    ("paper.docx", b"PK\x03\x04....", "zip archive or an office document"),
    ("rows.jsonl", b"\x1f\x8b\x08", "gzip"),
    ("wide.jsonl", '{"id": "a", "text": "b"}\n{"id": "b", "text": "c"}'.encode("utf-16"), "is UTF-16"),
    ("rows.csv", "a,b\n1,2\n", "'.csv' is no kind of file that is read"),
    ("page.html", "<nav>Home</nav><script>let a = 1</script>", "holds no article"),
    ("deep.html", "<div>" * 100_000 + "x", "nested more than 500 deep"),
]


@pytest.mark.parametrize(("name", "content", "said"), FAULTS, ids=[f[0] for f in FAULTS])
def test_a_file_that_cannot_be_read_gives_one_line(tmp_path: Path, name: str, content: str | bytes, said: str) -> None:
    told = fault(write(tmp_path / name, content))
    assert told.startswith(str(tmp_path / name))
    assert said in told


def test_paths_that_lead_to_nothing(tmp_path: Path) -> None:
    assert "there is no such file" in fault(tmp_path / "none.txt")
    assert "is a directory" in fault(tmp_path)
    assert "cannot be read" in fault(tmp_path / ("x" * 300 + ".txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT).chmod(0)
    assert "Permission denied" in fault(tmp_path / "a.txt")


def test_a_file_that_is_too_large_is_told_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "larger than 20 MB" in fault(path) or "binary" in fault(path)
    with path.open("wb") as stream:
        stream.write(b"word " * 4_000_001)
    assert "larger than 20 MB (split it" in fault(path)


def test_a_fault_does_not_keep_the_rest_from_being_read(tmp_path: Path) -> None:
    good = write(tmp_path / "a.txt", TEXT)
    kinds = [type(t) for t in take(tmp_path / "none.txt", good, tmp_path, "-", good, stdin=b"")]
    assert kinds == [InputError, Report, InputError, InputError, Report]


@pytest.mark.parametrize("said", ["2024-13-40", "Wednesday", "", "2024", "1524-01-01", "27.11.2024", "2024-11-27T99:00"])
def test_a_date_that_is_none_is_refused_before_anything_is_read(said: str) -> None:
    with pytest.raises(InputError, match=r"--published: .* is no date \(write it as 2024-11-27\)"):
        Given(published=said)


def test_a_missing_date_is_noted(tmp_path: Path) -> None:
    found = take(write(tmp_path / "a.txt", TEXT), given=Given())
    assert [type(t) for t in found] == [Note, Report]
    assert "--published" in str(found[0])


@settings(max_examples=150, deadline=None)
@each(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a"]))
def test_no_bytes_break_it(tmp_path_factory: pytest.TempPathFactory, raw: bytes, name: str) -> None:
    path = write(tmp_path_factory.mktemp("any") / name, raw)
    for found in take(path):
        assert isinstance(found, Report | InputError | Note)
        assert "\n" not in str(found) or isinstance(found, Report)
