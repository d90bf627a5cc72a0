# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""The service managers that can run a gateway, as ``litellm_service_manager`` names them."""

from __future__ import annotations

WITH_IMAGE = ("podman", "docker", "rootless-podman")
"""Those that run LiteLLM's own image, which brings Prisma's client."""

WITHOUT_IMAGE = ("systemd", "supervisor", "auto")
"""Those that run an environment of the collection's own, so that its packages are known."""
