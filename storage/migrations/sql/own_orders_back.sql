ALTER POLICY add ON enquiries WITH CHECK (user_id = (SELECT sec.uid()));
