"""What AWS services publish to CloudWatch: names, dimensions and units of their metrics."""

# Each list is from the page "CloudWatch metrics" of the service's own guide, reached from
# https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
# (read in 2026). A new metric may be missing, so rules speak only of names that are close to one
# of these, or that another namespace has.
METRICS: dict[str, frozenset[str]] = {
    namespace: frozenset(names.split())
    for namespace, names in {
        "AWS/ApplicationELB": """
            ActiveConnectionCount AnomalousHostCount ClientTLSNegotiationErrorCount ConsumedLCUs
            DesyncMitigationMode_NonCompliant_Request_Count DroppedInvalidHeaderRequestCount
            ELBAuthError ELBAuthFailure ELBAuthLatency ELBAuthRefreshTokenSuccess ELBAuthSuccess
            ELBAuthUserClaimsSizeExceeded ForwardedInvalidHeaderRequestCount GrpcRequestCount
            HTTPCode_ELB_3XX_Count HTTPCode_ELB_4XX_Count HTTPCode_ELB_500_Count
            HTTPCode_ELB_502_Count HTTPCode_ELB_503_Count HTTPCode_ELB_504_Count
            HTTPCode_ELB_5XX_Count HTTPCode_Target_2XX_Count HTTPCode_Target_3XX_Count
            HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count HTTP_Fixed_Response_Count
            HTTP_Redirect_Count HTTP_Redirect_Url_Limit_Exceeded_Count HealthyHostCount
            HealthyStateDNS HealthyStateRouting IPv6ProcessedBytes IPv6RequestCount
            LambdaInternalError LambdaTargetProcessedBytes LambdaUserError
            LowReputationPacketsDropped LowReputationRequestsDenied MitigatedHostCount
            NewConnectionCount NonStickyRequestCount PeakLCUs ProcessedBytes
            RejectedConnectionCount RequestCount RequestCountPerTarget ReservedLCUs
            RuleEvaluations StandardProcessedBytes TargetConnectionErrorCount TargetResponseTime
            TargetTLSNegotiationErrorCount UnHealthyHostCount UnhealthyRoutingRequestCount
            UnhealthyStateDNS UnhealthyStateRouting ZonalShiftedHostCount""",
        "AWS/AutoScaling": """
            GroupAndWarmPoolDesiredCapacity GroupAndWarmPoolTotalCapacity GroupDesiredCapacity
            GroupInServiceCapacity GroupInServiceInstances GroupMaxSize GroupMinSize
            GroupPendingCapacity GroupPendingInstances GroupStandbyCapacity GroupStandbyInstances
            GroupTerminatingCapacity GroupTerminatingInstances GroupTotalCapacity
            GroupTotalInstances PredictiveScalingCapacityForecast PredictiveScalingLoadForecast
            PredictiveScalingMetricPairCorrelation WarmPoolDesiredCapacity WarmPoolMinSize
            WarmPoolPendingCapacity WarmPoolTerminatingCapacity WarmPoolTotalCapacity
            WarmPoolWarmedCapacity""",
        "AWS/DynamoDB": """
            AccountMaxReads AccountMaxTableLevelReads AccountMaxTableLevelWrites AccountMaxWrites
            AccountProvisionedReadCapacityUtilization AccountProvisionedWriteCapacityUtilization
            AgeOfOldestUnreplicatedRecord ConditionalCheckFailedRequests
            ConsumedChangeDataCaptureUnits ConsumedReadCapacityUnits ConsumedWriteCapacityUnits
            FailedToReplicateRecordCount MaxProvisionedTableReadCapacityUtilization
            MaxProvisionedTableWriteCapacityUtilization OnDemandMaxReadRequestUnits
            OnDemandMaxWriteRequestUnits OnlineIndexConsumedWriteCapacity
            OnlineIndexPercentageProgress OnlineIndexThrottleEvents PendingReplicationCount
            ProvisionedReadCapacityUnits ProvisionedWriteCapacityUnits
            ReadAccountLimitThrottleEvents ReadKeyRangeThroughputThrottleEvents
            ReadMaxOnDemandThroughputThrottleEvents ReadProvisionedThroughputThrottleEvents
            ReadThrottleEvents ReplicationLatency ReturnedBytes ReturnedItemCount
            ReturnedRecordsCount SuccessfulRequestLatency SystemErrors
            ThrottledPutRecordCount ThrottledRequests TimeToLiveDeletedItemCount
            TransactionConflict UserErrors WriteAccountLimitThrottleEvents
            WriteKeyRangeThroughputThrottleEvents WriteMaxOnDemandThroughputThrottleEvents
            WriteProvisionedThroughputThrottleEvents WriteThrottleEvents""",
        "AWS/EC2": """
            CPUCreditBalance CPUCreditUsage CPUSurplusCreditBalance CPUSurplusCreditsCharged
            CPUUtilization DedicatedHostCPUUtilization DiskReadBytes DiskReadOps DiskWriteBytes
            DiskWriteOps EBSByteBalance% EBSIOBalance% EBSReadBytes EBSReadOps EBSWriteBytes
            EBSWriteOps InstanceEBSIOPSExceededCheck InstanceEBSThroughputExceededCheck
            MetadataNoToken MetadataNoTokenRejected NetworkIn NetworkOut NetworkPacketsIn
            NetworkPacketsOut StatusCheckFailed StatusCheckFailed_AttachedEBS
            StatusCheckFailed_Instance StatusCheckFailed_System""",
        "AWS/ECS": """
            ActiveConnectionCount CPUReservation CPUUtilization ClientTLSNegotiationErrorCount
            EBSFilesystemUtilization GPUReservation GrpcRequestCount HTTPCode_Target_2XX_Count
            HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count
            MemoryReservation MemoryUtilization NewConnectionCount ProcessedBytes RequestCount
            RequestCountPerTarget TargetProcessedBytes TargetResponseTime
            TargetTLSNegotiationErrorCount""",
        "AWS/EFS": """
            BurstCreditBalance ClientConnections DataReadIOBytes DataWriteIOBytes MetadataIOBytes
            MetadataReadIOBytes MetadataWriteIOBytes MeteredIOBytes PercentIOLimit
            PermittedThroughput StorageBytes TimeSinceLastSync TotalIOBytes""",
        "AWS/Events": """
            DeadLetterInvocations Events FailedInvocations IngestionToInvocationCompleteLatency
            IngestionToInvocationStartLatency IngestionToInvocationSuccessLatency
            InvocationAttempts Invocations InvocationsCreated InvocationsFailedToBeSentToDlq
            InvocationsSentToDlq MatchedEvents PutEventsApproximateCallCount
            PutEventsApproximateFailedCount PutEventsApproximateSuccessCount
            PutEventsApproximateThrottledCount PutEventsEntriesCount
            PutEventsFailedEntriesCount PutEventsLatency PutEventsRequestSize
            RetryInvocationAttempts SuccessfulInvocationAttempts ThrottledRules
            TriggeredRules""",
        "AWS/Lambda": """
            AsyncEventAge AsyncEventsDropped AsyncEventsReceived ClaimedAccountConcurrency
            ConcurrentExecutions DeadLetterErrors DeletedEventCount DestinationDeliveryFailures
            DroppedEventCount Duration Errors FailedInvokeEventCount FilteredOutEventCount
            Invocations InvokedEventCount IteratorAge OffsetLag
            OnFailureDestinationDeliveredEventCount OversizedRecordCount PolledEventCount
            PostRuntimeExtensionsDuration
            ProvisionedConcurrencyInvocations ProvisionedConcurrencySpilloverInvocations
            ProvisionedConcurrencyUtilization ProvisionedConcurrentExecutions ProvisionedPollers
            RecursiveInvocationsDropped Throttles UnreservedConcurrentExecutions""",
        "AWS/Logs": """
            DeliveryErrors DeliveryThrottling EMFParsingErrors EMFValidationErrors ErrorCount
            ForwardedBytes ForwardedLogEvents IncomingBytes IncomingLogEvents ThrottleCount
            LogEventsWithFindings CallCount""",
        "AWS/NATGateway": """
            ActiveConnectionCount BytesInFromDestination BytesInFromSource BytesOutToDestination
            BytesOutToSource ConnectionAttemptCount ConnectionEstablishedCount
            ErrorPortAllocation IdleTimeoutCount PacketsDropCount PacketsInFromDestination
            PacketsInFromSource PacketsOutToDestination PacketsOutToSource PeakBytesPerSecond
            PeakPacketsPerSecond""",
        "AWS/NetworkELB": """
            ActiveFlowCount ActiveFlowCount_TCP ActiveFlowCount_TLS ActiveFlowCount_UDP
            ActiveZonalShiftHostCount ClientTLSNegotiationErrorCount ConsumedLCUs
            ConsumedLCUs_TCP ConsumedLCUs_TLS ConsumedLCUs_UDP HealthyHostCount NewFlowCount
            NewFlowCount_TCP NewFlowCount_TLS NewFlowCount_UDP PeakBytesPerSecond
            PeakPacketsPerSecond PortAllocationErrorCount ProcessedBytes ProcessedBytes_TCP
            ProcessedBytes_TLS ProcessedBytes_UDP ProcessedPackets RejectedFlowCount
            RejectedFlowCount_TCP ReservedLCUs SecurityGroupBlockedFlowCount_Inbound_ICMP
            SecurityGroupBlockedFlowCount_Inbound_TCP SecurityGroupBlockedFlowCount_Inbound_UDP
            SecurityGroupBlockedFlowCount_Outbound_ICMP
            SecurityGroupBlockedFlowCount_Outbound_TCP
            SecurityGroupBlockedFlowCount_Outbound_UDP TCP_Client_Reset_Count
            TCP_ELB_Reset_Count TCP_Target_Reset_Count TargetTLSNegotiationErrorCount
            UnHealthyHostCount UnhealthyRoutingFlowCount ZonalHealthStatus""",
        "AWS/RDS": """
            ACUUtilization ActiveTransactions AuroraBinlogReplicaLag
            AuroraGlobalDBDataTransferBytes AuroraGlobalDBProgressLag AuroraGlobalDBRPOLag
            AuroraGlobalDBReplicatedWriteIO AuroraGlobalDBReplicationLag AuroraReplicaLag
            AuroraReplicaLagMaximum AuroraReplicaLagMinimum AvailabilityPercentage
            BackupRetentionPeriodStorageUsed BinLogDiskUsage BlockedTransactions
            BufferCacheHitRatio BurstBalance CPUCreditBalance CPUCreditUsage
            CPUSurplusCreditBalance CPUSurplusCreditsCharged CPUUtilization CheckpointLag
            ClientConnections ClientConnectionsClosed ClientConnectionsNoTLS
            ClientConnectionsReceived ClientConnectionsSetupFailedAuth
            ClientConnectionsSetupSucceeded ClientConnectionsTLS CommitLatency CommitThroughput
            ConnectionAttempts DBLoad DBLoadCPU DBLoadNonCPU DBLoadRelativeToNumVCPUs DDLLatency
            DDLThroughput DMLLatency DMLThroughput DatabaseConnectionRequests
            DatabaseConnectionRequestsWithTLS DatabaseConnections
            DatabaseConnectionsBorrowLatency DatabaseConnectionsCurrentlyBorrowed
            DatabaseConnectionsCurrentlyInTransaction
            DatabaseConnectionsCurrentlySessionPinned DatabaseConnectionsSetupFailed
            DatabaseConnectionsSetupSucceeded DatabaseConnectionsWithTLS Deadlocks DeleteLatency
            DeleteThroughput DiskQueueDepth DiskQueueDepthLogVolume EBSByteBalance%
            EBSIOBalance% EngineUptime FailedSQLServerAgentJobsCount FreeEphemeralStorage
            FreeLocalStorage FreeStorageSpace FreeStorageSpaceLogVolume FreeableMemory
            InsertLatency InsertThroughput LoginFailures MaxDatabaseConnectionsAllowed
            MaximumUsedTransactionIDs NetworkReceiveThroughput NetworkThroughput
            NetworkTransmitThroughput OldestReplicationSlotLag Queries
            QueryDatabaseResponseLatency QueryRequests QueryRequestsNoTLS QueryRequestsTLS
            QueryResponseLatency RDSToAuroraPostgreSQLReplicaLag ReadIOPS
            ReadIOPSEphemeralStorage ReadIOPSLogVolume ReadLatency ReadLatencyEphemeralStorage
            ReadLatencyLogVolume ReadThroughput ReadThroughputEphemeralStorage
            ReadThroughputLogVolume ReplicaLag ReplicationChannelLag ReplicationSlotDiskUsage
            ResultSetCacheHitRatio SelectLatency SelectThroughput ServerlessDatabaseCapacity
            SnapshotStorageUsed StorageNetworkReceiveThroughput StorageNetworkThroughput
            StorageNetworkTransmitThroughput SumBinaryLogSize SwapUsage TempStorageIOPS
            TempStorageThroughput TotalBackupStorageBilled TransactionLogsDiskUsage
            TransactionLogsGeneration UpdateLatency UpdateThroughput VolumeBytesUsed
            VolumeReadIOPs VolumeWriteIOPs WriteIOPS WriteIOPSEphemeralStorage
            WriteIOPSLogVolume WriteLatency WriteLatencyEphemeralStorage WriteLatencyLogVolume
            WriteThroughput WriteThroughputEphemeralStorage WriteThroughputLogVolume""",
        "AWS/SNS": """
            NumberOfMessagesPublished NumberOfNotificationsDelivered NumberOfNotificationsFailed
            NumberOfNotificationsFailedToRedriveToDlq NumberOfNotificationsFilteredOut
            NumberOfNotificationsFilteredOut-InvalidAttributes
            NumberOfNotificationsFilteredOut-InvalidMessageBody
            NumberOfNotificationsFilteredOut-MessageAttributes
            NumberOfNotificationsFilteredOut-MessageBody
            NumberOfNotificationsFilteredOut-NoMessageAttributes
            NumberOfNotificationsRedrivenToDlq PublishSize SMSMonthToDateSpentUSD
            SMSSuccessRate""",
        "AWS/SQS": """
            ApproximateAgeOfOldestMessage ApproximateNumberOfGroupsWithInflightMessages
            ApproximateNumberOfMessagesDelayed ApproximateNumberOfMessagesNotVisible
            ApproximateNumberOfMessagesVisible NumberOfDeduplicatedSentMessages
            NumberOfEmptyReceives NumberOfMessagesDeleted NumberOfMessagesReceived
            NumberOfMessagesSent SentMessageSize""",
        "ECS/ContainerInsights": """
            ContainerCpuReserved ContainerCpuUtilization ContainerCpuUtilized
            ContainerInstanceCount ContainerMemoryReserved ContainerMemoryUtilization
            ContainerMemoryUtilized ContainerNetworkRxBytes ContainerNetworkTxBytes
            ContainerStorageReadBytes ContainerStorageWriteBytes CpuReserved CpuUtilized
            DeploymentCount DesiredTaskCount EBSFilesystemSize EBSFilesystemUtilized
            EphemeralStorageReserved EphemeralStorageUtilized MemoryReserved MemoryUtilized
            NetworkRxBytes NetworkTxBytes PendingTaskCount RestartCount RunningTaskCount
            ServiceCount StorageReadBytes StorageWriteBytes TaskCount TaskCpuUtilization
            TaskEBSFilesystemUtilization TaskEphemeralStorageUtilization TaskMemoryUtilization
            TaskSetCount UnHealthyContainerHealthStatus instance_cpu_limit
            instance_cpu_reserved_capacity instance_cpu_usage_total instance_cpu_utilization
            instance_filesystem_utilization instance_memory_limit
            instance_memory_reserved_capacity instance_memory_utilization
            instance_memory_utliization instance_memory_working_set
            instance_network_total_bytes instance_number_of_running_tasks""",
    }.items()
}
"""The metrics of a namespace."""

DIMENSIONS: dict[str, frozenset[str]] = {
    namespace: frozenset(names.split())
    for namespace, names in {
        "AWS/ApplicationELB": "AvailabilityZone LoadBalancer TargetGroup",
        "AWS/AutoScaling": "AutoScalingGroupName PairIndex PolicyName",
        "AWS/DynamoDB": """
            DelegatedOperation GlobalSecondaryIndexName Operation OperationType ReceivingRegion
            StreamLabel TableName Verb""",
        "AWS/EC2": "AutoScalingGroupName ImageId InstanceId InstanceType",
        "AWS/ECS": """
            CapacityProviderName ClusterName DiscoveryName ServiceName TargetDiscoveryName""",
        "AWS/EFS": "FileSystemId StorageClass DestinationFileSystemId",
        "AWS/Events": "EventBusName EventSourceName RuleName",
        "AWS/Lambda": "EventSourceMappingUUID ExecutedVersion FunctionName Resource",
        "AWS/NATGateway": "NatGatewayId",
        "AWS/NetworkELB": "AvailabilityZone LoadBalancer TargetGroup",
        "AWS/RDS": """
            DBClusterIdentifier DBInstanceIdentifier DatabaseClass DbClusterIdentifier
            EndpointName EngineName PhysicalStorageId PrimaryClusterDBClusterIdentifier ProxyName
            Role SecondaryRegion SourceRegion Target TargetGroup TargetRole""",
        "AWS/SNS": "Application Country Platform SMSType TopicName",
        "AWS/SQS": "QueueName",
        "ECS/ContainerInsights": """
            ClusterName ContainerInstanceId ContainerName EC2InstanceId ServiceName
            TaskDefinitionFamily TaskId VolumeName""",
    }.items()
}
"""The dimensions of a namespace."""

_LOAD_BALANCED = (frozenset({"LoadBalancer"}), frozenset({"TargetGroup"}))
_PER_GROUP = (frozenset({"LoadBalancer", "TargetGroup"}),)
_PER_SERVICE = (frozenset({"ClusterName", "ServiceName"}),)
_HOSTS = ("HealthyHostCount", "UnHealthyHostCount")
_TASKS = ("DeploymentCount", "DesiredTaskCount", "PendingTaskCount", "RunningTaskCount")
REQUIRED_DIMENSIONS: dict[tuple[str, str], tuple[frozenset[str], ...]] = {
    ("AWS/ApplicationELB", "*"): _LOAD_BALANCED,
    ("AWS/ECS", "*"): (frozenset({"ClusterName"}), frozenset({"DiscoveryName"}),
                       frozenset({"TargetDiscoveryName"})),
    ("AWS/EFS", "*"): (frozenset({"FileSystemId"}),),
    ("AWS/NATGateway", "*"): (frozenset({"NatGatewayId"}),),
    ("AWS/NetworkELB", "*"): _LOAD_BALANCED,
    ("AWS/SQS", "*"): (frozenset({"QueueName"}),),
    ("ECS/ContainerInsights", "*"): (frozenset({"ClusterName"}),),
    **{(f"AWS/{kind}ELB", name): _PER_GROUP for kind in ("Application", "Network")
       for name in _HOSTS},
    **{("ECS/ContainerInsights", name): _PER_SERVICE for name in _TASKS},
}  # fmt: skip
"""Sets of dimensions of a metric ('*': of any other metric); without one of them it has no data."""

UNITS: dict[tuple[str, str], str] = {
    ("AWS/ApplicationELB", "TargetResponseTime"): "Seconds",
    ("AWS/EC2", "CPUUtilization"): "Percent",
    ("AWS/ECS", "CPUReservation"): "Percent",
    ("AWS/ECS", "CPUUtilization"): "Percent",
    ("AWS/ECS", "MemoryReservation"): "Percent",
    ("AWS/ECS", "MemoryUtilization"): "Percent",
    ("AWS/EFS", "PercentIOLimit"): "Percent",
    ("AWS/Lambda", "Duration"): "Milliseconds",
    ("AWS/RDS", "CPUUtilization"): "Percent",
    ("AWS/RDS", "DatabaseConnections"): "Count",
    ("AWS/RDS", "FreeLocalStorage"): "Bytes",
    ("AWS/RDS", "FreeStorageSpace"): "Bytes",
    ("AWS/RDS", "FreeableMemory"): "Bytes",
    ("AWS/RDS", "ReadLatency"): "Seconds",
    ("AWS/RDS", "SwapUsage"): "Bytes",
    ("AWS/RDS", "WriteLatency"): "Seconds",
    ("AWS/SQS", "ApproximateAgeOfOldestMessage"): "Seconds",
    ("AWS/SQS", "ApproximateNumberOfMessagesVisible"): "Count",
}
"""The unit that a metric is published in."""

MAXIMA: dict[tuple[str, str], float] = {
    ("AWS/ApplicationELB", "TargetResponseTime"): 4000,
    ("AWS/EC2", "CPUUtilization"): 100,
    ("AWS/EFS", "PercentIOLimit"): 100,
    ("AWS/Lambda", "Duration"): 900_000,
    ("AWS/RDS", "CPUUtilization"): 100,
}
"""The most that a metric can be: 100 %, the longest idle timeout, the longest Lambda timeout."""

_Sources = dict[str, tuple[str | None, ...]]
_BALANCER: _Sources = {"AWS::ElasticLoadBalancingV2::LoadBalancer": ("LoadBalancerFullName",)}
_GROUP: _Sources = {"AWS::ElasticLoadBalancingV2::TargetGroup": ("TargetGroupFullName",)}
_NAME = (None,)
DIMENSION_SOURCES: dict[tuple[str, str], _Sources] = {
    ("AWS/ApplicationELB", "LoadBalancer"): _BALANCER,
    ("AWS/ApplicationELB", "TargetGroup"): _GROUP,
    ("AWS/AutoScaling", "AutoScalingGroupName"): {"AWS::AutoScaling::AutoScalingGroup": _NAME},
    ("AWS/DynamoDB", "TableName"): {"AWS::DynamoDB::Table": _NAME,
                                    "AWS::DynamoDB::GlobalTable": _NAME},
    ("AWS/EC2", "AutoScalingGroupName"): {"AWS::AutoScaling::AutoScalingGroup": _NAME},
    ("AWS/EC2", "InstanceId"): {"AWS::EC2::Instance": (None, "InstanceId")},
    ("AWS/ECS", "ClusterName"): {"AWS::ECS::Cluster": _NAME},
    ("AWS/ECS", "ServiceName"): {"AWS::ECS::Service": ("Name",)},
    ("AWS/EFS", "FileSystemId"): {"AWS::EFS::FileSystem": (None, "FileSystemId")},
    ("AWS/Events", "RuleName"): {"AWS::Events::Rule": _NAME},
    ("AWS/Lambda", "FunctionName"): {"AWS::Lambda::Function": _NAME,
                                     "AWS::Serverless::Function": _NAME},
    ("AWS/NATGateway", "NatGatewayId"): {"AWS::EC2::NatGateway": (None, "NatGatewayId")},
    ("AWS/NetworkELB", "LoadBalancer"): _BALANCER,
    ("AWS/NetworkELB", "TargetGroup"): _GROUP,
    ("AWS/RDS", "DBClusterIdentifier"): {"AWS::RDS::DBCluster": _NAME},
    ("AWS/RDS", "DBInstanceIdentifier"): {"AWS::RDS::DBInstance": _NAME},
    ("AWS/RDS", "ProxyName"): {"AWS::RDS::DBProxy": _NAME},
    ("AWS/SNS", "TopicName"): {"AWS::SNS::Topic": ("TopicName",)},
    ("AWS/SQS", "QueueName"): {"AWS::SQS::Queue": ("QueueName",)},
    ("ECS/ContainerInsights", "ClusterName"): {"AWS::ECS::Cluster": _NAME},
    ("ECS/ContainerInsights", "ServiceName"): {"AWS::ECS::Service": ("Name",)},
}  # fmt: skip
"""Which resource's name a dimension holds, and how to get it: an attribute, or None for Ref."""
