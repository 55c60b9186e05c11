"""All files of the guide."""

from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.diagram.architecture import read_architecture
from axonflow_cfn.diagram.d2 import to_d2
from axonflow_cfn.diagram.mermaid import to_mermaid
from axonflow_cfn.diagram.picture import draw_svg
from axonflow_cfn.docs.facts import gather_facts
from axonflow_cfn.docs.pages import write_pages, write_usage
from axonflow_cfn.docs.site import write_site


def guide_files(config: TemplateConfig) -> dict[str, bytes]:
    """Return the guide by file name: Markdown pages, usage instructions, the one HTML page.

    Raises:
        RenderError: the usage instructions are not what AWS Marketplace takes.
    """
    facts = gather_facts(config)
    architecture = read_architecture(facts.template)
    pages = write_pages(facts, to_mermaid(architecture))
    texts = {
        **{f"{name}.md": text for name, text in pages.items()},
        "usage-instructions.txt": write_usage(facts),
        "index.html": write_site(facts, pages, draw_svg(to_d2(architecture))),
    }
    return {name: text.encode() for name, text in texts.items()}
