"""Two plain forecasts to which anything cleverer must be compared: an area's own last 12 months, and a negative binomial laid on them.

Both are known from the VIEWS forecasting challenge, where they are hard to beat. They know nothing but the counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Final, Literal

import numpy as np

Baseline = Literal["own last 12 months", "negative binomial on the last 12 months"]
OWN: Final[Baseline] = "own last 12 months"
NEGATIVE_BINOMIAL: Final[Baseline] = "negative binomial on the last 12 months"
BASELINES: Final[tuple[Baseline, ...]] = (OWN, NEGATIVE_BINOMIAL)

_STEPS: Final = 99
_LARGEST: Final = 2_000_000
"""Counts are followed up to here; no month of any war has had more dead."""


def samples_of(baseline: Baseline, history: Sequence[int]) -> tuple[int, ...]:
    """What may come, as equally likely counts in ascending order: the months themselves, or the 1st to 99th percentile of the fit."""
    return tuple(sorted(history)) if baseline == OWN else _negative_binomial(history)


def _negative_binomial(history: Sequence[int]) -> tuple[int, ...]:
    """Fitted by mean and variance; a Poisson where the months vary no more than chance would have them."""
    mean = sum(history) / len(history)
    if mean == 0:
        return (0,) * _STEPS
    variance = sum((n - mean) ** 2 for n in history) / max(1, len(history) - 1)
    top = min(_LARGEST, int(mean + 15 * max(variance, mean) ** 0.5) + 50)
    steps = np.arange(1, top + 1, dtype=np.float64)
    if variance > mean * 1.0001:
        size = mean * mean / (variance - mean)
        share = size / (size + mean)
        logs = np.concatenate(([size * log(share)], size * log(share) + np.cumsum(np.log((steps - 1 + size) / steps * (1 - share)))))
    else:
        logs = np.concatenate(([-mean], -mean + np.cumsum(np.log(mean / steps))))
    reached = np.cumsum(np.exp(logs))
    wanted = np.arange(1, _STEPS + 1) / (_STEPS + 1)
    return tuple(int(n) for n in np.minimum(np.searchsorted(reached, wanted), top))


def quantile(samples: Sequence[int], share: float) -> int:
    """The smallest of the ascending samples that at least `share` of them do not exceed."""
    return samples[min(len(samples) - 1, max(0, int(np.ceil(share * len(samples))) - 1))]


def crps_log1p(samples: Sequence[int], observed: int) -> float:
    """Continuous ranked probability score on log(1 + count), 0 is perfect: ⟨|x − y|⟩ − ½⟨|x − x′|⟩ over the samples."""
    x = np.sort(np.log1p(np.asarray(samples, dtype=np.float64)))
    n = len(x)
    spread = float(np.sum((2 * np.arange(1, n + 1) - n - 1) * x)) / (n * n)
    return float(np.mean(np.abs(x - np.log1p(observed)))) - spread
