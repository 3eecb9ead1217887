"""Keeps the translations: brings them up to date, checks them, makes what the program reads.

    python packaging/texts.py update [CODE …]   the .pot, and every .po (a new one for a CODE that has none)
    python packaging/texts.py compile           each .mo that is older than its .po

New texts come in empty, changed ones too; what is gone is taken out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import catalogues
import extract_texts


def update(codes: Sequence[str]) -> int:
    """Write the .pot and bring the translations up to date; returns the exit code."""
    texts = extract_texts.collect()
    extract_texts.write_pot(texts)
    paths = {catalogues.code_of(path): path for path in catalogues.translations()}
    wanted = {code: catalogues.po_file(code) for code in codes} if codes else paths
    for code, path in sorted(wanted.items()):
        new, gone = catalogues.merge(path, texts)
        catalogue = catalogues.read_translation(path)
        missing = sum(map(catalogues.is_missing, catalogues.messages(catalogue)))
        print(f"{code}: {new} new, {gone} gone, {missing} to translate")
    return 0


def compile_() -> int:
    """Make every .mo that is older than its .po; returns the exit code."""
    for made in catalogues.compile_outdated():
        print(made)
    return 0


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update").add_argument("codes", nargs="*", metavar="CODE")
    commands.add_parser("compile")
    options = parser.parse_args(arguments)
    return update(options.codes) if options.command == "update" else compile_()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
