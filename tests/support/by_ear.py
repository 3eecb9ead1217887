"""The program used as through a screen reader: by accessible actions alone, with neither keys nor a pointer."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.real_window import Desktop, Node

PRESSABLE = ("push button", "toggle button", "radio button", "check box")
WRITABLE = ("text", "password text")


@dataclass(frozen=True, slots=True)
class ByEar:
    """What a person does who hears the window and never touches a key. A control that refuses fails the test."""

    screen: Desktop

    def find(self, name: str, roles: tuple[str, ...] = PRESSABLE, *, under: str = "") -> Node | None:
        """The first enabled control of this name, else whose name begins so; if need be below a group of a name."""
        nodes = self.screen.nodes()
        groups = [node["path"] for node in nodes if node["name"] == under] if under else [[]]
        inside = [node for node in nodes if any(_is_below(node["path"], path) for path in groups)]
        found = [node for node in inside if node["role"] in roles and node["enabled"]]
        exact = (node for node in found if node["name"] == name)
        return next(exact, next((node for node in found if node["name"].startswith(name)), None))

    def wait(self, name: str, roles: tuple[str, ...] = PRESSABLE, *, under: str = "") -> Node:
        """Wait for a control."""
        return self.screen.until(lambda: self.find(name, roles, under=under), f"{roles} “{name}” under “{under}”")

    def press(self, name: str, *, under: str = "") -> None:
        """Do the action of a button."""
        self._do("press", name, PRESSABLE, under=under)

    def write(self, name: str, text: str) -> None:
        """Put a text into a field, and hear it there."""
        if self._do("write", name, WRITABLE, text=text)["role"] == "text":
            self.screen.until(lambda: self.wait(name, WRITABLE)["text"] == text, f"“{text}” in “{name}”")

    def heard(self, part: str) -> Node:
        """Wait until something that is shown says this in its name or description."""

        def there() -> Node | None:
            return next((node for node in self.screen.nodes() if part in node["name"] + node["description"]), None)

        return self.screen.until(there, f"“{part}”, heard")

    def _do(self, deed: str, name: str, roles: tuple[str, ...], *, under: str = "", **more: object) -> Node:
        """Do it once the control is there.

        A page that is just being built may not answer: then it is asked again. A button that its own press takes
        away may not answer either: then it is gone.
        """

        def done() -> tuple[Node, bool] | None:
            node = self.find(name, roles, under=under)
            if node is None:
                return None
            answer = self.screen.ask(do=deed, path=node["path"], **more)
            if "error" in answer and self.find(name, roles, under=under) is None:
                return node, True
            return (node, bool(answer["done"])) if "done" in answer else None

        node, taken = self.screen.until(done, f"“{name}” {roles} under “{under}”, {deed}")
        if not taken:
            raise self.screen.failure(f"“{name}” refused to {deed}")
        return node


def _is_below(path: list[int], above: list[int]) -> bool:
    return path != above and path[: len(above)] == above
