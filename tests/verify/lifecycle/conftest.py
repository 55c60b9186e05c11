"""A simulated AWS account for each test."""

from collections.abc import Iterator

import pytest
from verify.lifecycle.account import Account, fresh_account, running_servers


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    with running_servers(tmp_path_factory.mktemp("servers")) as account:
        yield account


@pytest.fixture
def account(servers: Account) -> Account:
    return fresh_account(servers)
