"""Looks for a text wherever a program could have left it: files, what it wrote, and its memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_CALLS = "trace=write,pwrite64,writev,pwritev,socket,connect,sendto,sendmsg"
WATCH = ("strace", "-D", "-f", "--seccomp-bpf", "-y", "-qq", "-s", "1000000", "-e", _CALLS)
"""With `-o FILE`: every write with the file it goes to, and every socket. `-D` leaves the process number alone."""

_TO_FILE = re.compile(r"(?:write|pwrite64|writev|pwritev)\(\d+<(/[^>]*)>")
_SOCKET = re.compile(r"socket\((AF_\w+)")
_ADDRESS = re.compile(r"sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|AF_INET6, )\"([^\"]+)\"")
PRINT_SERVICE = {("127.0.0.1", 631), ("::1", 631)}
"""Where the system's print service listens: this computer, port 631."""

_INTERNET = ("AF_INET", "AF_INET6", "AF_PACKET")
_CHUNK = 1 << 24


def forms(text: str) -> tuple[bytes, ...]:
    """How a text can stand in a file or in memory."""
    return text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le")


def files_with(folders: Iterable[Path], text: str) -> list[Path]:
    """The files under these folders that hold the text."""
    wanted = forms(text)
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                data = path.read_bytes()
                found += [path] if any(form in data for form in wanted) else []
    return found


def written_to(trace: Path, text: str) -> list[str]:
    """The files to which the text was written, were it only for a moment. Windows and buses are no files."""
    patterns = (text, "\\0".join(text))  # as strace shows UTF-8 and UTF-16
    with trace.open(errors="replace") as lines:
        written = [(found[1], line) for line in lines if (found := _TO_FILE.search(line))]
    return [path for path, line in written if any(pattern in line for pattern in patterns)]


def internet_sockets(trace: Path) -> list[str]:
    """The families of the sockets that could reach another computer."""
    with trace.open(errors="replace") as lines:
        families = [found[1] for line in lines if (found := _SOCKET.search(line))]
    return [family for family in families if family in _INTERNET]


def addresses(trace: Path) -> set[tuple[str, int]]:
    """The addresses and ports on an internet that were connected or sent to."""
    with trace.open(errors="replace") as lines:
        return {(found[2], int(found[1])) for line in lines if (found := _ADDRESS.search(line))}


def sockets(trace: Path) -> int:
    """How many sockets were made at all."""
    with trace.open(errors="replace") as lines:
        return sum(1 for line in lines if _SOCKET.search(line))


def in_memory(process: int, texts: Iterable[str]) -> set[str]:
    """Those of the texts that stand in a process's readable memory."""
    wanted = {text: forms(text) for text in texts}
    longest = max(len(form) for found in wanted.values() for form in found)
    present: set[str] = set()
    for chunk in _memory(process, longest):
        present |= {text for text, found in wanted.items() if any(form in chunk for form in found)}
    return present


def _memory(process: int, overlap: int) -> Iterator[bytes]:
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights, *_rest = line.split()
            if not rights.startswith("r") or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            start, end = (int(edge, 16) for edge in span.split("-"))
            for at in range(start, end, _CHUNK):
                memory.seek(at)
                try:
                    yield memory.read(min(_CHUNK + overlap, end - at))
                except OSError:  # a page that was never touched
                    continue
