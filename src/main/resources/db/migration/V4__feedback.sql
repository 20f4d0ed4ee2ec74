-- What one of the two says of the other after a year. Author and texts are references to sealed texts.
create table feedback (
    id varchar(64) not null primary key,
    about_id varchar(64) not null,
    author_role varchar(20) not null,
    author varchar(255) not null,
    name_visible boolean not null,
    given_at timestamp with time zone not null,
    availability integer not null,
    listening integer not null,
    usefulness integer not null,
    clarity integer not null,
    what_helped varchar(255) not null,
    what_better varchar(255) not null,
    functions varchar(64) array not null,
    version integer not null,
    constraint feedback_role check (author_role in ('MENTOR', 'MENTEE')),
    constraint feedback_ratings check (availability between 1 and 5 and listening between 1 and 5
        and usefulness between 1 and 5 and clarity between 1 and 5)
);
create index feedback_about on feedback (about_id, author_role);
