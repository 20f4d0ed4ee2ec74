-- The tables are called what their process is called. Keys to which V6 gave no name keep the one the database gave them.
alter table silence rename to inactivity;
alter table inactivity rename constraint silence_one_per_mentor to inactivity_one_per_mentor;
alter table inactivity rename constraint silence_open to inactivity_open;
alter index silence_mentor rename to inactivity_mentor;

alter table silence_report rename to inactivity_report;
alter table inactivity_report rename column silence to inactivity;
alter index silence_report_silence rename to inactivity_report_inactivity;

alter table silence_decision rename to inactivity_decision;
alter table inactivity_decision rename column silence to inactivity;
alter table inactivity_decision rename constraint silence_decision_once to inactivity_decision_once;
