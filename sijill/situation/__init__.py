"""Events + claims → the situation on a day. All pure: the day is an argument, and every row says why in words.

    control        who holds each place: each claimant's word, and held / contested / unknown with a confidence that decays
    intervals      the same as intervals in two times, each claimant for itself
    areas          land around the places (Voronoi cells with a cap, a contested band), inferred and marked so
    displacement   who left or came back, in IDMC's terms, households to persons with the factor; displacement_totals adds up
    harm           civilians killed and injured, and health, schools, markets, camps, worship, water, power
    forces         moves from and to       agreements   their life       disputes   all that the voices differ on
    outlook        warnings told, and ranges by named baselines that are scored when their month is over

holding reads claims for words about control; grouping puts events beside their claims; household, displaced_words, months and baselines
are what one of the above rests on. What an analyst rejected counts nowhere.
"""

from sijill.situation.agreements import Agreement, LifeStep, agreements
from sijill.situation.areas import Areas, LineError, areas, areas_geojson
from sijill.situation.control import ClaimantControl, PlaceControl, control
from sijill.situation.displacement import EventDisplacement, Figure, displacement
from sijill.situation.displacement_totals import DisplacementTotal, displacement_totals
from sijill.situation.disputes import DisputeRow, disputes
from sijill.situation.forces import ForceFigure, Movement, forces
from sijill.situation.geojson import to_geojson
from sijill.situation.harm import CivilianHarm, CivilianToll, ThingHarmed, harm
from sijill.situation.household import HouseholdSize, household_size
from sijill.situation.intervals import HoldInterval, intervals
from sijill.situation.outlook import MeanScore, Outlook, OutlookReport, Score, Warned, mean_scores, outlook, score_outlooks, warnings

__all__ = [
    "Agreement", "Areas", "CivilianHarm", "CivilianToll", "ClaimantControl", "DisplacementTotal", "DisputeRow", "EventDisplacement", "Figure",
    "ForceFigure", "HoldInterval", "HouseholdSize", "LifeStep", "LineError", "MeanScore", "Movement", "Outlook", "OutlookReport", "PlaceControl",
    "Score", "ThingHarmed", "Warned", "agreements", "areas", "areas_geojson", "control", "displacement", "displacement_totals", "disputes",
    "forces", "harm", "household_size", "intervals", "mean_scores", "outlook", "score_outlooks", "to_geojson", "warnings",
]  # fmt: skip
