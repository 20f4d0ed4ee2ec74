package org.reps.mentoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

/** What a browser says of languages, which may be anything, and is asked before anybody has logged in. */
class ReadersLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT,de;q=0.9,en;q=0.8 | de
            fr,es;q=0.5             | es
            fr                      | en
            """)
    void the_first_one_that_is_there_is_read(String accepted, String language) {
        assertThat(read(accepted)).isEqualTo(language);
    }

    /** Java looks through it for half a minute, for each time that somebody asks. */
    @ParameterizedTest
    @CsvSource({"de-,x-", "'',x-", "zh-,min-nan-", "'','de,'"})
    void what_is_longer_than_any_browser_says_is_not_read(String beginning, String again) {
        assertThat(read(beginning + again.repeat(500) + "y")).isEqualTo("en");
    }

    private static String read(String accepted) {
        var request = new MockHttpServletRequest();
        request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, accepted);
        return ReadersLanguage.of(request);
    }
}
