"""Keeps the translations: brings them up to date, checks them, makes what the program reads.

    python packaging/texts.py update [CODE …]   the .pot, and every .po (a new one for a CODE that has none)
    python packaging/texts.py check [CODE …]    what is missing or broken (exit code 1 if anything is)
    python packaging/texts.py long [CODE …]     buttons that are much longer than in English
    python packaging/texts.py compile           each .mo that is older than its .po

The program reads the .mo files. They are built, not committed: packaging/run, packaging/test and the
tests make them, and a build of the program runs `compile` first.

New texts come in empty, changed ones too; what is gone is taken out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import button_texts
import catalogues
import extract_texts
import translation_faults


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


def check(codes: Sequence[str]) -> int:
    """List what is missing or broken; returns the exit code."""
    texts, found, looked = extract_texts.collect(), 0, []
    for path in catalogues.translations():
        code = catalogues.code_of(path)
        if codes and code not in codes:
            continue
        looked.append(code)
        catalogue = catalogues.read_translation(path)
        faults = [*translation_faults.lacking(catalogue, texts), *translation_faults.faults(code, catalogue)]
        found += len(faults)
        print(f"{code}: {len(faults)} to look at", *faults, sep="\n  ")
    print(f"{found} faults in {len(looked)} translations: {' '.join(looked)}")
    return 0 if looked and not found else 1


def long(codes: Sequence[str]) -> int:
    """List the buttons that grew much; returns the exit code."""
    for path in catalogues.translations():
        code = catalogues.code_of(path)
        if not codes or code in codes:
            for english, said in button_texts.long_ones(catalogues.read_translation(path)):
                print(f"{code}  {english}  →  {said}")
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
    acts = {"update": update, "check": check, "long": long}
    for name in acts:
        commands.add_parser(name).add_argument("codes", nargs="*", metavar="CODE")
    commands.add_parser("compile")
    options = parser.parse_args(arguments)
    if options.command == "compile":
        return compile_()
    return acts[options.command](options.codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
