# Sourced by packaging/test-deb and packaging/test-tar, from the project's folder, after environment.sh: a fresh
# Debian to prove a package in. It is kept in the user's cache (leeward-packaging) and copied for each run. Everything
# is made and deleted out here, where nothing is mounted below it. What mounts has a /tmp of its own and never deletes.
#
# fresh_system NAME SUITE    makes the copy; "$run" is its folder, which goes when the script ends
# prove_inside PROOF SUITE   runs the Python file or folder PROOF in a mount namespace of its own

cache=$(realpath -m "${XDG_CACHE_HOME:-$HOME/.cache}")/leeward-packaging

needs_mounts() {
    if [ "$(id -u)" -ne 0 ] || ! unshare --mount --net true 2>/dev/null; then
        say "Not run: chroot and mounts need root here."
        exit 2
    fi
    case "$root" in /tmp/*) say "Not run: the project lies below /tmp, which is hidden from what mounts." && exit 2 ;; esac
}

delete() { # a folder below the cache with nothing mounted in it; never anything else
    case "$1" in "$cache"/*) ;; *) say "Not deleted: $1" && return 1 ;; esac
    if grep -qF " $1" /proc/self/mountinfo; then say "Not deleted, something is mounted in it: $1" && return 1; fi
    rm -rf --one-file-system -- "$1"
}

fresh_system() {
    local suite="$2" base="$cache/base-$2"
    case "$cache" in /tmp/*) say "The cache must not be below /tmp, which is hidden from what mounts." && exit 2 ;; esac
    run="$cache/run-$1-$suite-$$"
    if [ ! -e "$base.complete" ]; then
        mkdir -p "$cache"
        delete "$base"
        say "Making a fresh $suite (once; this takes a minute or two)"
        debootstrap --variant=minbase --include=ca-certificates "$suite" "$base" \
            "${LEEWARD_DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$cache/debootstrap-$suite.log"
        touch "$base.complete"
    fi
    trap 'delete "$run"' EXIT
    cp -a "$base" "$run"
    cp /etc/resolv.conf "$run/etc/resolv.conf"
}

prove_inside() {
    export PYTHONPATH="$root:$root/packaging/linux:$root/packaging/linux/proof" PYTHONDONTWRITEBYTECODE=1
    unshare --mount --propagation private sh -c '
        mount -t tmpfs -o mode=1777 tmpfs /tmp # the screen and its sockets live here; the real /tmp is out of sight
        unset TMPDIR
        exec .venv/bin/python "$@"' sh "$1" "$run" "$2"
}
