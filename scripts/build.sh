#!/bin/sh
# Builds the archive and uses it as a stranger does: in an empty environment and an empty home, without a checkout and
# settings of ours, with the commands that the READMEs and the example of a pipeline show.
set -eu

checkout=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# From a copy of what belongs to the project: the tests that run beside this write and remove files of their own here.
mkdir "$work/project"
git ls-files --cached --others --exclude-standard -z | xargs --null cp --parents --no-dereference --target-directory="$work/project"
(cd "$work/project" && ansible-galaxy collection build --output-path "$work/archive")

# What Galaxy says of an archive that is published. Its warnings end it as errors do.
(cd "$work" && python -m galaxy_importer.main archive/*.tar.gz > imported) || { cat "$work/imported" && exit 1; }
if grep --extended-regexp '^(WARNING|ERROR)' "$work/imported"; then
    exit 1
fi

uv venv --quiet --seed --system-certs --python .venv/bin/python "$work/venv"
python scripts/documented_commands.py README.md build > "$work/readme.sh"
python scripts/documented_commands.py roles/litellm/README.md build >> "$work/readme.sh"
python scripts/documented_commands.py docs/migration_from_launcher.md build > "$work/migration.sh"
python scripts/workflow_commands.py docs/examples/ci.yml check > "$work/check.sh"

# Where the machine's package registry is, is no setting of ours.
export XDG_CONFIG_HOME="${XDG_CONFIG_HOME:-$HOME/.config}" XDG_CACHE_HOME="${XDG_CACHE_HOME:-$HOME/.cache}"
mkdir "$work/home" "$work/repository"
export HOME="$work/home" PATH="$work/venv/bin:/usr/local/bin:/usr/bin:/bin"
unset ANSIBLE_CONFIG
cd "$work/repository"

# The collection comes out of the archive, not from a network.
archive=$(echo "$work/archive"/*.tar.gz)
sed "s,https:.*,$archive,; s,type: git,type: file,; /version:/d" "$checkout/requirements.yml" > requirements.yml
cat > config.yaml <<'CONFIG'
model_list:
  - model_name: gpt-5
    litellm_params: {model: openai/gpt-5, api_key: os.environ/OPENAI_API_KEY}
CONFIG
echo 'a password' > "$work/vault_password"

echo 'What the READMEs show:'
ANSIBLE_VAULT_PASSWORD_FILE="$work/vault_password" sh -eux "$work/readme.sh" > printed || { cat printed && exit 1; }
for line in 'model_name: deepseek-v3.2' 'config.yaml has no errors: 1 deployments' 'upstream: gpt-5'; do
    grep --quiet "$line" printed || { cat printed && echo "There is no '$line' in it." && exit 1; }
done

echo 'What the page for users of the launcher shows, under the settings that a page proposes:'
cp "$checkout/docs/examples/ansible.cfg" .
sh -eux "$work/migration.sh" > printed || { cat printed && exit 1; }
grep --quiet 'model_name: deepseek-v3.2' printed

echo 'What the example of a pipeline does:'
ANSIBLE_VAULT_PASSWORD_FILE=.vault_password VAULT_PASSWORD='a password' sh -eux "$work/check.sh"

echo 'What an execution environment gets:'
cp "$checkout/docs/examples/execution-environment.yml" .
"$checkout/.venv/bin/ansible-builder" create --verbosity 2 > created || { cat created && exit 1; }
cmp requirements.yml context/_build/requirements.yml
"$checkout/.venv/bin/ansible-builder" introspect "$HOME/.ansible/collections" | tee needed
grep --quiet openssh-client needed

# What the pages say is in the installed collection.
installed=$HOME/.ansible/collections/ansible_collections/llmops/litellm
ls "$installed/docs/examples" "$installed"/changelogs/fragments/*.yml
