"""Reading: a report to claims, a file a question.

1. segment    text → sentences            5. when    words of time → days
2. context    countries, short names      6. count   words of a figure → low, best, high
3. filter     sentences worth reading     7. who     words for an actor → the actor list
4. tag        the model's spans           8. where   words for a place → the gazetteer; says: who claims it
                                          9. claims  all answers of one happening put together
"""

from sijill.read.reading import Propose, compact, read

__all__ = ["Propose", "compact", "read"]
