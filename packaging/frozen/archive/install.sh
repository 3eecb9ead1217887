#!/bin/sh
# Sets Leeward up for the person who runs this, below ~/.local, and takes it off again. Needs no root. Journals are
# never touched.
#
#   ./install.sh               sets it up, or puts this version in the place of another
#   ./install.sh --uninstall   takes it off; works from the unpacked archive and from ~/.local/lib/leeward
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
base="$HOME/.local"
share="${XDG_DATA_HOME:-$base/share}"
case "$share" in /*) ;; *) share="$base/share" ;; esac
home="$base/lib/leeward" link="$base/bin/leeward"
desktop="$share/applications/alt.leeward.Leeward.desktop" mime="$share/mime/packages/leeward-backup.xml"
icons="$share/icons/hicolor"
autostart="${XDG_CONFIG_HOME:-$HOME/.config}/autostart/leeward.desktop"

say() { printf '%s\n' "$*"; }

tell_desktop() { # what lists programs and kinds of files learns of the change, where it is there
    command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "$share/applications" || :
    command -v update-mime-database >/dev/null 2>&1 && [ -d "$share/mime/packages" ] && update-mime-database "$share/mime" >/dev/null 2>&1 || :
    command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -f "$icons/index.theme" ] && gtk-update-icon-cache -q "$icons" || :
}

remove_outside() { # all that stands outside the program's own folder
    rm -f "$desktop" "$mime" "$icons/scalable/apps/leeward.svg" "$icons/symbolic/apps/leeward-symbolic.svg"
    for size in 16 20 22 24 32 48 64 96 128 256 512; do rm -f "$icons/${size}x$size/apps/leeward.png"; done
    if [ "$(readlink "$link" 2>/dev/null || :)" = "$home/program/leeward" ]; then rm -f "$link"; fi
}

uninstall() {
    if [ ! -d "$home" ]; then
        say "Leeward is not set up in $home."
        return 0
    fi
    remove_outside
    if grep -qs "$home/" "$autostart"; then rm -f "$autostart"; fi
    rm -rf "$home"
    tell_desktop
    say "Leeward is taken off. Your journal was not touched:"
    say "  $share/leeward"
    say "If you keep a journal in another place, it is still there too. To read one again, set Leeward up again."
}

missing_libraries() {
    LC_ALL=C ldd "$1/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" "$1/_internal/PySide6/QtWidgets.abi3.so" \
        "$1"/_internal/python3*/lib-dynload/_ctypes* 2>/dev/null |
        awk '/not found/ { print $1 }' | sort -u
}

install() {
    if [ "$here" = "$home" ]; then
        say "Leeward is set up here already. For a newer version run install.sh of the newer archive." >&2
        return 1
    fi
    for needed in program share/alt.leeward.Leeward.desktop libraries.txt; do
        if [ ! -e "$here/$needed" ]; then
            say "This is not the whole archive: $needed is not beside install.sh. Unpack it again." >&2
            return 1
        fi
    done
    needs=$(cat "$here/GLIBC" 2>/dev/null || :) has=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)
    if [ -n "$needs" ] && [ "$(printf '%s\n%s\n' "$needs" "${has:-0}" | sort -V | head -n 1)" != "$needs" ]; then
        say "Leeward needs a newer Linux: its C library must be glibc $needs or later, here it is ${has:-another}." >&2
        say "Nothing was changed." >&2
        return 1
    fi
    missing=$(missing_libraries "$here/program")
    if [ -n "$missing" ]; then
        say "Libraries that Leeward needs are not on this computer. Nothing was changed." >&2
        for file in $missing; do
            awk -v file="$file" '$1 == file { print "  " $1 ": package " $2 " (Debian, Ubuntu), " $3 " (Fedora), " $4 " (Arch)" }' \
                "$here/libraries.txt" >&2
        done
        return 1
    fi
    say "Setting up Leeward $(cat "$here/VERSION") in $home"
    mkdir -p "$base/lib" "$base/bin" "$share/applications" "$share/mime/packages" \
        "$icons/scalable/apps" "$icons/symbolic/apps"
    rm -rf "$home.new"
    mkdir "$home.new"
    cp -R "$here/." "$home.new/"
    rm -rf "$home.old"
    if [ -d "$home" ]; then mv "$home" "$home.old"; fi
    mv "$home.new" "$home"
    rm -rf "$home.old"
    ln -sf "$home/program/leeward" "$link"
    # With the whole path, for not every desktop looks in ~/.local/bin.
    quoted=$(printf '%s' "$home/program/leeward" | sed 's/[\\&|]/\\&/g')
    sed -e "s|^Exec=leeward|Exec=\"$quoted\"|" -e "s|^TryExec=leeward|TryExec=$quoted|" \
        "$here/share/alt.leeward.Leeward.desktop" >"$desktop"
    cp "$here/share/leeward-backup.xml" "$mime"
    for icon in "$here"/share/icons/leeward-[0-9]*.png; do
        size=${icon##*-}
        size=${size%.png}
        mkdir -p "$icons/${size}x$size/apps"
        cp "$icon" "$icons/${size}x$size/apps/leeward.png"
    done
    cp "$here/share/icons/leeward.svg" "$icons/scalable/apps/leeward.svg"
    cp "$here/share/icons/leeward-symbolic.svg" "$icons/symbolic/apps/leeward-symbolic.svg"
    tell_desktop
    say "Leeward is set up. You find it in the menu, and as: $link"
    say "To take it off again: $home/install.sh --uninstall"
}

case "${1:-}" in
"") install ;;
--uninstall) uninstall ;;
*)
    say "Use: ./install.sh [--uninstall]" >&2
    exit 2
    ;;
esac
