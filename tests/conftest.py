"""What all tests share: none says how fast the machine is, and each run tries the same examples.

``HYPOTHESIS_PROFILE=search pytest …`` tries others.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
