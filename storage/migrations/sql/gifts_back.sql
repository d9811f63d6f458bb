-- Nobody gives a ticket away in the chat.

DROP FUNCTION sec.give_ticket(uuid, smallint, text, text, timestamptz);
DROP FUNCTION sec.claim_gift(text, timestamptz);
DROP TABLE ticket_gifts;
