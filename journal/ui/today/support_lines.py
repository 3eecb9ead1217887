"""Who can be called or texted where the computer is, in words. Numbers by country: clinical.md, section 5."""

from __future__ import annotations

import tomllib
from typing import Any

from journal.host.resources import resource
from journal.texts.support import checked_when
from journal.texts.translation import _

CRISIS_KINDS = ("crisis", "veterans")


def support_lines(country: str) -> tuple[str, ...]:
    """The lines for a crisis in a country (ISO 3166), each as one sentence; elsewhere the place to find one."""
    data = tomllib.loads(resource("support", "numbers.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = next((each for each in data["country"] if each["code"] == country), {})
    lines = [_line_words(line) for line in found.get("lines", ()) if line["kind"] in CRISIS_KINDS]
    month = checked_when(data["checked"])
    checked = _("Checked {month}. Calls can show on the phone and the bill.").format(month=month)
    return (*(lines or [str(data["elsewhere"])]), checked)


def _line_words(line: dict[str, Any]) -> str:
    ways = []
    if "call" in line:
        then = line.get("say") if line["kind"] == "veterans" or "text" not in line else None
        call = _("call {number}, then {choice}") if then else _("call {number}")
        ways.append(call.format(number=line["call"], choice=then))
    if "text" in line:
        word = line.get("say") if "call" not in line else None
        text = _("text {word} to {number}") if word else _("text {number}")
        ways.append(text.format(number=line["text"], word=word))
    name = line.get("name") or (_("Veterans") if line["kind"] == "veterans" else "")
    words = _("{one}, or {other}").format(one=ways[0], other=ways[1]) if len(ways) > 1 else "".join(ways)
    words = f"{name}: {words}" if name else words[:1].upper() + words[1:]
    hours = line.get("hours", "")
    return f"{words} ({hours})" if hours else words
