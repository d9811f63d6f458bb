-- What a house asks before an order is paid, and what its buyer answers
-- (docs/decisions/0024-asking.md).

-- A question without choices is answered in the buyer's own words. Five an event, by their places.
CREATE TABLE event_questions (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    position SMALLINT NOT NULL,
    question TEXT NOT NULL CONSTRAINT ck_event_questions_question_length CHECK (char_length("question") <= 150),
    choices JSONB DEFAULT '[]' NOT NULL CONSTRAINT ck_event_questions_choices_shape CHECK (jsonb_typeof(choices) = 'array'),
    CONSTRAINT pk_event_questions PRIMARY KEY (id),
    CONSTRAINT uq_event_questions_id_event_id UNIQUE (id, event_id),
    CONSTRAINT uq_event_questions_event_id_position UNIQUE (event_id, position) DEFERRABLE,
    CONSTRAINT ck_event_questions_position_in_bounds CHECK (position BETWEEN 1 AND 5),
    CONSTRAINT ck_event_questions_choices_few CHECK (jsonb_array_length(choices) = 0 OR jsonb_array_length(choices) BETWEEN 2 AND 8),
    CONSTRAINT fk_event_questions_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE TABLE order_answers (
    id UUID DEFAULT uuidv7() NOT NULL,
    order_id UUID NOT NULL,
    event_id UUID NOT NULL,
    question_id UUID NOT NULL,
    user_id UUID NOT NULL,
    answer TEXT NOT NULL CONSTRAINT ck_order_answers_answer_length CHECK (char_length("answer") <= 1644),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_order_answers PRIMARY KEY (id),
    CONSTRAINT uq_order_answers_order_id_question_id UNIQUE (order_id, question_id),
    CONSTRAINT fk_order_answers_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT fk_order_answers_question_id_event_id FOREIGN KEY(question_id, event_id) REFERENCES event_questions (id, event_id),
    CONSTRAINT fk_order_answers_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_order_answers_question_id ON order_answers (question_id);
CREATE INDEX ix_order_answers_user_id ON order_answers (user_id, event_id);
CREATE INDEX ix_order_answers_created_at ON order_answers (created_at);

DO $$
DECLARE
    v_table text;
    v_role text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['event_questions', 'order_answers'] LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table);
        FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker'] LOOP
            EXECUTE format(
                'CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)',
                v_role, v_table, 'portal_' || v_role
            );
        END LOOP;
    END LOOP;
END
$$;
CREATE POLICY see ON event_questions FOR SELECT TO portal_app USING (true);
CREATE POLICY add ON event_questions FOR INSERT TO portal_app
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY change ON event_questions FOR UPDATE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]))
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY remove ON event_questions FOR DELETE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
-- The buyer's until the order is paid; who makes the event reads it.
CREATE POLICY see ON order_answers FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
CREATE POLICY add ON order_answers FOR INSERT TO portal_app WITH CHECK (
    user_id = (SELECT sec.uid()) AND EXISTS (
        SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid())
        AND o.status IN ('awaiting_approval', 'pending', 'expired')
    )
);
CREATE POLICY change ON order_answers FOR UPDATE TO portal_app
USING (
    user_id = (SELECT sec.uid()) AND EXISTS (
        SELECT FROM orders o WHERE o.id = order_id
        AND o.status IN ('awaiting_approval', 'pending', 'expired')
    )
)
WITH CHECK (user_id = (SELECT sec.uid()));
GRANT SELECT, INSERT, UPDATE (position), DELETE ON event_questions TO portal_app;
GRANT SELECT, INSERT, UPDATE (answer) ON order_answers TO portal_app;
GRANT SELECT ON event_questions TO portal_worker, portal_definer;
GRANT SELECT, DELETE ON order_answers TO portal_worker;
GRANT SELECT ON order_answers TO portal_definer;

-- Nothing is promised for an order, and none that costs nothing is fulfilled, while its buyer has not
-- answered. Money that came all the same is no matter of this: it fulfils its order.
CREATE FUNCTION sec.keep_answered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM public.event_questions q
        WHERE q.event_id = NEW.event_id AND NOT EXISTS (
            SELECT FROM public.order_answers a
            WHERE a.order_id = NEW.id AND a.question_id = q.id
        )
    ) THEN
        RAISE EXCEPTION 'the buyer of % has not answered', NEW.number USING ERRCODE = 'FP005';
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION sec.keep_answered() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_answered() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER keep_answered BEFORE UPDATE OF status, precheckout_until ON orders
FOR EACH ROW WHEN (
    NEW.precheckout_until IS NOT NULL AND OLD.precheckout_until IS DISTINCT FROM NEW.precheckout_until
    OR NEW.total_amount = 0 AND NEW.status = 'completed'
    AND OLD.status IN ('awaiting_approval', 'pending')
) EXECUTE FUNCTION sec.keep_answered();

SELECT
    sec.audit('event_questions', 'id', '{event_id}'),
    sec.audit('order_answers', 'order_id', '{id,question_id}', p_sealed => '{answer}');
