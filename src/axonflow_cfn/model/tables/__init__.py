"""Long lists of names that AWS publishes, one a line, sorted."""

from functools import cache
from importlib.resources import files


@cache
def names(table: str) -> frozenset[str]:
    """The names of a table.

    Args:
        table: its file in this folder, without `.txt`:

            - `backup_actions`, `restore_actions`: all that AWSBackupServiceRolePolicyForBackup
              (v30) and ...ForRestores (v35) allow, on whichever resource (February 2026).
            - `condition_keys`: the global condition keys of IAM, and those of the services that
              templates of this kind use (Service Authorization Reference, October 2026).
            - `managed_policies`: path and name of every AWS managed policy, as IAM listed them in
              July 2026 (github.com/iann0036/iam-dataset, commit 74b67f9).
            - `service_principals`: what stands before `.amazonaws.com` in the trust policies of
              AWS's documentation and in the iam:PassedToService conditions of its managed
              policies, of the same date. https://docs.aws.amazon.com/IAM/latest/UserGuide/
              reference_policies_elements_principal.html
            - `postgres_parameters`, `mysql_parameters`: DB parameters of RDS and Aurora, from the
              parameter pages of both user guides (June 2023); newer names were added by hand.

    AWS adds to all of them, so a name that is not in a table may still exist.
    """
    return frozenset(files(__name__).joinpath(f"{table}.txt").read_text("utf-8").split())
