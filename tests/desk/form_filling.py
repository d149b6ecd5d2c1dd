"""Filling in the form that corrects a claim, as a browser would."""

from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser

KUTUM, ARABIC, VOVCHANSK = "wire/2024-06-03/kutum", "قناة-كتم-412", "obl-2024-06-05-1"
WHO = {"author": "Olena K.", "reason": "the hospital's list"}


def url(report):
    return f"/reports/{quote(report, safe='')}"


def claim(store, report, n=0):
    return store.reading(report).claims[n]


def page(desk, path, status=200):
    answer = desk.get(path)
    assert answer.status_code == status, answer.text
    return LexborHTMLParser(answer.text)


def fields(html):
    """What a browser would send from the form as it stands."""
    form = html.css_first("form.correct")
    sent = {i.attributes["name"]: i.attributes.get("value") or "" for i in form.css("input[name]") if i.attributes.get("type") != "checkbox" or "checked" in i.attributes}
    for menu in form.css("select"):
        chosen = menu.css("option[selected]") or menu.css("option")[:1]
        sent[menu.attributes["name"]] = chosen[0].attributes.get("value") or ""
    return sent


def opened(desk, report, made):
    return fields(page(desk, f"{url(report)}?correct={made.id}"))


def save(desk, report, made, **changed):
    sent = {**opened(desk, report, made), **WHO, "act": "save", **{key.replace("__", "."): value for key, value in changed.items()}}
    return desk.post(url(report), data=sent, follow_redirects=False)


def text(node):
    return " ".join(node.text().split())


def problem(answer):
    assert answer.status_code == 422, answer.text
    return text(LexborHTMLParser(answer.text).css_first("form.correct .problem"))
