"""Knowledge files: YAML with a comment that names sources and licence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sijill.errors import KnowledgeError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The parsed file. KnowledgeError names file and line if it is missing or no YAML."""
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=_Loader)  # noqa: S506 (the loader is a safe one)
    except OSError as wrong:
        raise KnowledgeError(f"{path.name}: cannot be read: {wrong.strerror}", "reinstall sijill, or mend the path") from None
    except UnicodeDecodeError as wrong:
        raise KnowledgeError(f"{path.name}: no UTF-8 at byte {wrong.start}", "restore the file") from None
    except yaml.YAMLError as wrong:
        where = getattr(wrong, "problem_mark", None)
        raise KnowledgeError(f"{path.name}:{where.line + 1 if where else '?'}: no valid YAML", "restore the file") from None
