-- What the council's page asks of all reps at once: who looks for a mentor, and who has had one.
create index onboarding_rep on onboarding (rep_id);
create index mentorship_mentee on mentorship (mentee_id);
-- The check-ins of the last twelve months, of all years there are.
create index check_in_due_on on check_in (due_on);
