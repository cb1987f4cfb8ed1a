# What scripts/fathom and scripts/test share: the toolchain, Debian packages, the build.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_packages=(libedit-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libtomlplusplus-dev)

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$1"
  exit 1
}

# A Swift toolchain of 6.2 or later, or one sentence that says what to do.
need_swift() {
  command -v swift >/dev/null 2>&1 ||
    stop "fathom needs a Swift toolchain, 6.2 or later: install one from swift.org/install and put swift on the PATH."
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  set -- ${version:-0 0}
  if [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 2 ]; }; then
    stop "This Swift is $1.$2; fathom needs 6.2 or later: install one from swift.org/install and put it first on the PATH."
  fi
}

# Installs the named Debian packages that are missing; says what it does.
need_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = "install ok installed" ] ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 ||
      stop "These Debian packages are missing: ${missing[*]}. Ask an administrator for: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >/dev/null 2>&1 || true
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    stop "The packages could not be installed (off-line, or without the rights?). When you can, run: apt-get install ${missing[*]}"
}

release_binary() { printf '%s/.build/release/fathom' "$root"; }

# Whether the release binary is there and newer than everything it is made from.
is_built() {
  local binary
  binary=$(release_binary)
  [ -x "$binary" ] &&
    [ -z "$(find "$root/Package.swift" "$root/Sources" -newer "$binary" -print -quit)" ]
}

# A program that lies at one address and holds all its libraries but C's starts in two thirds of the
# time: 56,000 addresses need not be corrected, nor names be looked up.
build_release() {
  local flags=(-static-libgcc) swift archives=$root/.build/archives archive
  case $(uname -m) in x86_64) flags+=(-no-pie) ;; esac
  swift=$(readlink -f "$(command -v swift)")
  archive=$("${swift%/*}/clang" -print-file-name=libstdc++.a 2>/dev/null) || archive=
  if [ -f "$archive" ]; then
    mkdir -p "$archives"
    ln -sf "$archive" "$archives/libstdc++.a"
  fi
  say "Building fathom (a few minutes the first time) ..."
  # shellcheck disable=SC2046
  (cd "$root" && swift build -c release --product fathom --static-swift-stdlib \
    -Xswiftc "-L$archives" $(printf -- '-Xswiftc -Xclang-linker -Xswiftc %s ' "${flags[@]}")) >&2 ||
    stop "The build failed; the lines above say why. Without a network, the packages it needs cannot be fetched the first time."
  # A build that found nothing to do leaves the old time on the binary.
  touch "$(release_binary)"
}

# Puts program, lessons, manual pages and shell completions below a prefix.
install_below() {
  local prefix=$1 binary command page
  binary=$(release_binary)
  install -D -m 755 "$binary" "$prefix/bin/fathom" ||
    stop "Nothing can be written below $prefix. Choose another place, or use sudo."
  strip "$prefix/bin/fathom" 2>/dev/null || true
  rm -rf "$prefix/share/fathom/lessons"
  install -d "$prefix/share/fathom/lessons"
  install -m 644 "$root"/lessons/*.lesson.md "$root/lessons/course.toml" "$prefix/share/fathom/lessons"
  complete_for bash "$prefix/share/bash-completion/completions/fathom"
  complete_for zsh "$prefix/share/zsh/site-functions/_fathom"
  complete_for fish "$prefix/share/fish/vendor_completions.d/fathom.fish"
  install -d "$prefix/share/man/man1"
  for command in "" notebook play present run replay check submit grade release bundle "bundle gradescope" \
    "bundle github" export new doctor; do
    page="$prefix/share/man/man1/fathom${command:+-${command// /-}}.1"
    help2man --no-info --no-discard-stderr --version-string "$("$binary" --version)" \
      --name "why deep networks are hard to train" --output "$page" "$binary${command:+ $command}"
  done
  install -d "$prefix/share/man/man7"
  {
    printf '.TH FATHOM-LESSON 7\n.SH NAME\nfathom-lesson \\- the format of lessons\n.SH DESCRIPTION\n.nf\n'
    "$binary" help lesson | sed 's/\\/\\e/g; s/^\([.'"'"']\)/\\\&\1/; s/-/\\-/g'
  } >"$prefix/share/man/man7/fathom-lesson.7"
  say "Installed below $prefix. If $prefix/bin is on your PATH: fathom"
}

complete_for() {
  install -d "$(dirname "$2")"
  "$(release_binary)" --generate-completion-script "$1" >"$2"
}
