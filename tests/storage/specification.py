"""The tables that the specification names, with the family of type of every column.

One line a column: name, family, and the words of an enum.
"""

SPECIFIED = """
users
  id uuid
  email text
  password_hash text
  full_name text
  phone_number text
  user_type enum admin organizer designer model attendee
  status enum active inactive pending
  created_at time
  updated_at time
  last_login time
  profile_image_url text
  preferences jsonb
user_profiles
  id uuid
  user_id uuid
  bio text
  social_links jsonb
  company text
  position text
  location text
  preferences jsonb
events
  id uuid
  organizer_id uuid
  title text
  description text
  start_date time
  end_date time
  venue_id uuid
  status enum draft published cancelled completed
  capacity integer
  type enum fashion_show exhibition workshop
  created_at time
  updated_at time
  meta_data jsonb
event_schedules
  id uuid
  event_id uuid
  title text
  description text
  start_time time
  end_time time
  location text
  type text
  order integer
venues
  id uuid
  name text
  address text
  city text
  country text
  capacity integer
  facilities jsonb
  contact_info jsonb
  meta_data jsonb
ticket_types
  id uuid
  event_id uuid
  name text
  description text
  price number
  quantity integer
  benefits jsonb
  sale_start time
  sale_end time
  status enum active inactive sold_out
tickets
  id uuid
  ticket_type_id uuid
  order_id uuid
  user_id uuid
  status enum valid used cancelled refunded
  purchase_date time
  qr_code text
  meta_data jsonb
designers
  id uuid
  user_id uuid
  brand_name text
  portfolio_url text
  specialties array
  experience_level text
  achievements jsonb
  meta_data jsonb
collections
  id uuid
  designer_id uuid
  name text
  description text
  season text
  year integer
  status enum draft published archived
  images jsonb
  meta_data jsonb
models
  id uuid
  user_id uuid
  height number
  measurements jsonb
  portfolio_url text
  experience_level text
  availability jsonb
  meta_data jsonb
orders
  id uuid
  user_id uuid
  status enum pending completed cancelled refunded
  total_amount number
  payment_status enum pending paid failed refunded
  created_at time
  updated_at time
  meta_data jsonb
payments
  id uuid
  order_id uuid
  amount number
  payment_method text
  status enum pending successful failed
  transaction_id text
  created_at time
  meta_data jsonb
campaigns
  id uuid
  name text
  description text
  start_date time
  end_date time
  status enum draft active completed
  type enum email social push
  meta_data jsonb
notifications
  id uuid
  user_id uuid
  type enum email sms push
  title text
  content text
  status enum pending sent failed
  sent_at time
  meta_data jsonb
audit_logs
  id uuid
  user_id uuid
  action text
  entity_type text
  entity_id uuid
  changes jsonb
  ip_address text
  user_agent text
  created_at time
system_logs
  id uuid
  level enum info warning error critical
  message text
  context jsonb
  stack_trace text
  created_at time
performance_metrics
  id uuid
  metric_type text
  value number
  timestamp time
  context jsonb
  tags array
cache_entries
  key text
  value jsonb
  expiration time
  last_accessed time
  hit_count integer
  metadata jsonb
sessions
  id uuid
  user_id uuid
  token text
  ip_address text
  user_agent text
  last_activity time
  expires_at time
  data jsonb
external_services
  id uuid
  name text
  type text
  config jsonb
  status enum active inactive error
  last_check time
  health_status jsonb
integration_logs
  id uuid
  service_id uuid
  event_type text
  status enum success failure
  request_data jsonb
  response_data jsonb
  created_at time
version_control
  id uuid
  entity_type text
  entity_id uuid
  version integer
  data jsonb
  created_by uuid
  created_at time
  comment text
"""


def specified() -> dict[str, dict[str, list[str]]]:
    """Table → column → its family of type, followed by the words of an enum."""
    tables: dict[str, dict[str, list[str]]] = {}
    columns: dict[str, list[str]] = {}
    for line in SPECIFIED.strip().splitlines():
        if line.startswith(" "):
            name, *kind = line.split()
            columns[name] = kind
        else:
            columns = tables[line] = {}
    return tables
