"""What this library raises.

::

    AxonflowCfnError
    ├── AssemblyError   layers that do not fit together
    ├── ConfigError     a wrong value in axonflow.toml or in a TemplateConfig (also a ValueError)
    ├── FileError       a file that cannot be read or written
    ├── MissingExtraError   a package of an optional extra that is not installed
    ├── ParameterError  parameter values that CloudFormation would refuse
    ├── PriceError      prices that cannot be read or fetched
    └── RenderError     a template that CloudFormation would not take
"""

from collections.abc import Sequence


class AxonflowCfnError(Exception):
    """Root of every error this library raises; its text is complete for a reader."""


class AssemblyError(AxonflowCfnError):
    """Fragments that contradict each other or refer to nothing."""


class ConfigError(AxonflowCfnError, ValueError):
    """Build-time values that are wrong: one line each, key first.

    Attributes:
        problems: pairs of a dotted key and what is wrong with it.
    """

    def __init__(self, problems: Sequence[tuple[str, str]], file: str | None = None) -> None:
        """Keep the problems; ``file`` is named before each of them."""
        self.problems: tuple[tuple[str, str], ...] = tuple(problems)
        prefix = f"{file}: " if file else ""
        super().__init__("\n".join(f"{prefix}{key}: {text}" for key, text in self.problems))

    def within(self, file: str) -> "ConfigError":
        """Return the same error with the file named in it."""
        return ConfigError(self.problems, file)


class FileError(AxonflowCfnError):
    """A file that cannot be read or written, with the reason the system gave."""


class MissingExtraError(AxonflowCfnError):
    """A package that an optional extra of this library brings, and that is not installed."""

    def __init__(self, extra: str, package: str | None) -> None:
        """Name the package, and how to install the extra."""
        super().__init__(
            f"{package} is not installed; install it with: pip install 'axonflow-cfn[{extra}]'"
        )


class ParameterError(AxonflowCfnError):
    """Values of template parameters that CloudFormation would refuse: one line each."""


class PriceError(AxonflowCfnError):
    """Prices that cannot be read or fetched, or are not there at all."""


class RenderError(AxonflowCfnError):
    """A template that breaks a limit of CloudFormation itself."""
