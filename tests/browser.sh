#!/bin/sh
# The browser tests need Debian's chromium: install it where we may, and say so where we may not.
if command -v chromium >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing chromium for the browser tests."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "**********************************************************************"
echo "No chromium here: THE BROWSER TESTS WILL BE SKIPPED."
echo "On Debian, install it with: sudo apt-get install chromium"
echo "**********************************************************************"
[ -z "$CI" ]
