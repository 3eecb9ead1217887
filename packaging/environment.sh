# Sourced by run and test: makes .venv from a lock file with hashes, once, and sees that Qt finds
# the system libraries it needs. Sets nothing up that stands already.
#
# prepare_environment LOCK   LOCK is the lock file to install.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$root/.venv"

say() { printf '%s\n' "$*" >&2; }

find_python() {
    local candidate
    for candidate in "${LEEWARD_PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
            printf '%s' "$candidate"
            return 0
        fi
    done
    say "Leeward needs Python 3.11, 3.12, 3.13 or 3.14. Install one of them, then run this again."
    return 1
}

is_debian() { [ "$(uname -s)" = Linux ] && command -v apt-get >/dev/null 2>&1; }

missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

# Names changed with the 64-bit time transition (Debian 13, Ubuntu 24.04): try the new one where the old is gone.
available_name() {
    if ! apt-cache show "$1" >/dev/null 2>&1 && apt-cache show "${1}t64" >/dev/null 2>&1; then
        printf '%st64' "$1"
    else
        printf '%s' "$1"
    fi
}

install_packages() {
    is_debian || return 0
    local wanted missing package names=()
    wanted=$(grep -hv '^#' "$@")
    missing=$(missing_packages $wanted)
    [ -n "$missing" ] || return 0
    for package in $missing; do
        [ -n "$(missing_packages "${package}t64")" ] && names+=("$package")
    done
    [ "${#names[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "Qt needs some system libraries. Install them with this line, then run this again:"
        say "  sudo apt-get install ${names[*]}"
        return 1
    fi
    say "Installing system libraries: ${names[*]}"
    apt-get update -qq >&2
    local i
    for i in "${!names[@]}"; do names[i]=$(available_name "${names[i]}"); done
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" >&2
}

make_venv() {
    local python
    python=$(find_python) || return 1
    if [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then return 0; fi
    rm -rf "$venv"
    if ! "$python" -m venv "$venv" 2>/dev/null; then
        rm -rf "$venv"
        if is_debian && [ "$(id -u)" -eq 0 ]; then
            apt-get update -qq >&2
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >&2
            "$python" -m venv "$venv"
        else
            say "Python's venv is missing. Install it (sudo apt-get install python3-venv), then run this again."
            return 1
        fi
    fi
}

prepare_environment() {
    local lock="$1"
    shift
    install_packages "$@" || return 1
    make_venv || return 1
    say "Setting up Leeward in .venv (once; this takes a minute or two)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" >&2 || return 1
    make_command
    cp "$lock" "$venv/$(basename "$lock").installed"
}

# .venv/bin/leeward, so that the command line is there by its own name.
make_command() {
    printf '#!/bin/sh\nexec "%s/packaging/run" "$@"\n' "$root" >"$venv/bin/leeward"
    chmod +x "$venv/bin/leeward"
}
