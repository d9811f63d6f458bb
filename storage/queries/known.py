"""What a person knows of an evening that moved: SQL for the statements that tell of it."""


def known(*, event: str, person: str, but: str = "NULL") -> str:
    """A query for each moment `at` of which a person knows when and where an evening was then:
    they chose places, took a ticket, or may have read of a move, in its notice or in a reminder.

    `event`, `person` and `but`, the move that is being told, are SQL. `:choices` are the hours of
    reminders. A notice that was overtaken, or never tried, told nobody; one that is kept no more
    is taken to have told.
    """
    return f"""
        SELECT o.created_at AS at FROM orders o
        WHERE o.event_id = {event} AND o.user_id = {person}
        UNION ALL
        SELECT g.claimed_at FROM tickets t JOIN ticket_gifts g ON g.ticket_id = t.id
        WHERE t.event_id = {event} AND t.user_id = {person} AND g.claimed_by = {person}
        UNION ALL
        SELECT m.created_at FROM event_moves m
        CROSS JOIN LATERAL (
            SELECT derived_id(m.created_at, 'event-moved ' || m.id || ' ' || {person}),
                   m.told_at IS NOT NULL
            UNION ALL
            SELECT derived_id(
                       m.starts_at - make_interval(hours => h.hours),
                       'reminder ' || h.hours || ' ' || m.event_id || ' ' || {person}
                           || ' ' || m.id
                   ), false
            FROM unnest(CAST(:choices AS integer[])) AS h (hours)
        ) told (id, kept_no_more)
        LEFT JOIN LATERAL (
            SELECT n.id, n.status, n.attempts, n.leased_until FROM notifications n
            WHERE n.id = told.id LIMIT 1
        ) n ON true
        WHERE m.event_id = {event} AND m.id IS DISTINCT FROM {but}
          AND CASE
              WHEN n.id IS NULL THEN told.kept_no_more
              WHEN n.status = 'pending' THEN n.attempts > 1
                  OR n.attempts = 1 AND n.leased_until IS NULL
              ELSE n.status <> 'skipped' OR n.attempts > 1
          END
    """
