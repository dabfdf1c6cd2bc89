# Read by build.sh and test.sh: saying what happens, and getting Debian packages that are not there.

say() { printf '\n== %s\n' "$*"; }

# as_root COMMAND…: runs a command that only root may run; fails where nobody may.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    say "Neither root nor sudo for: $*"
    return 3
  fi
}

# need PACKAGE…: installs those that are missing; elsewhere than on Debian, names them and goes on.
need() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is not Debian; please see to it that these are there (Debian's names): $*"
    return 0
  fi
  missing=
  for package in "$@"; do
    case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" in
      installed) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  say "Installing$missing"
  as_root apt-get update -qq || exit 3
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# unpack FOLDER PACKAGE…: the files of packages in a folder of their own. Nothing is installed, no service is made or started.
unpack() {
  folder=$1
  shift
  [ "$(cat "$folder/packages" 2>/dev/null)" != "$*" ] || return 0
  command -v apt-get >/dev/null 2>&1 || { say "This is not Debian; please unpack into $folder (Debian's names): $*"; return 0; }
  say "Unpacking into $folder: $*"
  rm -rf "$folder"
  mkdir -p "$folder"
  download="apt-get download -qq -o APT::Sandbox::User=root"
  (cd "$folder" && { $download "$@" 2>/dev/null || { as_root apt-get update -qq && $download "$@"; }; }) || exit 3
  for package in "$folder"/*.deb; do
    dpkg-deb -x "$package" "$folder"
    rm "$package"
  done
  echo "$*" >"$folder/packages"
}
