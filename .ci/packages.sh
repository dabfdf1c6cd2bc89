# Read by build.sh and test.sh: saying what happens, and installing Debian packages that are not there.

say() { printf '\n== %s\n' "$*"; }

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
  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
  else
    say "Missing, and neither root nor sudo to install them:$missing"
    exit 3
  fi
  say "Installing$missing"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
