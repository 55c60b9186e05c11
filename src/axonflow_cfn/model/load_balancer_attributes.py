"""The attributes of load balancers, listeners and target groups, and what they can be.

Source: LoadBalancerAttribute, ListenerAttribute and TargetGroupAttribute of the Elastic Load
Balancing API reference (botocore 1.44.8, November 2026),
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
"""

import re

_FLAG = "true|false"
_ANY = ""
_ALB, _NLB, _GWLB, _LAMBDA = "application", "network", "gateway", "lambda"

# Types, key, and the values allowed: alternatives and ranges of whole numbers; '' for any text.
_BALANCER = (
    ((_ALB, _NLB, _GWLB), "deletion_protection.enabled", _FLAG),
    ((_NLB, _GWLB), "load_balancing.cross_zone.enabled", _FLAG),
    ((_ALB,), "load_balancing.cross_zone.enabled", "true"),
    ((_ALB, _NLB), "access_logs.s3.enabled", _FLAG),
    ((_ALB, _NLB), "access_logs.s3.bucket", _ANY),
    ((_ALB, _NLB), "access_logs.s3.prefix", _ANY),
    ((_ALB, _NLB), "ipv6.deny_all_igw_traffic", _FLAG),
    ((_ALB, _NLB), "zonal_shift.config.enabled", _FLAG),
    ((_ALB,), "idle_timeout.timeout_seconds", "1-4000"),
    ((_ALB,), "client_keep_alive.seconds", "60-604800"),
    ((_ALB,), "connection_logs.s3.enabled", _FLAG),
    ((_ALB,), "connection_logs.s3.bucket", _ANY),
    ((_ALB,), "connection_logs.s3.prefix", _ANY),
    ((_ALB,), "health_check_logs.s3.enabled", _FLAG),
    ((_ALB,), "health_check_logs.s3.bucket", _ANY),
    ((_ALB,), "health_check_logs.s3.prefix", _ANY),
    ((_ALB,), "routing.http.desync_mitigation_mode", "monitor|defensive|strictest"),
    ((_ALB,), "routing.http.drop_invalid_header_fields.enabled", _FLAG),
    ((_ALB,), "routing.http.preserve_host_header.enabled", _FLAG),
    ((_ALB,), "routing.http.x_amzn_tls_version_and_cipher_suite.enabled", _FLAG),
    ((_ALB,), "routing.http.x_amzn_tls_kx.enabled", _FLAG),
    ((_ALB,), "routing.http.xff_client_port.enabled", _FLAG),
    ((_ALB,), "routing.http.xff_header_processing.mode", "append|preserve|remove"),
    ((_ALB,), "routing.http2.enabled", _FLAG),
    ((_ALB,), "waf.fail_open.enabled", _FLAG),
    (
        (_NLB,),
        "dns_record.client_routing_policy",
        "availability_zone_affinity|partial_availability_zone_affinity|any_availability_zone",
    ),
    ((_NLB,), "secondary_ips.auto_assigned.per_subnet", "0-7"),
)
_HEALTH = "target_group_health."
_TARGET_GROUP = (
    ((_ALB, _NLB, _GWLB), "deregistration_delay.timeout_seconds", "0-3600"),
    ((_ALB, _NLB, _GWLB, _LAMBDA), "stickiness.enabled", _FLAG),
    ((_ALB, _LAMBDA), "stickiness.type", "lb_cookie|app_cookie"),
    ((_NLB,), "stickiness.type", "source_ip"),
    ((_GWLB,), "stickiness.type", "source_ip_dest_ip|source_ip_dest_ip_proto"),
    (
        (_ALB, _NLB, _GWLB, _LAMBDA),
        "load_balancing.cross_zone.enabled",
        "true|false|use_load_balancer_configuration",
    ),
    ((_ALB, _NLB, _LAMBDA), _HEALTH + "dns_failover.minimum_healthy_targets.count", "off|1-99999"),
    (
        (_ALB, _NLB, _LAMBDA),
        _HEALTH + "dns_failover.minimum_healthy_targets.percentage",
        "off|1-100",
    ),
    (
        (_ALB, _NLB, _LAMBDA),
        _HEALTH + "unhealthy_state_routing.minimum_healthy_targets.count",
        "1-99999",
    ),
    (
        (_ALB, _NLB, _LAMBDA),
        _HEALTH + "unhealthy_state_routing.minimum_healthy_targets.percentage",
        "off|1-100",
    ),
    (
        (_ALB,),
        "load_balancing.algorithm.type",
        "round_robin|least_outstanding_requests|weighted_random",
    ),
    ((_ALB,), "load_balancing.algorithm.anomaly_mitigation", "on|off"),
    ((_ALB,), "slow_start.duration_seconds", "0|30-900"),
    ((_ALB, _LAMBDA), "stickiness.app_cookie.cookie_name", _ANY),
    ((_ALB, _LAMBDA), "stickiness.app_cookie.duration_seconds", "1-604800"),
    ((_ALB, _LAMBDA), "stickiness.lb_cookie.duration_seconds", "1-604800"),
    (
        (_ALB,),
        "waf.http2.traffic_inspection_behavior",
        "inspect_immediately|inspect_after_sufficient_data",
    ),
    ((_ALB,), "routing.http2.rst_stream_error_forwarding.enabled", _FLAG),
    ((_LAMBDA,), "lambda.multi_value_headers.enabled", _FLAG),
    ((_NLB,), "deregistration_delay.connection_termination.enabled", _FLAG),
    ((_NLB,), "preserve_client_ip.enabled", _FLAG),
    ((_NLB,), "proxy_protocol_v2.enabled", _FLAG),
    ((_NLB,), "target_health_state.unhealthy.connection_termination.enabled", _FLAG),
    ((_NLB,), "target_health_state.unhealthy.draining_interval_seconds", "0-360000"),
    ((_GWLB,), "target_failover.on_deregistration", "rebalance|no_rebalance"),
    ((_GWLB,), "target_failover.on_unhealthy", "rebalance|no_rebalance"),
    ((_GWLB,), "send_tcp_reset.on_unhealthy.enabled", _FLAG),
    ((_GWLB,), "send_tcp_reset.on_deregistration.enabled", _FLAG),
)
_REQUEST, _RESPONSE = "routing.http.request.x_amzn_", "routing.http.response."
_LISTENER = (
    ((_NLB, _GWLB), "tcp.idle_timeout.seconds", "60-6000"),
    ((_GWLB,), "send_tcp_reset.on_idle_timeout.enabled", _FLAG),
    ((_ALB,), _REQUEST + "mtls_clientcert_serial_number.header_name", _ANY),
    ((_ALB,), _REQUEST + "mtls_clientcert_issuer.header_name", _ANY),
    ((_ALB,), _REQUEST + "mtls_clientcert_subject.header_name", _ANY),
    ((_ALB,), _REQUEST + "mtls_clientcert_validity.header_name", _ANY),
    ((_ALB,), _REQUEST + "mtls_clientcert_leaf.header_name", _ANY),
    ((_ALB,), _REQUEST + "mtls_clientcert.header_name", _ANY),
    ((_ALB,), _REQUEST + "tls_version.header_name", _ANY),
    ((_ALB,), _REQUEST + "tls_cipher_suite.header_name", _ANY),
    ((_ALB,), _RESPONSE + "server.enabled", _FLAG),
    ((_ALB,), _RESPONSE + "strict_transport_security.header_value", _ANY),
    ((_ALB,), _RESPONSE + "access_control_allow_origin.header_value", _ANY),
    ((_ALB,), _RESPONSE + "access_control_allow_methods.header_value", _ANY),
    ((_ALB,), _RESPONSE + "access_control_allow_headers.header_value", _ANY),
    ((_ALB,), _RESPONSE + "access_control_allow_credentials.header_value", _ANY),
    ((_ALB,), _RESPONSE + "access_control_expose_headers.header_value", _ANY),
    ((_ALB,), _RESPONSE + "access_control_max_age.header_value", _ANY),
    ((_ALB,), _RESPONSE + "content_security_policy.header_value", _ANY),
    ((_ALB,), _RESPONSE + "x_content_type_options.header_value", _ANY),
    ((_ALB,), _RESPONSE + "x_frame_options.header_value", _ANY),
)

ATTRIBUTES: dict[str, dict[str, dict[str, str]]] = {
    owner: {
        wanted: {key: allowed for kinds, key, allowed in rows if wanted in kinds}
        for wanted in (_ALB, _NLB, _GWLB, _LAMBDA)
    }
    for owner, rows in (
        ("LoadBalancerAttributes", _BALANCER),
        ("ListenerAttributes", _LISTENER),
        ("TargetGroupAttributes", _TARGET_GROUP),
    )
}
"""The values allowed, by property, type ('application', ..., 'lambda') and key."""


def fits(allowed: str, text: str) -> bool:
    """Whether a value is one of those allowed ('on|off', '0|30-900'; '' takes any text)."""
    if not allowed:
        return True
    for choice in allowed.split("|"):
        limits = re.fullmatch(r"(\d+)-(\d+)", choice)
        if limits and text.isdecimal() and int(limits[1]) <= int(text) <= int(limits[2]):
            return True
        if choice == text:
            return True
    return False
