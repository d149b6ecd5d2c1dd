"""How words of time are dated: `python -m eval.tempeval` on TempEval-3's annotated news (../shared/measure/tempeval3).

Each annotated DATE whose value is a day, a month, a year or a week is given to `read.when` with the document's day, and its answer is
compared as TimeML writes values. Recognition is left out – our model finds times only around happenings – so this is value accuracy on given
words, not the F1 (value) that HeidelTime's 77.6 is; the two stand side by side for orientation only.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from sijill.read.when import Basis, when
from sijill.records import Mention, When

FOLDER = Path(__file__).parent.parent.parent / "shared" / "measure" / "tempeval3"
_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.S)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")


def value_of(found: When) -> str | None:
    """A When as a TimeML value: of a part of a month or year ("early 1990") it is the whole, since TimeML tells the part elsewhere."""
    if found.start is None:
        return None
    if found.precision == "day":
        return found.start.isoformat()
    if found.precision == "week":
        return f"{found.start.isocalendar().year}-W{found.start.isocalendar().week:02d}"
    if found.precision == "range" and found.end is not None and (found.end - found.start).days >= 5:
        last = (found.end - timedelta(days=1)).isoformat()
        return next((last[:n] for n in (7, 4) if found.start.isoformat()[:n] == last[:n]), None)
    return found.start.isoformat()[:7] if found.precision == "month" else found.start.isoformat()[:4] if found.precision == "year" else None


def main() -> None:
    """Print accuracy, and with --errors the commonest errors."""
    if not FOLDER.is_dir():
        sys.exit("eval.tempeval: ../shared/measure/tempeval3 is not here; nothing to measure on")
    right, answered, total, wrong = 0, 0, 0, Counter[tuple[str, str, str]]()
    for path in sorted(FOLDER.glob("*.tml")):
        spans = [(dict(_ATTRIBUTE.findall(a)), " ".join(re.sub(r"<[^>]+>", "", words).split())) for a, words in _TIMEX.findall(path.read_text(encoding="utf-8"))]
        created = next((a["value"][:10] for a, _ in spans if a.get("functionInDocument") == "CREATION_TIME"), None)
        for attributes, words in spans:
            value = attributes.get("value", "")
            if created is None or attributes.get("type") != "DATE" or attributes.get("functionInDocument") == "CREATION_TIME" or not _DATED.fullmatch(value) or not words:
                continue
            found = value_of(when(Mention(words, 0, len(words)), Basis(date.fromisoformat(created), None)))
            total, answered, right = total + 1, answered + (found is not None), right + (found == value)
            wrong[words.lower(), value if found is None else "", found or ""] += found != value
    print(f"TempEval-3, {total} dated expressions: {answered} answered, {right} with the right value ({right / total:.3f}; {right / max(1, answered):.3f} of those answered)")
    if "--errors" in sys.argv:
        for (words, value, found), n in wrong.most_common(40):
            print(f"  {n:3} {words!r}: {found or 'undated'} {value}")


if __name__ == "__main__":
    main()
