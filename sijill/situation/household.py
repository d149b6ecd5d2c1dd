"""How many persons a household has, by country: the factor that turns "650 families" into people, always shown with its range.

Sizes: United Nations, Department of Economic and Social Affairs, Population Division, Database on Household Size and Composition 2019
(latest census or survey of each country in it, rounded). Countries that it gives no size for (Syria, Lebanon, Libya, Somalia …) get the
default. The range is a convention of this project, not the UN's: households that flee differ from a country's average by a fifth or so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sijill.knowledge.folding import fold

SOURCE: Final = "UN DESA, Database on Household Size and Composition 2019"
_SPREAD: Final = 0.2
_SIZES: Final = (
    "afghanistan 8.0|albania 3.3|angola 4.8|armenia 3.5|azerbaijan 4.5|bangladesh 4.5|benin 5.2|bolivia 3.5|burkina faso 5.9|burundi 4.8|"
    "cambodia 4.6|cameroon 5.0|central african republic 4.9|chad 5.8|colombia 3.5|congo 4.3|democratic republic of the congo 5.3|dr congo 5.3|ecuador 3.8|egypt 4.1|"
    "el salvador 4.1|ethiopia 4.6|georgia 3.3|guatemala 4.8|haiti 4.3|honduras 4.5|india 4.6|indonesia 3.9|iraq 7.7|israel 3.1|ivory coast 5.1|jordan 4.7|kenya 3.6|"
    "kyrgyzstan 4.2|liberia 4.9|mali 5.8|mexico 3.7|moldova 2.9|morocco 5.2|mozambique 4.4|myanmar 4.2|burma 4.2|nepal 4.2|nicaragua 4.9|niger 5.9|nigeria 4.9|"
    "pakistan 6.8|palestine 5.9|palestinian territory 5.9|papua new guinea 5.4|peru 3.8|philippines 4.2|russia 2.6|rwanda 4.3|senegal 8.7|serbia 2.9|south sudan 5.9|"
    "sudan 5.6|tajikistan 6.0|tanzania 4.9|togo 4.6|turkey 4.1|turkiye 4.1|uganda 4.5|ukraine 2.5|venezuela 4.3|yemen 6.7|zimbabwe 4.1"
)


@dataclass(frozen=True, slots=True)
class HouseholdSize:
    """Persons a household: usual, and the range to show; `source` names where the factor is from, or that it is only the default."""

    low: float
    best: float
    high: float
    source: str


DEFAULT: Final = HouseholdSize(3.0, 5.0, 8.0, "no size for the country: 5, from 3 to 8, covers most countries at war")
_TABLE: Final = {fold(row.rsplit(" ", 1)[0]): float(row.rsplit(" ", 1)[1]) for row in _SIZES.split("|")}


def household_size(country: str | None) -> HouseholdSize:
    """The factor of a country by its English name; the wide default where the table has none."""
    size = _TABLE.get(fold(country)) if country else None
    if size is None:
        return DEFAULT
    return HouseholdSize(round(size * (1 - _SPREAD), 1), size, round(size * (1 + _SPREAD), 1), f"{SOURCE}: {country} {size:g}, ± {_SPREAD:.0%}")
