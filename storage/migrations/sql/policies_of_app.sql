-- What the bot may see and do, by who acts. Nobody without a signed context sees anything here
-- but what the programme shows. A policy is called `see`, `add`, `change` or `remove`.

-- A person, and who meets them: at the door and in a team by their name, and the house of a message
-- that may not have come.
CREATE POLICY see ON users FOR SELECT TO portal_app USING (
    id = (SELECT sec.uid())
    OR (SELECT sec.is_admin())
    OR (SELECT sec.is_house())
    OR EXISTS (
        SELECT FROM tickets t WHERE t.user_id = users.id
        AND t.event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM event_staff s WHERE s.user_id = users.id
        AND s.event_id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM events e WHERE e.organizer_id = users.id
        AND e.id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM notifications n JOIN campaigns c ON c.id = n.campaign_id
        WHERE n.user_id = users.id AND n.status = 'unknown'
        AND c.organizer_id = ANY ((SELECT sec.houses())::uuid[])
    )
);
CREATE POLICY change ON users FOR UPDATE TO portal_app
USING (id = (SELECT sec.uid())) WITH CHECK (id = (SELECT sec.uid()));

CREATE POLICY see ON user_profiles FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
CREATE POLICY change ON user_profiles FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));

CREATE POLICY see ON telegram_accounts FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house()));
CREATE POLICY change ON telegram_accounts FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));

CREATE POLICY see ON administrators FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()));

CREATE POLICY see ON sessions FOR SELECT TO portal_app USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON sessions FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON sessions FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY remove ON sessions FOR DELETE TO portal_app USING (user_id = (SELECT sec.uid()));

CREATE POLICY see ON dialog_drafts FOR SELECT TO portal_app USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON dialog_drafts FOR INSERT TO portal_app
WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON dialog_drafts FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY remove ON dialog_drafts FOR DELETE TO portal_app
USING (user_id = (SELECT sec.uid()));

-- Who registers stands before the house; only who runs the portal lets them in.
CREATE POLICY see ON organizer_applications FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
CREATE POLICY add ON organizer_applications FOR INSERT TO portal_app
WITH CHECK (user_id = (SELECT sec.uid()) AND approval_status IN ('draft', 'pending'));
CREATE POLICY change ON organizer_applications FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()))
WITH CHECK (
    user_id = (SELECT sec.uid()) AND approval_status IN ('draft', 'pending')
    OR (SELECT sec.is_admin())
);

CREATE POLICY see ON designers FOR SELECT TO portal_app USING (
    approval_status = 'approved' OR user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin())
);
CREATE POLICY add ON designers FOR INSERT TO portal_app
WITH CHECK (user_id = (SELECT sec.uid()) AND approval_status IN ('draft', 'pending'));
CREATE POLICY change ON designers FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()))
WITH CHECK (
    user_id = (SELECT sec.uid()) AND approval_status IN ('draft', 'pending')
    OR (SELECT sec.is_admin())
);

CREATE POLICY see ON models FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()) OR (SELECT sec.is_house())
);
CREATE POLICY add ON models FOR INSERT TO portal_app
WITH CHECK (user_id = (SELECT sec.uid()) AND approval_status IN ('draft', 'pending'));
CREATE POLICY change ON models FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()) OR (SELECT sec.is_house()))
WITH CHECK (
    (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house()))
    AND approval_status IN ('draft', 'pending')
    OR (SELECT sec.is_admin())
);

CREATE POLICY see ON houses FOR SELECT TO portal_app USING (true);
CREATE POLICY see ON stage_names FOR SELECT TO portal_app USING (true);

CREATE POLICY see ON collections FOR SELECT TO portal_app USING (
    status = 'published'
    OR designer_id IN (SELECT d.id FROM designers d WHERE d.user_id = (SELECT sec.uid()))
    OR (SELECT sec.is_admin())
);
CREATE POLICY add ON collections FOR INSERT TO portal_app WITH CHECK (
    designer_id IN (SELECT d.id FROM designers d WHERE d.user_id = (SELECT sec.uid()))
);
CREATE POLICY change ON collections FOR UPDATE TO portal_app
USING (designer_id IN (SELECT d.id FROM designers d WHERE d.user_id = (SELECT sec.uid())))
WITH CHECK (designer_id IN (SELECT d.id FROM designers d WHERE d.user_id = (SELECT sec.uid())));

CREATE POLICY see ON approvals FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()) OR (SELECT sec.is_house()));
CREATE POLICY add ON approvals FOR INSERT TO portal_app WITH CHECK (
    (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house())) AND status = 'pending'
);
-- Who waits may hold their own row, so that nobody decides while they amend (FOR UPDATE asks here).
CREATE POLICY change ON approvals FOR UPDATE TO portal_app
USING (
    (SELECT sec.is_admin())
    OR (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house())) AND status = 'pending'
)
WITH CHECK (
    (SELECT sec.is_admin())
    OR (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house())) AND status = 'pending'
);

-- The model asks, the guardian answers: nobody consents for themselves.
CREATE POLICY see ON guardian_consents FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid()) OR guardian_id = (SELECT sec.uid())
    OR (SELECT sec.is_admin()) OR (SELECT sec.is_house())
);
CREATE POLICY add ON guardian_consents FOR INSERT TO portal_app
WITH CHECK (user_id = (SELECT sec.uid()) AND granted IS NULL AND guardian_id IS NULL);
CREATE POLICY change ON guardian_consents FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()) AND granted IS NULL OR (SELECT sec.is_house()))
WITH CHECK (user_id = (SELECT sec.uid()) AND granted IS NULL OR (SELECT sec.is_house()));

-- The catalogue is everybody's; a draft is of those who make it.
CREATE POLICY see ON events FOR SELECT TO portal_app USING (
    status <> 'draft'
    OR organizer_id = (SELECT sec.uid())
    OR id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    OR (SELECT sec.is_admin())
);
CREATE POLICY add ON events FOR INSERT TO portal_app
WITH CHECK (organizer_id = (SELECT sec.uid()));
CREATE POLICY change ON events FOR UPDATE TO portal_app
USING (id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]))
WITH CHECK (
    organizer_id = (SELECT sec.uid()) OR id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);

CREATE POLICY see ON event_staff FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    OR (SELECT sec.is_admin())
);
CREATE POLICY remove ON event_staff FOR DELETE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
REVOKE INSERT, UPDATE ON event_staff FROM portal_app;

CREATE POLICY see ON follows FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house()));
CREATE POLICY add ON follows FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY remove ON follows FOR DELETE TO portal_app USING (user_id = (SELECT sec.uid()));

CREATE POLICY see ON user_quota FOR SELECT TO portal_app USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON user_quota FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON user_quota FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));

-- A sale is the buyer's; its house sees it. What belongs to it follows the order.
CREATE POLICY see ON orders FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    OR (SELECT sec.is_admin())
);
CREATE POLICY add ON orders FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON orders FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY see ON order_lines FOR SELECT TO portal_app
USING (EXISTS (SELECT FROM orders o WHERE o.id = order_lines.order_id));
CREATE POLICY add ON order_lines FOR INSERT TO portal_app WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY change ON order_lines FOR UPDATE TO portal_app USING (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
) WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY remove ON order_lines FOR DELETE TO portal_app USING (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY see ON payments FOR SELECT TO portal_app
USING (EXISTS (SELECT FROM orders o WHERE o.id = payments.order_id));
CREATE POLICY add ON payments FOR INSERT TO portal_app WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY change ON payments FOR UPDATE TO portal_app USING (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
) WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY see ON refunds FOR SELECT TO portal_app
USING (EXISTS (SELECT FROM orders o WHERE o.id = refunds.order_id));
CREATE POLICY add ON refunds FOR INSERT TO portal_app WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);

CREATE POLICY see ON tickets FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    OR (SELECT sec.is_house())
    OR (SELECT sec.is_admin())
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY add ON tickets FOR INSERT TO portal_app WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY change ON tickets FOR UPDATE TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
) WITH CHECK (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);

CREATE POLICY see ON checkins FOR SELECT TO portal_app USING (
    event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    OR (SELECT sec.is_admin())
);
CREATE POLICY add ON checkins FOR INSERT TO portal_app WITH CHECK (
    staff_id = (SELECT sec.uid())
    AND event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
);

CREATE POLICY see ON campaigns FOR SELECT TO portal_app USING (
    organizer_id = ANY ((SELECT sec.houses())::uuid[]) OR (SELECT sec.is_admin())
);
CREATE POLICY add ON campaigns FOR INSERT TO portal_app WITH CHECK (
    organizer_id = ANY ((SELECT sec.houses())::uuid[])
);
CREATE POLICY change ON campaigns FOR UPDATE TO portal_app USING (
    organizer_id = ANY ((SELECT sec.houses())::uuid[]) OR (SELECT sec.is_admin())
) WITH CHECK (
    organizer_id = ANY ((SELECT sec.houses())::uuid[]) OR (SELECT sec.is_admin())
);
CREATE POLICY see ON notifications FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR campaign_id IS NOT NULL AND EXISTS (
        SELECT FROM campaigns c WHERE c.id = notifications.campaign_id
        AND c.organizer_id = ANY ((SELECT sec.houses())::uuid[])
    )
    OR (SELECT sec.is_admin())
);
CREATE POLICY change ON notifications FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));

CREATE POLICY see ON enquiries FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
CREATE POLICY add ON enquiries FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON enquiries FOR UPDATE TO portal_app
USING ((SELECT sec.is_admin())) WITH CHECK ((SELECT sec.is_admin()));

CREATE POLICY see ON consents FOR SELECT TO portal_app USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON consents FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY see ON consent_states FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house()));

CREATE POLICY see ON version_control FOR SELECT TO portal_app
USING (created_by = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
CREATE POLICY add ON version_control FOR INSERT TO portal_app
WITH CHECK (created_by = (SELECT sec.uid()));

CREATE POLICY see ON quarantined_updates FOR SELECT TO portal_app
USING ((SELECT sec.is_admin()) OR (SELECT sec.is_house()));
CREATE POLICY add ON quarantined_updates FOR INSERT TO portal_app
WITH CHECK ((SELECT sec.is_house()));
