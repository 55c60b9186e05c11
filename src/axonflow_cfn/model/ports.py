"""Ports behind which nothing should be open to the internet."""

SENSITIVE_PORTS: dict[int, str] = {
    20: "FTP",
    21: "FTP",
    22: "SSH",
    23: "Telnet",
    111: "RPC",
    135: "RPC",
    139: "NetBIOS",
    445: "SMB",
    1433: "SQL Server",
    1521: "Oracle",
    2049: "NFS",
    2375: "Docker",
    2376: "Docker",
    2379: "etcd",
    3306: "MySQL",
    3389: "RDP",
    5432: "PostgreSQL",
    5439: "Redshift",
    5601: "OpenSearch Dashboards",
    5900: "VNC",
    5985: "WinRM",
    5986: "WinRM",
    6379: "Redis",
    8182: "Neptune",
    9042: "Cassandra",
    9092: "Kafka",
    9200: "Elasticsearch",
    9300: "Elasticsearch",
    11211: "Memcached",
    27017: "MongoDB",
}
"""Administration and data ports, with what listens there.

The ports of Security Hub's control EC2.19 that belong to such services
(https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19), and the default
ports that the Amazon RDS, ElastiCache, MSK, Neptune, Redshift, EFS and Keyspaces guides name.
"""
