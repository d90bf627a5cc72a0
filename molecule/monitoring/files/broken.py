"""Code that no release can serve with: it needs a variable that nobody sets."""

import os

handler = os.environ["NOBODY_SETS_THIS"]
