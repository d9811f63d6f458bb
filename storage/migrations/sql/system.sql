-- Logs, metrics, cache, versions, services, and what was handled.

CREATE TABLE cache_entries (
    key TEXT NOT NULL CONSTRAINT ck_cache_entries_key_length CHECK (char_length("key") <= 255),
    value JSONB NOT NULL,
    expiration TIMESTAMP WITH TIME ZONE,
    last_accessed TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    hit_count INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_cache_entries_hit_count_positive CHECK ("hit_count" >= 0),
    metadata JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_cache_entries_metadata_shape CHECK (jsonb_typeof(metadata) = 'object'),
    CONSTRAINT pk_cache_entries PRIMARY KEY (key)
);
CREATE INDEX ix_cache_entries_expiration ON cache_entries (expiration);
CREATE INDEX ix_cache_entries_last_accessed ON cache_entries (last_accessed);

CREATE TABLE external_services (
    id UUID DEFAULT uuidv7() NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_external_services_name_length CHECK (char_length("name") <= 120),
    type TEXT NOT NULL CONSTRAINT ck_external_services_type_length CHECK (char_length("type") <= 64),
    config JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_external_services_config_shape CHECK (jsonb_typeof(config) = 'object'),
    status service_status DEFAULT 'active' NOT NULL,
    last_check TIMESTAMP WITH TIME ZONE,
    health_status JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_external_services_health_status_shape CHECK (jsonb_typeof(health_status) = 'object'),
    CONSTRAINT pk_external_services PRIMARY KEY (id),
    CONSTRAINT uq_external_services_name UNIQUE (name)
);

CREATE TABLE job_runs (
    name TEXT NOT NULL CONSTRAINT ck_job_runs_name_length CHECK (char_length("name") <= 120),
    scheduled_for TIMESTAMP WITH TIME ZONE NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    error TEXT CONSTRAINT ck_job_runs_error_length CHECK (char_length("error") <= 4000),
    CONSTRAINT pk_job_runs PRIMARY KEY (name, scheduled_for)
);

CREATE TABLE performance_metrics (
    id UUID DEFAULT uuidv7() NOT NULL,
    metric_type TEXT NOT NULL CONSTRAINT ck_performance_metrics_metric_type_length CHECK (char_length("metric_type") <= 120),
    value NUMERIC NOT NULL,
    timestamp TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    context JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_performance_metrics_context_shape CHECK (jsonb_typeof(context) = 'object'),
    tags TEXT[] DEFAULT '{}' NOT NULL,
    CONSTRAINT pk_performance_metrics PRIMARY KEY (id)
)
 PARTITION BY RANGE (id);
CREATE INDEX ix_performance_metrics_metric_type_id ON performance_metrics (metric_type, id);
CREATE INDEX ix_performance_metrics_timestamp ON performance_metrics USING brin (timestamp);

CREATE TABLE processed_updates (
    bot_id BIGINT NOT NULL,
    update_id BIGINT NOT NULL,
    processed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_processed_updates PRIMARY KEY (bot_id, update_id)
);
CREATE INDEX ix_processed_updates_processed_at ON processed_updates (processed_at);

CREATE TABLE quarantined_updates (
    bot_id BIGINT NOT NULL,
    update_id BIGINT NOT NULL,
    payload JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_quarantined_updates_payload_shape CHECK (jsonb_typeof(payload) = 'object'),
    error TEXT NOT NULL CONSTRAINT ck_quarantined_updates_error_length CHECK (char_length("error") <= 20000),
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_quarantined_updates PRIMARY KEY (bot_id, update_id)
);

CREATE TABLE system_logs (
    id UUID DEFAULT uuidv7() NOT NULL,
    level log_level NOT NULL,
    message TEXT NOT NULL CONSTRAINT ck_system_logs_message_length CHECK (char_length("message") <= 4000),
    context JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_system_logs_context_shape CHECK (jsonb_typeof(context) = 'object'),
    stack_trace TEXT CONSTRAINT ck_system_logs_stack_trace_length CHECK (char_length("stack_trace") <= 20000),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_system_logs PRIMARY KEY (id)
)
 PARTITION BY RANGE (id);
CREATE INDEX ix_system_logs_created_at ON system_logs USING brin (created_at);

CREATE TABLE audit_logs (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID,
    action TEXT NOT NULL CONSTRAINT ck_audit_logs_action_length CHECK (char_length("action") <= 64),
    entity_type TEXT NOT NULL CONSTRAINT ck_audit_logs_entity_type_length CHECK (char_length("entity_type") <= 64),
    entity_id UUID,
    changes JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_audit_logs_changes_shape CHECK (jsonb_typeof(changes) = 'object'),
    ip_address TEXT CONSTRAINT ck_audit_logs_ip_address_length CHECK (char_length("ip_address") <= 388),
    user_agent TEXT CONSTRAINT ck_audit_logs_user_agent_length CHECK (char_length("user_agent") <= 2776),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_audit_logs PRIMARY KEY (id),
    CONSTRAINT fk_audit_logs_user_id FOREIGN KEY(user_id) REFERENCES users (id)
)
 PARTITION BY RANGE (id);
CREATE INDEX ix_audit_logs_created_at ON audit_logs USING brin (created_at);
CREATE INDEX ix_audit_logs_entity ON audit_logs (entity_type, entity_id, id);
CREATE INDEX ix_audit_logs_user_id_id ON audit_logs (user_id, id);

CREATE TABLE integration_logs (
    id UUID DEFAULT uuidv7() NOT NULL,
    service_id UUID NOT NULL,
    event_type TEXT NOT NULL CONSTRAINT ck_integration_logs_event_type_length CHECK (char_length("event_type") <= 120),
    status call_status NOT NULL,
    request_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_integration_logs_request_data_shape CHECK (jsonb_typeof(request_data) = 'object'),
    response_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_integration_logs_response_data_shape CHECK (jsonb_typeof(response_data) = 'object'),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_integration_logs PRIMARY KEY (id),
    CONSTRAINT fk_integration_logs_service_id FOREIGN KEY(service_id) REFERENCES external_services (id)
)
 PARTITION BY RANGE (id);
CREATE INDEX ix_integration_logs_created_at ON integration_logs USING brin (created_at);
CREATE INDEX ix_integration_logs_service_id_id ON integration_logs (service_id, id);

CREATE TABLE version_control (
    id UUID DEFAULT uuidv7() NOT NULL,
    entity_type TEXT NOT NULL CONSTRAINT ck_version_control_entity_type_length CHECK (char_length("entity_type") <= 64),
    entity_id UUID NOT NULL,
    version INTEGER NOT NULL,
    data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_version_control_data_shape CHECK (jsonb_typeof(data) = 'object'),
    created_by UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    comment TEXT CONSTRAINT ck_version_control_comment_length CHECK (char_length("comment") <= 1000),
    CONSTRAINT pk_version_control PRIMARY KEY (id),
    CONSTRAINT ck_version_control_version_positive CHECK (version > 0),
    CONSTRAINT uq_version_control_entity_type_entity_id_version UNIQUE (entity_type, entity_id, version),
    CONSTRAINT fk_version_control_created_by FOREIGN KEY(created_by) REFERENCES users (id)
);
CREATE INDEX ix_version_control_created_by ON version_control (created_by);
