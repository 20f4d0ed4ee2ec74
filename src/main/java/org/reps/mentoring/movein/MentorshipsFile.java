package org.reps.mentoring.movein;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.sheet.Cells;
import org.reps.mentoring.sheet.Column;
import org.reps.mentoring.sheet.Faults;
import org.reps.mentoring.sheet.Sheet;

/** The file of the mentorships: who guides whom, since when and until when, and what they last planned. */
final class MentorshipsFile {

    static final String NAME = "mentorships";

    static final Column MENTOR = Column.needed("mentor");
    static final Column REP = Column.needed("rep", "mentee");
    static final Column BEGAN_ON = Column.needed("began on", "began");
    static final Column COMMITTED_UNTIL = Column.optional("committed until");
    static final Column CHANNEL = Column.optional("channel");
    static final Column HOW_OFTEN = Column.optional("how often");
    static final Column LAST_MEETING = Column.optional("last meeting", "last meeting on");
    static final Column PLAN = Column.optional("plan", "last plan");

    static final List<Column> COLUMNS =
            List.of(MENTOR, REP, BEGAN_ON, COMMITTED_UNTIL, CHANNEL, HOW_OFTEN, LAST_MEETING, PLAN);

    /** As the forms offer it in which it is agreed. */
    static final List<String> OFTEN =
            List.of("every week", "every two weeks", "every month", "every two months", "every three months");

    private static final Map<String, String> OFTEN_BY_WORDS =
            OFTEN.stream().collect(toMap(Function.identity(), Function.identity()));

    private static final int LONGEST_CHANNEL = 200;
    private static final int LONGEST_PLAN = 4000;

    private MentorshipsFile() {}

    static List<Line> read(byte[] file, Faults faults) {
        var lines = new ArrayList<Line>();
        for (var line : Sheet.read(NAME, file, COLUMNS, faults)) {
            var cells = new Cells(NAME, line, faults);
            var often = cells.oneOf(HOW_OFTEN, OFTEN_BY_WORDS, OFTEN);
            lines.add(new Line(
                    cells,
                    cells.inOneLine(MENTOR, 64),
                    cells.inOneLine(REP, 64),
                    cells.day(BEGAN_ON),
                    cells.day(COMMITTED_UNTIL),
                    cells.inOneLine(CHANNEL, LONGEST_CHANNEL),
                    often == null ? "" : often,
                    cells.day(LAST_MEETING),
                    cells.text(PLAN, LONGEST_PLAN)));
        }
        return lines;
    }

    /**
     * One line of it for two people.
     *
     * @param earliest before this day, nobody can be committed until; where two did not go on for that long, nothing is
     *     said, so that the line can be brought in elsewhere
     */
    static List<String> row(Mentorship running, @Nullable LastPlan last, LocalDate earliest) {
        var until = running.committedUntil();
        return List.of(
                running.mentorId(),
                running.menteeId(),
                running.beganOn().toString(),
                until.isBefore(earliest) ? "" : until.toString(),
                Objects.requireNonNullElse(running.channel(), ""),
                Objects.requireNonNullElse(running.contactEvery(), ""),
                last == null ? "" : last.heldOn().toString(),
                last == null ? "" : last.plans());
    }

    /** One line. What is empty or null is not said, and leaves what is known as it is. */
    record Line(
            Cells cells,
            String mentor,
            String rep,
            @Nullable LocalDate beganOn,
            @Nullable LocalDate committedUntil,
            String channel,
            String howOften,
            @Nullable LocalDate lastMeeting,
            String plan) {}
}
