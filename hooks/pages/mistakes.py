"""Mistakes in a template, said like those in data: file:line: what is wrong; what to do."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

_TEMPLATES = (".jinja", ".html")


def template_mistake(error: BaseException) -> str:
    """What an editor of a template is told; empty where no template is at fault."""
    if isinstance(error, TemplateSyntaxError):
        what = (error.message or "").split(" The innermost")[0].rstrip(".")
        return f"{_shown(error.filename or error.name or '')}:{error.lineno}: {what}; mend the template"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith("jinja2/environment.py")]
    at = next((frame for frame in reversed(frames) if frame.filename.endswith(_TEMPLATES)), None)
    if at and (isinstance(error, TemplateNotFound) or frames[-1] is at or type(error).__module__.startswith("jinja2")):
        what = f'there is no template "{error}"' if isinstance(error, TemplateNotFound) else str(error).rstrip(".")
        return f"{_shown(at.filename)}:{at.lineno}: {what}; mend the template"
    return ""


def _shown(file: str) -> str:
    path = Path(file)
    root = Path(__file__).parents[2]
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
