-- Each text is bound to one place, and sealed with the data key of what it belongs to. What was sealed before waits in
-- earlier_text, with its place, until the application has sealed it anew at its next start (EarlierTexts).
--
-- H2 commits each change of a table, so this may be interrupted anywhere and is then run again from the beginning. Each
-- statement can be repeated, and a text leaves sealed_text only when it is in earlier_text.

create table if not exists earlier_text (
    id varchar(64) not null,
    key_id varchar(16) not null,
    sealed varchar(22000) not null,
    owner varchar(255) not null,
    field varchar(255) not null,
    reader varchar(255) not null,
    case_id varchar(64)
);

-- What steps keep: where their tables refer to it, and in which running case it is shown.
insert into earlier_text
select sealed_text.id, key_id, sealed, place.owner, place.field, place.reader, place.case_id
from sealed_text join (
    select author as reference, 'feedback:' || id as owner, 'author' as field,
        'council-but:' || about_id as reader, cast(null as varchar(64)) as case_id
    from feedback
    union select what_helped, 'feedback:' || id, 'whatHelped', 'council-but:' || about_id, null from feedback
    union select what_better, 'feedback:' || id, 'whatBetter', 'council-but:' || about_id, null from feedback
    union select category, 'change_request:' || id, 'category', 'council', (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        where variable.NAME_ = 'changeId' and variable.TEXT_ = change_request.id) from change_request
    union select reason, 'change_request:' || id, 'reason', 'council', (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        where variable.NAME_ = 'changeId' and variable.TEXT_ = change_request.id) from change_request
    union select reason, 'change_request:' || request_id, 'decided', 'council', (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        where variable.NAME_ = 'changeId' and variable.TEXT_ = change_decision.request_id) from change_decision
    union select change_told.text, 'change_request:' || request_id, 'news', 'person:' || recipient_id, (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        where variable.NAME_ = 'changeId' and variable.TEXT_ = change_decision.request_id)
    from change_told join change_decision on change_decision.id = change_told.change_decision
    union select text, 'training:' || training, 'reason', 'council', null
    from training_decision where answer not in ('ACCEPT', 'MORE', 'REFUSE')
    union select text, 'training:' || training, 'answer,missing', 'person:' || rep_id, (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        where variable.NAME_ = 'trainingId' and variable.TEXT_ = training.id)
    from training_decision join training on training.id = training_decision.training
    where answer in ('ACCEPT', 'MORE', 'REFUSE')
    union select reason, 'resignation:' || id, 'whySteppingDown', 'council', (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        where variable.NAME_ = 'resignationId' and variable.TEXT_ = resignation.id) from resignation
    union select why_nobody, 'resignation:' || resignation, 'recommendations', 'council', (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        where variable.NAME_ = 'resignationId' and variable.TEXT_ = recommendation.resignation) from recommendation
    union select text, 'onboarding:' || onboarding, 'closingReason', 'council', null
    from onboarding_note where kind = 'CLOSING_REASON'
    union select drop_reason, 'check_in:' || id, 'dropReason', 'council', null from check_in
    union select reason, 'matching_note:' || id, 'answers', 'council', (
        select min(variable.PROC_INST_ID_) from ACT_RU_VARIABLE variable
        join ACT_RE_PROCDEF definition on definition.ID_ = variable.PROC_DEF_ID_
        where definition.KEY_ = 'mentor-matching' and variable.NAME_ = 'menteeId'
            and variable.TEXT_ = matching_note.mentee_id) from matching_note
) place on place.reference = 'sealed:' || sealed_text.id
where sealed_text.id not in (select id from earlier_text);

-- What belongs to a running case: the variables that refer to it. What nothing refers to opens nowhere any more.
insert into earlier_text
select id, key_id, sealed, coalesce(case_id, 'nothing:' || id), coalesce((
        select string_agg(distinct variable.NAME_, ',') from ACT_RU_VARIABLE variable
        where variable.PROC_INST_ID_ = sealed_text.case_id
            and variable.TEXT_ like '%sealed:' || sealed_text.id || '%'), ''), 'holder', case_id
from sealed_text where id not in (select id from earlier_text);

delete from sealed_text where id in (select id from earlier_text);

-- Of the data key, which is in another database (db/keys).
alter table sealed_text alter column key_id set data type varchar(36);
-- The case or record it is forgotten with; with the next two, and with case_id, it is bound to the text.
alter table sealed_text add column if not exists owner varchar(255) not null;
alter table sealed_text add column if not exists field varchar(255) not null;
alter table sealed_text add column if not exists reader varchar(255) not null;
create index if not exists sealed_text_owner on sealed_text (owner);
drop index if exists sealed_text_case;

-- Whose data key has to go too, should the application have been stopped before it was deleted.
create table if not exists forgotten_owner (
    owner varchar(255) not null
);

-- Which database of data keys belongs to this one.
create table if not exists key_store (
    id varchar(36) not null primary key,
    only_row integer default 1 not null unique check (only_row = 1)
);
