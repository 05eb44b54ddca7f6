"""Find a Chromium for the browser tests and the PDF, or install one.

Looked for in this order: one on PATH; the one that Playwright brought; Playwright's download; the package manager of
the system, where we may use it. Run as a program it prints the path, or says what to install and exits with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
INSTALLERS = (
    ("apt-get", [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]]),
    ("dnf", [["dnf", "install", "-y", "-q", "chromium"]]),
    ("apk", [["apk", "add", "--quiet", "chromium"]]),
    ("pacman", [["pacman", "-Sy", "--noconfirm", "chromium"]]),
)
LAUNCH = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
"""How it is started: also where we are root, and without asking anything of anybody."""
OLDEST = 131
"""The first version that prints margin boxes of pages, such as running heads."""
HELP = "No Chromium was found and none could be installed. Install one (Debian: apt install chromium; macOS: brew install chromium) and try again."


def on_path() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def playwrights() -> str | None:
    """The browser that Playwright installed, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find() -> str | None:
    """Path of a Chromium that is there, or None."""
    return on_path() or playwrights()


def install() -> str | None:
    """Path of a Chromium that was installed now, or None where every way failed."""
    if _worked([sys.executable, "-m", "playwright", "install", "chromium"]) and (found := playwrights()):
        return found
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        for program, commands in INSTALLERS:
            if shutil.which(program) and all(_worked(command) for command in commands):
                return on_path()
    return None


def _worked(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    path = find() or install()
    print(f"Chromium: {path}" if path else HELP)
    sys.exit(0 if path else 1)
