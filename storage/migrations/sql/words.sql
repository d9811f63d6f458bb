-- The words that columns may hold. All values stand here from the start: one that is added
-- later cannot be used in its own transaction, nor taken back.

CREATE TYPE user_type AS ENUM ('admin', 'organizer', 'designer', 'model', 'attendee');
CREATE TYPE user_status AS ENUM ('active', 'inactive', 'pending');
CREATE TYPE approval_status AS ENUM ('draft', 'pending', 'approved', 'rejected', 'suspended');
CREATE TYPE link_purpose AS ENUM ('administrator', 'staff');
CREATE TYPE event_status AS ENUM ('draft', 'published', 'cancelled', 'completed');
CREATE TYPE event_type AS ENUM ('fashion_show', 'exhibition', 'workshop');
CREATE TYPE staff_role AS ENUM ('manager', 'marketing', 'supervisor', 'steward');
CREATE TYPE collection_status AS ENUM ('draft', 'published', 'archived');
CREATE TYPE ticket_type_status AS ENUM ('active', 'inactive', 'sold_out');
CREATE TYPE quota_kind AS ENUM ('event', 'venue', 'ticket_type', 'pool');
CREATE TYPE order_status AS ENUM (
    'pending',
    'completed',
    'cancelled',
    'refunded',
    'awaiting_approval',
    'expired'
);
CREATE TYPE payment_status AS ENUM (
    'pending',
    'paid',
    'failed',
    'refunded',
    'refund_due',
    'overpaid',
    'partially_refunded'
);
CREATE TYPE payment_state AS ENUM ('pending', 'successful', 'failed', 'created', 'cancelled');
CREATE TYPE refund_status AS ENUM (
    'created',
    'in_transit',
    'done',
    'failed',
    'cancelled',
    'external'
);
CREATE TYPE refund_source AS ENUM ('buyer', 'admin', 'external');
CREATE TYPE ticket_status AS ENUM (
    'valid',
    'used',
    'cancelled',
    'refunded',
    'reserved',
    'blocked'
);
CREATE TYPE scan_direction AS ENUM ('entry', 'exit');
CREATE TYPE scan_result AS ENUM (
    'ok',
    'incomplete',
    'invalid',
    'unpaid',
    'blocked',
    'invalid_time',
    'canceled',
    'already_redeemed',
    'product',
    'rules',
    'ambiguous',
    'revoked',
    'unapproved',
    'error'
);
CREATE TYPE campaign_status AS ENUM (
    'draft',
    'active',
    'completed',
    'scheduled',
    'awaiting_approval',
    'paused',
    'cancelled'
);
CREATE TYPE campaign_type AS ENUM ('email', 'social', 'push');
CREATE TYPE notification_type AS ENUM ('email', 'sms', 'push');
CREATE TYPE notification_status AS ENUM (
    'pending',
    'sent',
    'failed',
    'sending',
    'dead',
    'unknown',
    'skipped',
    'blocked'
);
CREATE TYPE log_level AS ENUM ('info', 'warning', 'error', 'critical');
CREATE TYPE service_status AS ENUM ('active', 'inactive', 'error');
CREATE TYPE call_status AS ENUM ('success', 'failure');
