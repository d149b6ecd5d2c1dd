"""Which kinds of happening can be one: an air raid told as "shelling", a battle told as the capture that ended it.

A group holds types that reporters use for one another or that are parts of one happening. Types of different groups can still be
one (a raid and the arrests in it), at a price that the learned weights set.
"""

from __future__ import annotations

from typing import Final, Literal

from sijill.records import ClaimType

Group = Literal["strike", "battle", "violence", "seizure", "destruction", "crowd", "displacement", "accord", "toll", "context"]

GROUP_OF: Final[dict[ClaimType, Group]] = {
    "air_strike": "strike", "drone_strike": "strike", "shelling": "strike", "explosive_device": "strike", "suicide_attack": "strike",
    "chemical_attack": "strike", "grenade": "strike",
    "armed_clash": "battle", "capture": "battle", "transfer": "battle", "movement": "battle", "base_established": "battle", "interception": "battle",
    "attack": "violence", "sexual_violence": "violence", "mob_violence": "violence",
    "abduction": "seizure", "arrest": "seizure",
    "looting_destruction": "destruction",
    "protest": "crowd", "protest_intervention": "crowd", "excessive_force": "crowd", "riot": "crowd",
    "displacement": "displacement", "return": "displacement",
    "agreement": "accord", "ceasefire_violation": "accord", "group_change": "accord",
    "casualties": "toll",
    "aid": "context", "warning": "context", "other": "context",
}  # fmt: skip

WEIGHT_OF: Final[dict[ClaimType, int]] = {
    "chemical_attack": 9, "suicide_attack": 9, "explosive_device": 8, "grenade": 8, "drone_strike": 8, "air_strike": 8, "shelling": 8,
    "excessive_force": 8, "mob_violence": 8, "sexual_violence": 8, "abduction": 7, "riot": 7, "attack": 7,
    "capture": 6, "transfer": 6, "armed_clash": 6, "agreement": 6, "ceasefire_violation": 5, "protest_intervention": 5, "protest": 5,
    "displacement": 5, "return": 5, "arrest": 4, "interception": 4, "looting_destruction": 4, "base_established": 4, "group_change": 4,
    "movement": 3, "aid": 2, "casualties": 1, "warning": 1, "other": 1,
}  # fmt: skip
"""How much a type tells about a happening; breaks ties when an event that holds several types is named."""
