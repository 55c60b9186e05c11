"""A resource beside the stock layers: an AWS WAF web ACL in front of the load balancer.

Run it: ``python examples/waf.py > waf.yaml``
"""

import sys
from collections.abc import Mapping
from typing import Any

from troposphere import GetAtt, Template, wafv2

from axonflow_cfn import (
    Fragment,
    Network,
    TemplateConfig,
    assemble,
    build_stack,
    describe,
    described,
    render_template,
)
from axonflow_cfn.naming import name_tag, stack_named

_KEEP: Mapping[str, Any] = {"None": {}}  # "None" cannot be written as a keyword


def build_web_acl(network: Network) -> Fragment:
    """Return a web ACL with AWS's common rules, and its association with the load balancer."""
    visibility = wafv2.VisibilityConfig(
        CloudWatchMetricsEnabled=True, MetricName="axonflow-web-acl", SampledRequestsEnabled=True
    )
    acl = wafv2.WebACL(
        "WebAcl",
        Metadata=described("Blocks common attacks before they reach the agents."),
        Name=stack_named("web-acl"),
        Scope="REGIONAL",
        DefaultAction=wafv2.DefaultAction(Allow=wafv2.AllowAction()),
        VisibilityConfig=visibility,
        Rules=[
            wafv2.WebACLRule(
                Name="common",
                Priority=0,
                OverrideAction=wafv2.OverrideAction(**_KEEP),
                Statement=wafv2.Statement(
                    ManagedRuleGroupStatement=wafv2.ManagedRuleGroupStatement(
                        VendorName="AWS", Name="AWSManagedRulesCommonRuleSet"
                    )
                ),
                VisibilityConfig=visibility,
            )
        ],
        Tags=name_tag("web-acl"),
    )
    association = wafv2.WebACLAssociation(
        "WebAclAssociation",
        Metadata=described("Puts the web ACL in front of the load balancer."),
        ResourceArn=network.load_balancer,
        WebACLArn=GetAtt("WebAcl", "Arn"),
    )
    return Fragment(resources=(acl, association))


def build_template(config: TemplateConfig) -> Template:
    """Return the stock template with the web ACL."""
    stack = build_stack(config)
    return assemble(*stack.fragments, build_web_acl(stack.network), description=describe(config))


if __name__ == "__main__":
    sys.stdout.write(render_template(build_template(TemplateConfig())))
