"""Highlights: the text stays whole however the marks overlap."""

from hypothesis import given
from hypothesis import strategies as st
from made_by_hand import markings

from sijill.desk.marks import Mark, paragraphs, pieces

TEXT = "قصف the market at Вовчанськ, 12 dead 🙂 end"
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(lambda p: (p[0], min(p[0] + p[1], len(TEXT))))
marks = st.lists(st.builds(lambda span, kind, claim: Mark(*span, kind, claim), spans, st.sampled_from(["by", "place", "evidence"]), st.sampled_from("ab")))


@given(marks, spans)
def test_the_pieces_are_the_text_again(found, span):
    start, end = span
    cut = pieces(TEXT, start, end, found)
    assert "".join(p.text for p in cut) == TEXT[start:end]
    at = start
    for piece in cut:
        over = {m.claim for m in found if m.start <= at and m.end >= at + len(piece.text)}
        touched = {m.claim for m in found if m.start < at + len(piece.text) and m.end > at}
        assert set(piece.claims) == over == touched, "no mark ends inside a piece"
        at += len(piece.text)


def test_the_first_kind_gives_the_colour_and_all_are_told():
    (piece,) = pieces("x", 0, 1, [Mark(0, 1, "evidence", "c"), Mark(0, 1, "count", "c"), Mark(0, 1, "to", "d")])
    assert piece.kinds == ("to", "count", "evidence")
    assert piece.claims == ("c", "d")
    assert piece.title == "to whom · how many · the words a claim rests on"


def test_evidence_over_two_lines_opens_once():
    marking = next(m for m in markings() if m.report.id == "wire/2024-06-03/kutum")
    opened = [claim for line in paragraphs(marking.report.text, marking.claims) for piece in line for claim in piece.opens]
    assert sorted(opened) == sorted(c.id for c in marking.claims)


def test_thousands_of_marks_on_one_line_are_cut_in_time():
    import time

    text = "word " * 20_000
    crowd = [Mark(n * 5, n * 5 + 4, "by", f"c{n}") for n in range(20_000)]
    began = time.process_time()
    assert len(pieces(text, 0, len(text), crowd)) == 40_000
    assert time.process_time() - began < 5, "seconds of this process; quadratic cutting takes minutes"
