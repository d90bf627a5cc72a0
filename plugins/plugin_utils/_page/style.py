# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page looks: in the light, in the dark, in a narrow window and on paper."""

from __future__ import annotations

import typing as t

LIGHT: t.Mapping[str, str] = {
    "ground": "#ffffff",
    "raised": "#f4f6f8",
    "text": "#1b1f24",
    "quiet": "#4d5761",
    "line": "#7d8791",
    "link": "#0a58b0",
    "good": "#1a6b33",
    "warn": "#8a4b00",
    "bad": "#b01919",
    "blue": "#1f5fb4",
    "amber": "#a85a00",
    "red": "#b3261e",
    "green": "#1d7a3e",
    "violet": "#7a3fb0",
    "teal": "#0b7285",
}
DARK: t.Mapping[str, str] = {
    "ground": "#14181d",
    "raised": "#1f252c",
    "text": "#e8ebee",
    "quiet": "#b3bcc5",
    "line": "#7f8a95",
    "link": "#8ab8ff",
    "good": "#7bd694",
    "warn": "#f2b866",
    "bad": "#ff9b93",
    "blue": "#6ea5f5",
    "amber": "#e09a3c",
    "red": "#f27a70",
    "green": "#5fbf7f",
    "violet": "#bf90ee",
    "teal": "#4fb9cc",
}
"""Names of colours to what they are; a test holds them to the contrasts of WCAG AA."""

LINES = ("blue", "amber", "green", "violet", "red", "teal")
"""Colours of the lines of a chart, one after the other; each has its own pattern of dashes too."""

DASHES = ("none", "7 3", "2 3", "9 3 2 3", "4 2", "12 4")

_PARTS = {
    "answered": "blue",
    "backed": "amber",
    "failed": "red",
    "input": "blue",
    "cached": "teal",
    "output": "violet",
    "cost": "blue",
    "otherwise": "amber",
    "p50": "blue",
    "p95": "amber",
    "share": "blue",
}


def _colours(colours: t.Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


_BODY = """
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem 1.25rem 3rem;background:var(--ground);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:1rem 0 .25rem}
h2{font-size:1.3rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{font-size:1.08rem;margin:1.5rem 0 .25rem}
p,ul{margin:.4rem 0;max-width:60rem}
p,li,h1,caption,figcaption{overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
nav a{display:inline-block;padding:.15rem 0}
.quiet,caption,dt{color:var(--quiet)}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}
.state{font-weight:600;white-space:nowrap}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1rem 0}
.facts div{background:var(--raised);border-radius:.4rem;padding:.6rem .8rem}
.facts dt{font-size:.85rem}
.facts dd{margin:0;font-size:1.35rem;font-weight:600;overflow-wrap:anywhere}
.block{margin:1rem 0 1.75rem}
.frame{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.25rem 0;color:var(--text)}
th,td{text-align:right;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
thead th{font-weight:600;color:var(--quiet);vertical-align:bottom}
th.name,.text td,.text th{text-align:left}
tbody th{font-weight:500}
td,th.name{overflow-wrap:anywhere;unicode-bidi:isolate}
td{min-width:4.6rem}.text td{min-width:6.4rem}th.name{min-width:9rem}
td:last-child:has(.bar){width:32%;min-width:8rem}
.bar{display:block;width:100%;height:1.1rem;margin-top:.15rem}
.swatch{width:.8rem;height:.8rem;vertical-align:-.05rem}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;font-size:.88rem}
figure{margin:1rem 0 1.75rem}
figcaption{font-weight:600}
figure svg.lines{display:block;width:100%;height:auto;max-width:60rem}
.lines text{font-size:12px;fill:var(--quiet)}
.lines .axis{stroke:var(--line);stroke-width:1}
.lines polyline,.key line{fill:none;stroke-width:2}
.key{width:2.2rem;height:.8rem;vertical-align:-.05rem}
"""

_PAPER = """
@page{margin:14mm}
body{max-width:none;padding:0;font-size:9.5pt}
nav{display:none}
.frame{overflow:visible}
h2,h3,caption{break-after:avoid}
tr,figure,.facts div{break-inside:avoid}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
"""


def _drawn() -> str:
    parts = "".join(f".part-{kind}{{fill:var(--{colour})}}" for kind, colour in _PARTS.items())
    lines = "".join(
        f".line-{place}{{stroke:var(--{colour});stroke-dasharray:{dashes}}}"
        for place, (colour, dashes) in enumerate(zip(LINES, DASHES, strict=True))
    )
    return parts + lines


STYLE = (
    f":root{{color-scheme:light dark;{_colours(LIGHT)}}}"
    f"@media (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}"
    f"{_BODY}{_drawn()}"
    f"@media print{{:root{{color-scheme:light;{_colours(LIGHT)}}}{_PAPER}}}"
)
"""The page's only style sheet. It names no address."""
