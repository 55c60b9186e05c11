"""The predefined security policies of Elastic Load Balancing.

Source: the tables "Protocols by policy" of
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
and the same page of the Network Load Balancers guide, as of September 2026.
"""

from itertools import product

RECOMMENDED = "ELBSecurityPolicy-TLS13-1-2-2021-06"
"""TLS 1.2 and 1.3, and known in every partition."""

LAST_EDITION = "2025-09"
"""The newest year and month in a name of the table: a later one may be new, not wrong."""

_OLDER = {
    "2015-05": "1.0",
    "2016-08": "1.0",
    "FS-2018-06": "1.0",
    "FS-1-1-2019-08": "1.1",
    "FS-1-2-2019-08": "1.2",
    "FS-1-2-Res-2019-08": "1.2",
    "FS-1-2-Res-2020-10": "1.2",
    "TLS-1-0-2015-04": "1.0",
    "TLS-1-1-2017-01": "1.1",
    "TLS-1-2-2017-01": "1.2",
    "TLS-1-2-Ext-2018-06": "1.2",
}
_INTEROP = tuple(f"1-2-RFC9151-INTEROP{number}" for number in (1, 2, 3, 4))
_TLS13 = (
    (("1-0", "1-1", "1-2", "1-2-Res", "1-2-Ext1", "1-2-Ext2", "1-3"), ("2021-06",)),
    (
        ("1-0", "1-1", "1-2", "1-2-Res", "1-2-Ext0", "1-2-Ext1", "1-2-Ext2", "1-3"),
        ("FIPS-2023-04", "FIPS-PQ-2025-09"),
    ),
    (("1-0", "1-2", "1-2-Res", "1-2-Ext1", "1-2-Ext2", "1-3"), ("PQ-2025-09",)),
    (("1-3-RFC9151", "1-2-RFC9151", "1-2-Ext0-RFC9151", *_INTEROP), ("FIPS-2023-07",)),
)

TLS_POLICIES: dict[str, str] = {
    f"ELBSecurityPolicy-{name}": version for name, version in _OLDER.items()
} | {
    f"ELBSecurityPolicy-TLS13-{name}-{edition}": name[:3].replace("-", ".")
    for names, editions in _TLS13
    for name, edition in product(names, editions)
}
"""The lowest TLS version that each policy accepts."""
