"""What becomes of each name of a diary: the person's answers, the proposals, and the questions between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from journal.exchange.drafts import NewItem

MISSING, ZERO = "missing", "zero"
"""The two readings of a name that an entry does not have: not asked, or none of it."""


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """What becomes of one name. Without `key` and `medicine` it is left out.

    `key` is an item that exists, or the key of `new`. `value` is the number that a word or a
    ticked activity stands for on that item; None: 1 for what is only named, else the file's own
    number, put onto the item's scale where that is another one. `medicine` is the medicine that
    the doses of this name go to.
    """

    kind: str
    name: str
    key: str = ""
    value: float | None = None
    new: NewItem | None = None
    medicine: str = ""


@dataclass(frozen=True, slots=True)
class ImportAnswers:
    """What the person said of a file. What is empty is as found; `blank` empty is "missing".

    `zone` is the IANA name that times without an offset are local to. Names that are not in
    `names` map to nothing yet.
    """

    zone: str = ""
    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    blank: str = ""
    names: tuple[NameAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """A name of the file, how often it stands there, and what is proposed or was answered for it.

    `low` and `high` are the numbers seen (None: it is only named). `words` is true where all names
    of this kind are words of one item, so that `proposal.value` says which step each is (None: not
    known, to be asked). `answered` is true where the answer is the person's, now or for an earlier file.
    `fresh` is the item that would be made for it (None: a medicine, or an item of that key is there).
    """

    kind: str
    name: str
    count: int
    proposal: NameAnswer
    answered: bool = False
    words: bool = False
    low: float | None = None
    high: float | None = None
    fresh: NewItem | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question, with what it leads to. Both texts are message ids."""

    value: str
    text: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the format can't say, asked once. `key` is the field of `ImportAnswers`; `text` a message id."""

    key: str
    text: str
    choices: tuple[Choice, ...] = field(default=())
    value: str = ""
