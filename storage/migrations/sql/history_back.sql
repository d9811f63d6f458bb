-- Nobody reads the audit in the chat.

DROP FUNCTION
    sec.event_history(uuid, uuid, integer), sec.audit_lines(uuid, uuid, uuid, integer);
