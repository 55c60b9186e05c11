"""What this library raises.

::

    AxonflowCfnError
    ├── AssemblyError   layers that do not fit together
    ├── ConfigError     a wrong value in axonflow.toml or in a TemplateConfig (also a ValueError)
    ├── FileError       a file that cannot be read or written
    └── RenderError     a template that CloudFormation would not take
"""


class AxonflowCfnError(Exception):
    """Root of every error this library raises; its text is complete for a reader."""


class AssemblyError(AxonflowCfnError):
    """Fragments that contradict each other or refer to nothing."""


class ConfigError(AxonflowCfnError, ValueError):
    """A build-time value that is wrong, with its key, what it got and what is allowed."""


class FileError(AxonflowCfnError):
    """A file that cannot be read or written, with the reason the system gave."""


class RenderError(AxonflowCfnError):
    """A template that breaks a limit of CloudFormation itself."""
