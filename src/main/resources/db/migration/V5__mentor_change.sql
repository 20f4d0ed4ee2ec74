-- Another mentor: the wish or need for it, and every decision about it with whom it was told to.

create table change_request (
    id varchar(64) not null primary key,
    mentorship_id varchar(64) not null references mentorship (id),
    mentee_id varchar(64) not null references rep (id),
    mentor_id varchar(64) not null references mentor (id),
    open_mentee varchar(64),
    source varchar(20) not null,
    started_by varchar(64),
    wished_route varchar(20) not null,
    -- These two are references to sealed texts.
    category varchar(255) not null,
    reason varchar(255) not null,
    wished_mentor_id varchar(64) references mentor (id),
    state varchar(20) not null,
    began_on date not null,
    ended_on date,
    version integer not null,
    -- Nobody changes the mentor twice at the same time.
    constraint change_request_one_per_mentee unique (open_mentee),
    constraint change_request_state check (
        (state in ('ASKED', 'GRANTED') and open_mentee is not null and open_mentee = mentee_id and ended_on is null)
        or (state in ('CHANGED', 'KEPT', 'WITHDRAWN', 'WAITING') and open_mentee is null and ended_on is not null))
);

-- Rows are added and never changed.
create table change_decision (
    id varchar(64) not null primary key,
    request_id varchar(64) not null references change_request (id),
    place integer not null,
    mentorship_id varchar(64) not null references mentorship (id),
    route varchar(20) not null,
    outcome varchar(20) not null,
    decided_by varchar(64),
    decided_at timestamp with time zone not null,
    -- A reference to a sealed text.
    reason varchar(255) not null,
    -- Nobody decides about one request twice, and two do not decide at the same moment.
    constraint change_decision_in_order unique (request_id, place),
    constraint change_decision_other_people unique (request_id, decided_by),
    constraint change_decision_outcome check (outcome in ('CHANGE', 'KEEP', 'REFUSE'))
);

create table change_told (
    change_decision varchar(64) not null references change_decision (id),
    recipient_id varchar(64) not null,
    notice varchar(64) not null,
    text varchar(4000) not null,
    constraint change_told_once unique (change_decision, recipient_id)
);
