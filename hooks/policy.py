"""The Content-Security-Policy of a page: nothing runs, loads or is asked for that does not lie in this site."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

_CHARSET = '<meta charset="utf-8">'
_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>(?![^>]*\bsrc=)[^>]*)>(?P<text>.*?)</script>", re.S)


def with_policy(html: str) -> str:
    """The page with its policy as the first thing after its character set.

    Of the scripts in the page only those are allowed that stand there now, by their hashes; data in script elements
    (JSON-LD) is not run and needs none. A policy in a page cannot forbid frames; a host may add that as a header.
    """
    scripts = {match["text"] for match in _INLINE_SCRIPT.finditer(html) if 'type="application/' not in match["attributes"]}
    hashes = "".join(f" '{_hash(text)}'" for text in sorted(scripts))
    policy = (
        f"default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "worker-src 'self'; base-uri 'none'; form-action 'self'"
    )
    return html.replace(_CHARSET, f'{_CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


@lru_cache(8)  # all pages have the same few
def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
