"""A chart that is drawn before it is shown, on another thread than the window's, which then only copies it."""

from __future__ import annotations

from dataclasses import dataclass

from journal.charts.frames import Frames
from journal.model.treatment_charts import Chart


@dataclass(frozen=True, slots=True)
class Room:
    """What a chart has at least, in logical pixels, and how many pixels of the screen each has."""

    width: int = 1
    height: int = 0
    ratio: float = 1.0


class DrawnAhead:
    """Holds the newest. `room` is where it is expected to be shown."""

    def __init__(self) -> None:
        self.room = Room()
        self._frames: Frames | None = None

    def draw(self, data: Chart, like: Frames) -> None:
        """Draw in the dress of what is shown now, unless that is the same chart. For another thread."""
        if data == like.data:
            return
        room, frames = self.room, Frames(like.tokens, like.text_px, like.font)
        frames.show_data(data)
        frames.draw(room.width, max(round(frames.wanted_height(room.width)), room.height), room.ratio, None)
        frames.move(None, None)
        self._frames = frames

    def take(self, data: Chart | None, shown: Frames) -> Frames:
        """What was drawn of this chart in the dress of now, else `shown`, to draw it when it is painted."""
        frames, self._frames = self._frames, None
        if frames is not None and frames.data is data and frames.is_dressed(shown.tokens, shown.text_px, shown.font):
            return frames
        shown.show_data(data)
        return shown
