"""How Sphinx makes the site of scripts/docs.sh, whose source has the pages where the repository has them."""

from __future__ import annotations

import re
import typing as t
from pathlib import Path

from docutils import nodes

if t.TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

HOME = "https://github.com/llmops/ansible-collection-litellm"
REPOSITORY = f"{HOME}/blob/main/"
PICTURES = "https://raw.githubusercontent.com/llmops/ansible-collection-litellm/main/"
ANSIBLE = "https://docs.ansible.com/ansible/latest/"
PAGES_OF_ANSIBLE = {
    "action_plugins": "plugins/action.html",
    "ansible_configuration_settings": "reference_appendices/config.html",
    "common_return_values": "reference_appendices/common_return_values.html",
}
CHECKOUT = Path(__file__).resolve().parents[3]
"""Above .cache/docs/source, where scripts/docs.sh has copied this file."""

project = "llmops.litellm"
copyright = "llmops.litellm maintainers"

extensions = ["myst_parser", "sphinx_antsibull_ext"]
html_theme = "sphinx_ansible_theme"
html_theme_options = {
    "documentation_home_url": "index.html",
    "show_extranav": False,
    "show_rtd_ethical_ads": False,
    "topbar_links": {"Repository": HOME},
}
html_title = "llmops.litellm"
html_show_sphinx = False
html_copy_source = False
html_use_index = False

nitpicky = True
suppress_warnings = ["myst.header"]  # a page may begin with its parts
myst_heading_anchors = 4
highlight_language = "yaml+jinja"
pygments_style = "ansible"


def _link_pages(app: Sphinx, page: str, source: list[str]) -> None:
    """Lead each link of *page* to a file of the repository to that page of the site, where a dead one is found, or to the repository."""

    def link(found: re.Match[str]) -> str:
        near, target = not found[1].startswith(REPOSITORY), found[1].removeprefix(REPOSITORY)
        if ":" in target:
            return found[0]
        path = ((CHECKOUT / page).parent if near else CHECKOUT).joinpath(target).resolve().relative_to(CHECKOUT)
        elsewhere = (CHECKOUT / path).is_file() and not (Path(app.srcdir) / path).is_file()
        return f"]({REPOSITORY if elsewhere else '/'}{path}"

    source[0] = re.sub(r"\]\(([^)#\s]+)", link, source[0].replace(PICTURES, REPOSITORY))


def _link_ansible(
    _app: Sphinx, _environment: BuildEnvironment, missing: pending_xref, text: nodes.Element
) -> nodes.reference | None:
    """Link Ansible's own documentation, whose index only a network has."""
    target = missing["reftarget"]
    plugin = re.fullmatch(r"ansible_collections\.ansible\.builtin\.(\w+)", target)
    page = f"collections/ansible/builtin/{plugin[1]}.html" if plugin else PAGES_OF_ANSIBLE.get(target)
    return nodes.reference("", "", text, refuri=ANSIBLE + page) if page else None


def setup(app: Sphinx) -> dict[str, t.Any]:
    """Connect the two."""
    app.connect("source-read", _link_pages)
    app.connect("missing-reference", _link_ansible)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
