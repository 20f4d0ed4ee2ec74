package org.reps.mentoring.entrylink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryLinkTest {

    private static final Instant SENT = Instant.parse("2026-11-30T09:00:00Z");
    private static final EntryLink LINK = new EntryLink("hash", "rumi", "mark", SENT.plus(EntryLinks.LIFE), null, null);

    @Test
    void a_link_works_for_three_days() {
        assertThat(LINK.stateAt(SENT, "mark")).isEqualTo(LinkState.OPEN);
        assertThat(LINK.stateAt(Instant.parse("2026-12-03T08:59:59Z"), "mark")).isEqualTo(LinkState.OPEN);
        assertThat(LINK.stateAt(Instant.parse("2026-12-03T09:00:00Z"), "mark")).isEqualTo(LinkState.OVER);
    }

    @Test
    void a_link_works_once() {
        assertThat(LINK.usedAt(SENT).stateAt(SENT, "mark")).isEqualTo(LinkState.USED);
        assertThat(LINK.usedAt(SENT).stateAt(SENT, "another mark")).isEqualTo(LinkState.USED);
    }

    @Test
    void a_link_does_not_work_any_more_when_password_or_address_have_changed_or_nobody_is_there() {
        assertThat(LINK.stateAt(SENT, "another mark")).isEqualTo(LinkState.REPLACED);
        assertThat(LINK.stateAt(SENT, null)).isEqualTo(LinkState.REPLACED);
    }
}
