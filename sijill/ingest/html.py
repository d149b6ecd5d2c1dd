"""An HTML page → its article: headline, paragraphs and headings, and what its metadata say of date, outlet, address and language.

1. metadata, while the whole page is there    3. blocks of text, link lists and boilerplate left out
2. the element that holds the article         4. the headline in front, where the article does not begin with it
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sijill.errors import InputError
from sijill.ingest.metadata import metadata
from sijill.ingest.page import Page

DEEPEST = 500
"""Open elements at once. Real pages stay below a hundred; a parser's cost grows with depth, so deeper ones are refused."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_CLOSED_BY_THEMSELVES = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup thead tbody tfoot colgroup rp rt html head body".split()
)
_DROPPED = frozenset("script style noscript template nav header footer aside form iframe svg button select object canvas audio video head".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_TEXTUAL = frozenset("p li blockquote pre td dd dt figcaption".split())
_BLOCKS = _HEADINGS | _TEXTUAL | frozenset("div section article main body tr th table tbody ul ol dl figure details summary address center hr br".split())
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:related|share|sharing|social|newsletter|subscribe|cookies?|consent|comments?|promo|advert(?:isement)?|breadcrumbs?|sidebar|byline|pagination)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_LOOSE_LEAST = 40
"""Characters that text outside of any paragraph must have to be taken for a part of the article."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading: its words, and how many of their characters lie in links."""

    text: str
    tag: str
    linked: int

    @property
    def heading(self) -> bool:
        """Whether it is one."""
        return self.tag in _HEADINGS


def page(text: str, where: str) -> Page:
    """The article of a page. InputError where it holds none, or is nested as no page is."""
    _refuse_depth(text, where)
    tree = LexborHTMLParser(text)
    about = metadata(tree)
    body = tree.body
    blocks = list(_article(tree, body)) if body is not None else []
    if not any(not b.heading for b in blocks):
        raise InputError(where, "holds no article: no text outside of navigation and scripts", "save the article's text as .txt")
    title = about.title or next((b.text for b in blocks if b.heading), None)
    lines = [b.text for b in blocks]
    if title and lines[0].casefold() != title.casefold():
        lines.insert(0, title)
    return Page("\n\n".join(lines), title, about.published, about.outlet, about.url, about.language)


def _refuse_depth(text: str, where: str) -> None:
    open_now: dict[str, int] = {}
    depth = 0
    for close, name in _TAG.findall(text):
        tag = name.lower()
        if tag in _CLOSED_BY_THEMSELVES:
            continue
        if not close:
            open_now[tag] = open_now.get(tag, 0) + 1
            depth += 1
        elif open_now.get(tag):
            open_now[tag] -= 1
            depth -= 1
        if depth > DEEPEST:
            raise InputError(where, f"its elements are nested more than {DEEPEST} deep, as no page's are", "save the article's text as .txt")


def _article(tree: LexborHTMLParser, body: LexborNode) -> Sequence[Block]:
    """The blocks of the element that holds most paragraphs, if it holds at least half of the page's, else of the whole page."""
    whole = _cleaned(body)
    candidates = [_cleaned(node) for node in tree.css("article, main, [role=main], [itemprop=articleBody]")[:50]]
    best = max(candidates, key=_weight, default=whole)
    return best if _weight(best) * 2 >= _weight(whole) and _weight(best) else whole


def _weight(blocks: Sequence[Block]) -> int:
    return sum(len(b.text) for b in blocks if not b.heading)


def _cleaned(root: LexborNode) -> list[Block]:
    """The blocks of an element, without link lists, stray bits of text, repeats, and headings that nothing follows."""
    kept: list[Block] = []
    seen: set[str] = set()
    for block in _blocks(root):
        loose = block.tag not in _TEXTUAL and not block.heading
        links = block.linked * 10 > len(block.text) * 7 and len(block.text) < 200
        if (loose and len(block.text) < _LOOSE_LEAST) or (links and not block.heading) or block.text in seen:
            continue
        seen.add(block.text)
        kept.append(block)
    while kept and kept[-1].heading:
        kept.pop()
    return [b for b, following in zip(kept, [*kept[1:], kept[-1]], strict=True) if not (b.heading and b.tag == following.tag and b is not following)] if kept else []


def _blocks(root: LexborNode) -> Iterator[Block]:
    """Stretches of text between the ends of block elements, in order of the page."""
    gathered = _Gathering()
    for node, entering in _walk(root):
        tag = node.tag or ""
        if node.is_text_node:
            gathered.add(node.text_content or "")
        elif tag == "a":
            gathered.links += 1 if entering else -1
        elif tag in _BLOCKS:
            if gathered.words:
                yield gathered.block()
            gathered.enter(tag) if entering else gathered.leave(tag)
    if gathered.words:
        yield gathered.block()


class _Gathering:
    """The words of the block that is being read, and the elements that are open around them."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.links = 0
        self._linked = 0
        self._open: list[str] = []

    def add(self, text: str) -> None:
        """Takes in a text node; white space alone begins no block."""
        if self.words or text.strip():
            self.words.append(text)
            self._linked += len(text.strip()) if self.links > 0 else 0

    def enter(self, tag: str) -> None:
        """A textual element gives its name to all the blocks inside of it."""
        if tag in _TEXTUAL or tag in _HEADINGS:
            self._open.append(tag)

    def leave(self, tag: str) -> None:
        """The end of an element."""
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def block(self) -> Block:
        """What was gathered; the next block begins empty."""
        made = Block(" ".join("".join(self.words).split()), self._open[-1] if self._open else "div", self._linked)
        self.words, self._linked = [], 0
        return made


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node below the root when it is entered, each element again when it is left; without the elements that are no part of an article."""
    node = root.child
    depth = 0
    while node is not None:
        dropped = node.is_comment_node or (node.is_element_node and _dropped(node))
        if not dropped:
            yield node, True
        if not dropped and node.child is not None:
            node, depth = node.child, depth + 1
            continue
        if not dropped and node.is_element_node:
            yield node, False
        while node.next is None:
            if depth == 0 or node.parent is None:
                return
            node, depth = node.parent, depth - 1
            yield node, False
        node = node.next


def _dropped(node: LexborNode) -> bool:
    if node.tag in _DROPPED:
        return True
    said = node.attributes
    if not said or node.tag in {"article", "main", "body"}:
        return False
    hidden = "hidden" in said or said.get("aria-hidden") == "true" or "display:none" in (said.get("style") or "").replace(" ", "")
    return hidden or _BOILERPLATE.search(f"{said.get('class') or ''} {said.get('id') or ''}") is not None
