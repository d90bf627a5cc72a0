#!/bin/sh
# Runs ansible-test's sanity tests over what git has, in the folder structure that they need. No ignore files.
set -eu

top=$(git rev-parse --show-toplevel)
work=$top/.cache/sanity
tree=$work/ansible_collections/llmops/litellm
rm -rf "$work/ansible_collections"
mkdir -p "$tree"
cd "$top"
git ls-files --cached --others --exclude-standard -z | grep -zv '^\.collections/' |
    xargs -0 cp --parents --no-dereference --target-directory="$tree"
cd "$tree"
git init --quiet
git add --all
# Its environments and downloads stay in the checkout; get-pip.py is the one file that is in no package registry.
export HOME="$work/home"
python_version=$(python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
pip_version=$(python -c "import types; from ansible_test._internal.python_requirements import get_venv_packages as wanted
print(wanted(types.SimpleNamespace(version='$python_version'))['pip'])")
mkdir -p "$HOME/.ansible/test/cache"
cp "$top/scripts/get_pip.py" "$HOME/.ansible/test/cache/get_pip_$(echo "$pip_version" | tr . _).py"
ansible-test sanity --color no --venv --python "$python_version"
