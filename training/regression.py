"""Logistic regression of pairs on their signs, with two weights a sign: one for pairs of sure claims, one for pairs in doubt.

The weight in doubt is the sure one plus a difference that is held small, so that the many pairs of gold claims teach what both have in common and
the pairs of the reader's own claims teach only where they mislead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from sijill.events import weights

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
FREE, LOOSE = 1e-3, 0.1
"""Penalties of the bias and of its difference in doubt."""
ROUNDS, STEPS = 25, 40
NEAR, EXACT = 1e-2, 2e-3
"""How near each step of Newton's method is worked out, relative, and the step that is the last."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair's signs, whether it tells one happening, how much it counts, and whether a reader was not sure of one of its claims."""

    signs: tuple[str, ...]
    same: bool
    weight: float
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Weights by sign, with the bias: of sure pairs, and of pairs in doubt."""

    sure: dict[str, float]
    doubt: dict[str, float]

    def of(self, doubt: bool) -> dict[str, float]:
        """The weights for a pair."""
        return self.doubt if doubt else self.sure


class _Design:
    """The examples as columns a row: their signs', and the same again further on where in doubt. Equal rows are one, their weights added."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str]) -> None:
        column = {name: k + 1 for k, name in enumerate(names)}
        self.width = len(names) + 1
        rows: dict[tuple[tuple[int, ...], bool], float] = {}
        for e in examples:
            own = (0, *sorted(column[s] for s in e.signs if s in column))
            key = (own + tuple(c + self.width for c in own) if e.doubt else own), e.same
            rows[key] = rows.get(key, 0.0) + e.weight
        self.longest = max(len(columns) for columns, _ in rows)
        self.at = np.full((len(rows), self.longest), 2 * self.width)
        for row, (columns, _) in enumerate(rows):
            self.at[row, : len(columns)] = columns
        self.same = np.array([float(same) for _, same in rows])
        self.weight = np.array(list(rows.values()))

    def odds(self, beta: Vector) -> Vector:
        """Each row's sum of weights."""
        return np.asarray(np.append(beta, 0.0)[self.at].sum(axis=1))

    def back(self, values: Vector) -> Vector:
        """Each column's sum of its rows' values."""
        return np.bincount(self.at.ravel(), weights=np.repeat(values, self.longest), minlength=2 * self.width + 1)[:-1]


def _solve(times: Callable[[Vector], Vector], diagonal: Vector, wanted: Vector) -> Vector:
    """Conjugate gradients: x with times(x) = wanted."""
    x = np.zeros_like(wanted)
    left = wanted.copy()
    scaled = left / diagonal
    way, size = scaled.copy(), float(left @ scaled)
    goal = NEAR * float(np.sqrt(wanted @ wanted))
    for _ in range(STEPS):
        if float(np.sqrt(left @ left)) <= goal:
            break
        far = times(way)
        step = size / float(way @ far)
        x += step * way
        left -= step * far
        scaled = left / diagonal
        size, before = float(left @ scaled), size
        way = scaled + size / before * way
    return x


def fit(examples: Sequence[Example], ridge: float) -> Table:
    """Weights by sign, and the bias; minimises log loss plus ridge/2 times the squared weights and differences (Newton's method)."""
    names = sorted({s for e in examples for s in e.signs} - set(weights.RULES))
    design = _Design(examples, names)
    penalty = np.full(2 * design.width, ridge)
    penalty[0], penalty[design.width] = FREE, LOOSE
    beta = np.zeros(2 * design.width)
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(design.odds(beta), -50, 50)))
        bend = design.weight * p * (1 - p)

        def times(x: Vector, bend: Vector = bend) -> Vector:
            return design.back(bend * design.odds(x)) + penalty * x

        step = _solve(times, design.back(bend) + penalty, design.back(design.weight * (design.same - p)) - penalty * beta)
        beta += step
        if np.abs(step).max() < EXACT:
            break
    labels = [weights.BIAS, *names]
    sure = [float(b) for b in beta[: design.width]]
    more = [float(b) for b in beta[design.width :]]
    return Table(dict(zip(labels, sure, strict=True)), {n: s + m for n, s, m in zip(labels, sure, more, strict=True)})
