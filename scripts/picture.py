"""Takes the picture of the window that the README shows: a question, its answer, and a source that lies open."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from rag.assistant import Assistant
from rag.errors import VraagbaakError
from rag.settings import Settings
from ui.serving import served
from ui.window import build_window

QUESTION = "What did the cabinet say about UNHCR access?"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
DEFAULT = Path(__file__).resolve().parents[1] / "docs" / "window.png"


def take(address: str, chromium: str, target: Path, scheme: str, width: int) -> None:
    """Ask the question at an address, open its first citation, and save what is to be seen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        page = browser.new_page(
            locale="en-GB",
            viewport={"width": width, "height": 800},
            device_scale_factor=1.5,
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page.goto(address)
        page.locator("#vb-question textarea").fill(QUESTION)
        page.keyboard.press("Enter")
        page.locator(".vb-answer-text .vb-chip").first.click()
        page.locator("#vb-source mark").first.wait_for()
        page.mouse.move(width / 2, 10)
        page.wait_for_timeout(300)
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=target)
        browser.close()


def main() -> int:
    """Read the flags, take the picture, and return the exit status."""
    flags = argparse.ArgumentParser(description=__doc__)
    flags.add_argument("--to", type=Path, default=DEFAULT, help="file to write (default: docs/window.png)")
    flags.add_argument("--scheme", choices=("light", "dark"), default="light")
    flags.add_argument("--width", type=int, default=1280, help="width of the window in CSS pixels")
    flags.add_argument("--index", type=Path, help="index to ask (default: from the settings)")
    chosen = flags.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("No Chromium found; install chromium, or name its program in CHROMIUM.\n")
        return 1
    try:
        assistant = Assistant.open(Settings(index=chosen.index) if chosen.index else Settings())
        with served(build_window(assistant)) as address:
            take(address, chromium, chosen.to, chosen.scheme, chosen.width)
    except VraagbaakError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stderr.write(f"Saved {chosen.to}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
