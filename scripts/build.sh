#!/bin/sh
# Builds the archive, installs it as a user does, and renders a configuration through the installed collection.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ansible-galaxy collection build --output-path "$work"
# From here on as somewhere else: no checkout, no settings of ours.
cd "$work"
touch ansible.cfg
export ANSIBLE_CONFIG="$work/ansible.cfg" ANSIBLE_COLLECTIONS_PATH="$work/collections"
ansible-galaxy collection install --offline llmops-litellm-*.tar.gz
ansible-playbook llmops.litellm.print_config --extra-vars '{"litellm_model_specs": ["key=gpt5,upstream=gpt-5"]}' |
    tee printed
grep -q 'model_name: gpt-5' printed
