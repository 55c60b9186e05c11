"""W9559."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# Paths of the instance with which a container can become root on it.
_SOCKETS = {
    *("/var/run/docker.sock", "/run/docker.sock", "/var/run", "/run"),
    *("/run/containerd/containerd.sock", "/", "/etc", "/proc", "/root", "/var/lib/docker"),
}


class ContainerOwnsHost(DeployabilityRule):
    """A container that can take over the instance it runs on."""

    id = "W9559"
    shortdesc = "Container can take over its container instance"
    description = (
        "Privileged, the process namespace of the host, or a writable mount of its root or Docker "
        "socket lets whoever breaks into the container become root on the instance, and with it "
        "all other tasks and their roles. Remove it. The read-only mounts of monitoring agents are "
        "not looked at."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html"
    )
    tags = ["resources", "ecs", "security"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [EC2]
      ContainerDefinitions: [{Name: web, Image: 'web:1', Memory: 512, Privileged: true}]
"""
    good = bad.replace(", Privileged: true", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at task definitions of instances; Fargate has none of these."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            if any(one.text == "FARGATE" for one in task.values("RequiresCompatibilities.*")):
                continue
            for privileged in task.values("ContainerDefinitions.*.Privileged"):
                if privileged.flag:
                    yield Finding(
                        privileged.path,
                        "a privileged container is root on its instance; give it the "
                        "LinuxParameters.Capabilities that it needs",
                    )
            for mode in task.values("PidMode"):
                if mode.text == "host":
                    yield Finding(
                        mode.path, "PidMode host shows and opens all processes of the instance"
                    )
            yield from _mounts(task)


def _mounts(task: Resource) -> Iterator[Finding]:
    sources = {
        name.text: source
        for volume in task.values("Volumes.*")
        for name, source in volume.cases("Name", "Host.SourcePath")
        if name.text and source.text and (source.text.rstrip("/") or "/") in _SOCKETS
    }
    for mount in task.values("ContainerDefinitions.*.MountPoints.*"):
        for name, read_only in mount.cases("SourceVolume", "ReadOnly"):
            source = sources.get(name.text or "")
            writable = read_only.absent or read_only.flag is False
            if source and writable and task.model.together(name, source) is not None:
                yield Finding(
                    mount.path,
                    f"with {source.shown} of the instance the container can take it over; remove "
                    "the mount",
                )
