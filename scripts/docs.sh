#!/bin/sh
# Builds the site of the documentation in .cache/docs/html: the pages where the repository has them, and what antsibull-docs makes of the
# role, the modules and the plugins. Every warning fails it, a dead link first of all.
set -eu

cd "$(git rev-parse --show-toplevel)"
work=.cache/docs
source=$work/source
rm -rf "$work"
mkdir -p "$source/reference"
# antsibull-docs wants a folder that nobody else writes to.
chmod go-w "$source/reference"
cp --parents --recursive ./*.md docs/*.md docs/pictures/* docs/examples/* roles/*/README.md "$source"
cp docs/docsite/conf.py docs/docsite/index.md "$source"

antsibull-docs lint-collection-docs --plugin-docs --validate-collection-refs=all .
antsibull-docs collection --use-current --squash-hierarchy --fail-on-error --dest-dir "$source/reference" llmops.litellm
sphinx-build --quiet --fail-on-warning --builder html "$source" "$work/html"
