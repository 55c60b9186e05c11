"""Schedule expressions: what is wrong with a cron() that EventBridge and its kin read."""

import re

_FIELDS = 6
# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
_RANGES = (
    ("minutes", 0, 59),
    ("hours", 0, 23),
    ("day of month", 1, 31),
    ("month", 1, 12),
    ("day of week", 1, 7),
    ("year", 1970, 2199),
)
_NUMBERS = re.compile(r"(\d+)(?:-(\d+))?(?:/\d+)?")

AT = re.compile(r"at\(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\)")
"""A one-time schedule."""
RATE = re.compile(r"rate\([1-9]\d* (minutes?|hours?|days?)\)")
"""A schedule at even intervals."""


def cron_fields(expression: str) -> list[str] | None:
    """The fields of a cron(); None if it is something else."""
    text = expression.strip()
    return text[len("cron(") : -1].split() if text.startswith("cron(") and text[-1] == ")" else None


def cron_fault(expression: str) -> str | None:
    """What is wrong with a cron(), to follow its name in a message; None if nothing is."""
    fields = cron_fields(expression)
    if fields is None:
        return None
    if len(fields) != _FIELDS:
        return f"has {len(fields)} fields; cron needs {_FIELDS}, the last is the year"
    if (fields[2] == "?") == (fields[4] == "?"):
        return "needs ? in one of its day fields, and only one"
    return cron_range_fault(fields)


def cron_range_fault(fields: list[str]) -> str | None:
    """Which field of a cron() has a number out of its range."""
    for field, (name, least, most) in zip(fields, _RANGES, strict=False):
        for item in field.split(","):
            found = _NUMBERS.fullmatch(item)
            for number in found.groups() if found else ():
                if number is not None and not least <= int(number) <= most:
                    return f"has {number} for the {name}, which is from {least} to {most}"
    return None
