"""Makes a package that runs something whenever a Python starts, as LiteLLM 1.82.8 did, and lists it as its own."""

from __future__ import annotations

import base64
import hashlib
import zipfile

FILES = {
    "planted.pth": 'import os; os.system("touch /stolen")\n',
    "planted-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: planted\nVersion: 1.0\n",
    "planted-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


def listed(path: str, text: str) -> str:
    """The line of RECORD for a file."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
    return f"{path},sha256={digest},{len(text)}\n"


record = "".join(listed(path, text) for path, text in FILES.items()) + "planted-1.0.dist-info/RECORD,,\n"
with zipfile.ZipFile("/root/planted-1.0-py3-none-any.whl", "w") as wheel:
    for name, content in {**FILES, "planted-1.0.dist-info/RECORD": record}.items():
        wheel.writestr(name, content)
