"""Reading: a report to claims, a file a question (docs/reading.md).

invisible   signs that nobody sees              happened   whether it happened at all
segment     text → sentences                    when       words of time → days (when_days, when_rules, when_dates, when_weeks, when_parts); times: which of them
language    what is no English prose            figure     words of a figure → low, best, high;  count: of what
context     countries, short names              who        words for an actor → the actor list (pronouns); sides: who did it to whom
filter      sentences worth reading             where      words for a place → the gazetteer (place_spans, place_words, place_bounds, place_choice, nearness; sites, places_told)
windows     what the model sees at once         says       who claims it (titles)
tag, spans  the model's spans, put right        claims     all answers of one happening put together
"""

from sijill.read.reading import Propose, compact, read

__all__ = ["Propose", "compact", "read"]
