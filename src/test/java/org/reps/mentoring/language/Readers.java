package org.reps.mentoring.language;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import org.reps.mentoring.post.MailSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readers of whom a test knows nothing but their browser. */
public final class Readers {

    private Readers() {}

    public static ReadersLanguage ofBrowsers() {
        var settings = mock(MailSettings.class);
        when(settings.language()).thenReturn(Locale.ENGLISH);
        return new ReadersLanguage(mock(JdbcClient.class), settings);
    }
}
