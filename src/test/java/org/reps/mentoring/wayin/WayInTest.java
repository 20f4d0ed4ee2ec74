package org.reps.mentoring.wayin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.entrylink.EntryLinks;
import org.reps.mentoring.wayin.WayIn.Progress;

class WayInTest {

    private static final Instant BEGIN = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void whoever_asks_again_at_once_has_a_mail_already() {
        var asked = WayIn.of("rumi").askedAt(BEGIN);

        assertThat(asked.isToldAt(BEGIN)).isFalse();
        assertThat(asked.isToldAt(BEGIN.plus(Duration.ofMinutes(9)))).isFalse();
        assertThat(asked.isToldAt(BEGIN.plus(Duration.ofMinutes(10)))).isTrue();
    }

    @Test
    void however_often_somebody_asks_there_are_five_mails_a_day() {
        var way = WayIn.of("rumi");
        var mails = 0;
        for (var minute = 0; minute < 2 * 24 * 60; minute++) {
            var now = BEGIN.plus(Duration.ofMinutes(minute));
            if (way.isToldAt(now)) {
                way = way.askedAt(now);
                mails++;
            }
            assertThat(mails).isLessThanOrEqualTo(minute < 24 * 60 ? 5 : 10);
        }
        assertThat(mails).isEqualTo(10);
    }

    @Test
    void an_invitation_is_on_its_way_until_its_link_was_sent_and_then_as_long_as_the_link_works() {
        var never = WayIn.of("rumi");
        assertThat(never.progressAt(BEGIN, true, null)).isEqualTo(Progress.NOT_INVITED);
        assertThat(never.progressAt(BEGIN, false, null)).isEqualTo(Progress.NO_ADDRESS);

        var invited = never.invited(BEGIN);
        var end = BEGIN.plus(Duration.ofMinutes(2)).plus(EntryLinks.LIFE);
        assertThat(invited.progressAt(BEGIN, true, null)).isEqualTo(Progress.ON_ITS_WAY);
        assertThat(invited.progressAt(BEGIN, true, BEGIN.plus(EntryLinks.LIFE).minusSeconds(1)))
                .as("with an earlier link")
                .isEqualTo(Progress.ON_ITS_WAY);
        assertThat(invited.progressAt(end.minusSeconds(1), true, end)).isEqualTo(Progress.INVITED);
        assertThat(invited.progressAt(end, true, end)).isEqualTo(Progress.OVER);
        assertThat(invited.progressAt(BEGIN.plus(Duration.ofDays(40)), true, null))
                .as("so long ago that the link is forgotten")
                .isEqualTo(Progress.OVER);
    }
}
