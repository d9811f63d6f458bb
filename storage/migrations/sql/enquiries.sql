-- Questions to the house, and its answers.

CREATE TYPE enquiry_topic AS ENUM ('tickets', 'payment', 'accessibility', 'other');
CREATE TYPE enquiry_status AS ENUM ('open', 'answered');

CREATE TABLE enquiries (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    topic enquiry_topic NOT NULL,
    order_id UUID,
    message TEXT NOT NULL CONSTRAINT ck_enquiries_message_length CHECK (char_length("message") <= 5380),
    photo TEXT CONSTRAINT ck_enquiries_photo_length CHECK (char_length("photo") <= 255),
    status enquiry_status DEFAULT 'open' NOT NULL,
    answer TEXT CONSTRAINT ck_enquiries_answer_length CHECK (char_length("answer") <= 5380),
    answered_by UUID,
    answered_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_enquiries PRIMARY KEY (id),
    CONSTRAINT ck_enquiries_answered_by_somebody CHECK (
        (status = 'answered') = (answer IS NOT NULL)
        AND (answer IS NULL) = (answered_at IS NULL)
        AND (answer IS NULL) = (answered_by IS NULL)
    ),
    CONSTRAINT fk_enquiries_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_enquiries_order_id FOREIGN KEY(order_id) REFERENCES orders (id),
    CONSTRAINT fk_enquiries_answered_by FOREIGN KEY(answered_by) REFERENCES users (id)
);
CREATE INDEX ix_enquiries_user_id ON enquiries (user_id);
CREATE INDEX ix_enquiries_order_id ON enquiries (order_id);
CREATE INDEX ix_enquiries_answered_by ON enquiries (answered_by);
CREATE INDEX ix_enquiries_open ON enquiries (created_at) WHERE status = 'open';

GRANT SELECT, INSERT ON enquiries TO portal_app;
GRANT UPDATE (status, answer, answered_by, answered_at) ON enquiries TO portal_app;
GRANT SELECT ON enquiries TO portal_worker;
