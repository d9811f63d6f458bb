-- Who sells: a house's own account with a payment provider, and who a receipt says has sold
-- (docs/decisions/0025-seller.md).

-- A token of @BotFather's, sealed; of a house one counts. What is over stays without it, for
-- payments remember through which account they came.
CREATE TABLE seller_accounts (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    token TEXT CONSTRAINT ck_seller_accounts_token_length CHECK (char_length("token") <= 1112),
    ending TEXT NOT NULL CONSTRAINT ck_seller_accounts_ending_length CHECK (char_length("ending") <= 4),
    is_test BOOLEAN DEFAULT false NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    refused_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_seller_accounts PRIMARY KEY (id),
    CONSTRAINT fk_seller_accounts_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT ck_seller_accounts_over_without_token CHECK (ended_at IS NULL OR token IS NULL)
);
CREATE UNIQUE INDEX uq_seller_accounts_live ON seller_accounts (user_id) WHERE ended_at IS NULL;
CREATE INDEX ix_seller_accounts_user_id ON seller_accounts (user_id);
CREATE INDEX ix_seller_accounts_refused ON seller_accounts (refused_at) WHERE ended_at IS NULL AND refused_at IS NOT NULL;

-- What a house wants its receipts to say; without a row they have its public name.
CREATE TABLE sellers (
    user_id UUID NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_sellers_name_length CHECK (char_length("name") <= 120),
    address TEXT NOT NULL CONSTRAINT ck_sellers_address_length CHECK (char_length("address") <= 300),
    tax_number TEXT CONSTRAINT ck_sellers_tax_number_length CHECK (char_length("tax_number") <= 40),
    vat_rate NUMERIC(4, 2) CONSTRAINT ck_sellers_vat_rate_is_percent CHECK (vat_rate >= 0 AND vat_rate < 100),
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_sellers PRIMARY KEY (user_id),
    CONSTRAINT fk_sellers_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);

-- That a house has an account stands beside its name, where an order is looked at anyway. It opens
-- nothing: the token stands in `seller_accounts` alone.
ALTER TABLE houses ADD COLUMN account_id UUID;
-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
ALTER TABLE houses ADD CONSTRAINT fk_houses_account_id FOREIGN KEY(account_id) REFERENCES seller_accounts (id);
ALTER TABLE payments ADD COLUMN account_id UUID;
-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
ALTER TABLE payments ADD CONSTRAINT fk_payments_account_id FOREIGN KEY(account_id) REFERENCES seller_accounts (id);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_houses_account_id ON houses (account_id) WHERE account_id IS NOT NULL;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_payments_account_id ON payments (account_id) WHERE account_id IS NOT NULL;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE payments ADD COLUMN seller JSONB DEFAULT '{}' NOT NULL
    CONSTRAINT ck_payments_seller_shape CHECK (jsonb_typeof(seller) = 'object');

CREATE FUNCTION sec.follow_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NEW.ended_at IS NULL THEN
        UPDATE public.houses SET account_id = NEW.id
        WHERE user_id = NEW.user_id AND account_id IS DISTINCT FROM NEW.id;
    ELSE
        UPDATE public.houses SET account_id = NULL
        WHERE user_id = NEW.user_id AND account_id = NEW.id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER follow_account AFTER INSERT OR UPDATE OF ended_at ON seller_accounts
FOR EACH ROW EXECUTE FUNCTION sec.follow_account();

-- A payment says who sold, as that was when it came, whoever writes it and for good.
CREATE FUNCTION sec.keep_seller() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.seller := OLD.seller;
        NEW.account_id := OLD.account_id;
        RETURN NEW;
    END IF;
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'name', coalesce(s.name, h.name), 'address', s.address, 'tax_number', s.tax_number,
        'vat_rate', s.vat_rate::text
    ))
    INTO NEW.seller
    FROM public.events e
    LEFT JOIN public.sellers s ON s.user_id = e.organizer_id
    LEFT JOIN public.houses h ON h.user_id = e.organizer_id
    WHERE e.id = NEW.event_id;
    NEW.seller := coalesce(NEW.seller, '{}');
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_seller BEFORE INSERT OR UPDATE OF seller, account_id ON payments
FOR EACH ROW EXECUTE FUNCTION sec.keep_seller();

-- With which account the bill of a pending order is made, for who ordered.
CREATE FUNCTION sec.account_of_order(p_order uuid)
RETURNS TABLE (id uuid, user_id uuid, token text, refused_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT a.id, a.user_id, a.token, a.refused_at
    FROM public.orders o
    JOIN public.events e ON e.id = o.event_id
    JOIN public.seller_accounts a ON a.user_id = e.organizer_id AND a.ended_at IS NULL
    WHERE o.id = p_order AND o.user_id = (SELECT sec.uid()) AND o.status = 'pending'
$$;

-- Telegram took the account's token for an order of who acts, or did not (`p_refused`: when). Whose
-- house it is where that is news, else NULL.
CREATE FUNCTION sec.mark_account(p_order uuid, p_account uuid, p_refused timestamptz)
RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    UPDATE public.seller_accounts a SET refused_at = p_refused
    FROM public.orders o JOIN public.events e ON e.id = o.event_id
    WHERE a.id = p_account AND a.ended_at IS NULL AND a.user_id = e.organizer_id
    AND (a.refused_at IS NULL) <> (p_refused IS NULL)
    AND o.id = p_order AND o.user_id = (SELECT sec.uid())
    RETURNING a.user_id
$$;

DO $$
DECLARE
    v_table text;
    v_role text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['seller_accounts', 'sellers'] LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table);
        FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker'] LOOP
            EXECUTE format(
                'CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)',
                v_role, v_table, 'portal_' || v_role
            );
        END LOOP;
        EXECUTE format(
            'CREATE POLICY see ON public.%I FOR SELECT TO portal_app'
            ' USING (user_id = (SELECT sec.uid()))', v_table
        );
        EXECUTE format(
            'CREATE POLICY add ON public.%I FOR INSERT TO portal_app'
            ' WITH CHECK (user_id = (SELECT sec.uid()))', v_table
        );
        EXECUTE format(
            'CREATE POLICY change ON public.%I FOR UPDATE TO portal_app'
            ' USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()))',
            v_table
        );
    END LOOP;
END
$$;
CREATE POLICY remove ON sellers FOR DELETE TO portal_app USING (user_id = (SELECT sec.uid()));
GRANT SELECT, INSERT ON seller_accounts TO portal_app;
GRANT UPDATE (token, ended_at) ON seller_accounts TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sellers TO portal_app;
GRANT SELECT, UPDATE, DELETE ON seller_accounts, sellers TO portal_worker;
-- A person takes along what is told of them.
GRANT SELECT, UPDATE ON seller_accounts TO portal_definer;
GRANT SELECT ON sellers, orders, events TO portal_definer;
REVOKE ALL ON FUNCTION
    sec.follow_account(), sec.keep_seller(), sec.account_of_order(uuid),
    sec.mark_account(uuid, uuid, timestamptz)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.account_of_order(uuid), sec.mark_account(uuid, uuid, timestamptz)
TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.follow_account() OWNER TO portal_definer;
ALTER FUNCTION sec.keep_seller() OWNER TO portal_definer;
ALTER FUNCTION sec.account_of_order(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.mark_account(uuid, uuid, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- What a token is, is told nobody: that it changed is.
SELECT
    sec.audit('seller_accounts', 'id', '{}', '{token,ending}', '{token}'),
    sec.audit('sellers', 'user_id', '{}', '{name,address,tax_number,vat_rate}');

-- One more kind of what can go wrong: a provider whose token Telegram refuses.
CREATE TYPE incident_kind_now AS ENUM (
    'database',
    'pool',
    'keys',
    'redis',
    'telegram',
    'timetable',
    'deliveries',
    'errors',
    'audit',
    'money',
    'counts',
    'provider'
);
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit ON incidents;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_update ON incidents;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_truncate ON incidents;
-- squawk-ignore changing-column-type
ALTER TABLE incidents ALTER COLUMN kind TYPE incident_kind_now
USING kind::text::incident_kind_now;
-- squawk-ignore ban-drop-type
DROP TYPE incident_kind;
-- squawk-ignore renaming-object
ALTER TYPE incident_kind_now RENAME TO incident_kind;
SELECT sec.audit('incidents', 'id', p_counters => '{seen_at,signs}');
