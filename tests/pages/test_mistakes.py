"""Mistakes in templates: said with file, line and mend; what is the program's own fault is not blamed on a template."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, FileSystemLoader

from hooks.pages.mistakes import template_mistake
from hooks.pages.writer import environment
from tests.conftest import ROOT, Project


def said(folder: Path, text: str) -> str:
    """What an editor is told who wrote a template of this text."""
    (folder / "page.jinja").write_text(text, encoding="utf-8")
    loader = environment().loader
    assert loader
    try:
        environment().overlay(loader=ChoiceLoader([FileSystemLoader(folder), loader])).get_template("page.jinja").render(name="Kapo", ask=ask)
    except Exception as error:
        return template_mistake(error)
    return "no mistake"


def ask() -> str:
    """Something of the program's own, at fault."""
    raise KeyError("of the program")


MISTAKES = {
    "<p>\n{% if %}</p>": "page.jinja:2: Expected an expression, got 'end of statement block'; mend the template",
    "{% for one in name %}\n{{ one }}": "page.jinja:2: Unexpected end of template. Jinja was looking for the following tags: 'endfor' or 'else'",
    "\n\n{{ nam }}": "page.jinja:3: 'nam' is undefined; mend the template",
    "{{ name.family }}": "page.jinja:1: 'str object' has no attribute 'family'; mend the template",
    "{{ name | capitals }}": "page.jinja:1: No filter named 'capitals'; mend the template",
    "\n{{ name + 1 }}": 'page.jinja:2: can only concatenate str (not "int") to str; mend the template',
    "\n{% include '_footer.jinja' %}": 'page.jinja:2: there is no template "_footer.jinja"; mend the template',
    "{% import '_parts.jinja' as p %}\n{{ p.nothing() }}": "page.jinja:2: 'jinja2.environment.TemplateModule object' has no attribute 'nothing'; mend the template",
    "{% import '_parts.jinja' as p %}\n{{ p.word(1) }}": "hooks/pages/templates/_parts.jinja:",
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.items())
def test_a_mistake_in_a_template_is_named_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    assert said(tmp_path, text).startswith(expected)


def test_a_sound_template_is_none_and_a_fault_of_the_program_is_not_put_on_one(tmp_path: Path) -> None:
    assert said(tmp_path, "{{ name }}") == "no mistake"
    assert said(tmp_path, "{{ ask() }}") == ""


@pytest.mark.parametrize(
    ("file", "new", "expected"),
    [
        ("hooks/pages/templates/event.jinja", "{{ event.titel }}", r"hooks/pages/templates/event\.jinja:5: 'hooks.*' has no attribute 'titel'; mend"),
        ("hooks/theme/main.html", "{{ page.content }", r"hooks/theme/main\.html:\d+: unexpected '}'; mend"),
    ],
)
def test_a_build_with_a_bad_template_says_so_and_leaves_the_site_as_it_was(project: Project, file: str, new: str, expected: str) -> None:
    shutil.copytree(ROOT / "hooks", project.root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    project.replace("mkdocs.yml", f"{ROOT}/hooks/theme", "hooks/theme")
    project.replace("mkdocs.yml", f"{ROOT}/hooks/", "hooks/")
    project.write("site/index.html", "the last good site")
    old = "{{ event.title }}" if file.endswith("event.jinja") else "{{ page.content }}"
    project.replace(file, old, new)
    done = project.run("hooks", "build")
    assert done.returncode == 1 and re.search(expected, done.stderr), done.stderr
    assert "Traceback" not in done.stderr and project.read("site/index.html") == "the last good site"
