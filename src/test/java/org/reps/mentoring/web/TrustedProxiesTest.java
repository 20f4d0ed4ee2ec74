package org.reps.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

/** Where a request comes from, asked of a real Tomcat that was set up in this way. */
@ExtendWith(OutputCaptureExtension.class)
class TrustedProxiesTest {

    // --- who is believed

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                      | 198.51.100.7                         | 127.0.0.1 http",
                "10.0.0.2              | 198.51.100.7                         | 127.0.0.1 http",
                "127.0.0.2             | 198.51.100.7                         | 127.0.0.1 http",
                "127.0.0.1             |                                      | 127.0.0.1 https",
                "127.0.0.1             | 198.51.100.7                         | 198.51.100.7 https",
                "127.0.0.0/8           | 198.51.100.7                         | 198.51.100.7 https",
                "127.0.0.0/30          | 198.51.100.7                         | 198.51.100.7 https",
                "127.0.0.1             | 203.0.113.9, 198.51.100.7            | 198.51.100.7 https",
                "127.0.0.1             | 127.0.0.1, 203.0.113.9, 198.51.100.7 | 198.51.100.7 https",
                "127.0.0.1             | 203.0.113.9, 198.51.100.7, 10.0.0.2  | 10.0.0.2 https",
                "127.0.0.1,10.0.0.0/24 | 203.0.113.9, 198.51.100.7, 10.0.0.2  | 198.51.100.7 https",
                "127.0.0.1 10.0.0.0/24 | 198.51.100.7, 10.0.1.2               | 10.0.1.2 https",
                "127.0.0.1             | 2001:db8::7                          | 2001:db8::7 https"
            })
    void the_last_address_that_is_no_proxy_of_ours_counts(String trusted, String forwardedFor, String seen)
            throws Exception {
        assertThat(ask(trusted, forwardedFor == null ? "" : "X-Forwarded-For: " + forwardedFor + "\r\n"))
                .isEqualTo(seen + " ours.example.org");
    }

    @Test
    void headers_that_come_twice_are_read_as_one() throws Exception {
        assertThat(ask("127.0.0.1", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 198.51.100.7\r\n"))
                .startsWith("198.51.100.7 ");
    }

    @Test
    void nobody_is_believed_about_the_name_of_the_application() throws Exception {
        assertThat(ask(
                        "127.0.0.1",
                        "X-Forwarded-Host: evil.example\r\nX-Forwarded-Port: 666\r\nForwarded: host=evil.example\r\n"))
                .isEqualTo("127.0.0.1 https ours.example.org");
    }

    // --- the setting

    @ParameterizedTest
    @CsvSource({
        "10.0.0.2, 10.0.0.2, true",
        "10.0.0.2, 10.0.0.20, false",
        "10.0.0.2, 10x0.0.2, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "10.1.128.0/17, 10.1.128.1, true",
        "10.1.128.0/17, 10.1.127.1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fe80::/64, fe80:0:0:0:1:2:3:4%eth0, true",
        "2001:db8::/32, 2001:db8:1:2:3:4:5:6, true",
        "2001:DB8::/32, 2001:db9:0:0:0:0:0:1, false",
        "2001:db8:0:ab00::/56, 2001:db8:0:abff:0:0:0:1, true",
        "2001:db8:0:ab00::/56, 2001:db8:0:ac00:0:0:0:1, false"
    })
    void a_range_holds_the_addresses_that_begin_alike(String range, String address, boolean isIn) {
        assertThat(Pattern.matches(AddressRange.of(range).pattern(), address)).isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proxy.example.org      | is no IP address or network",
                "localhost              | is no IP address or network",
                ".*                     | is no IP address or network",
                "10.0.0                 | is no IP address or network",
                "10.0.0.256             | is no IP address or network",
                "10.0.0.2:8080          | is no IP address or network",
                "127.0.0.1, :::         | is no IP address or network",
                "/8                     | is no IP address or network",
                "10.0.0.0/              | after the slash there has to be a number from 0 to 32",
                "10.0.0.0/33            | after the slash there has to be a number from 0 to 32",
                "2001:db8::/129         | after the slash there has to be a number from 0 to 128",
                "10.0.0.0/-1            | after the slash there has to be a number from 0 to 32",
                "10.0.0.2/8             | after the first 8 bits there have to be zeros",
                "0.0.0.0/0              | is so wide that strangers are in it",
                "::/0                   | is so wide that strangers are in it",
                "127.0.0.1, 128.0.0.0/1 | is so wide that strangers are in it"
            })
    void nonsense_is_refused_at_the_start(String setting, String problem) {
        assertThatThrownBy(() -> start(setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Please set MENTORING_TRUSTED_PROXIES to the addresses of the proxies")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void a_real_programme_that_trusts_nobody_is_told_what_that_means(String nobody, CapturedOutput log) {
        var environment = new MockEnvironment().withProperty("mentoring.trusted-proxies", nobody);
        environment.setActiveProfiles("production");

        start(environment);

        assertThat(log).contains("No proxy is trusted (mentoring.trusted-proxies).");
    }

    private static TrustedProxies start(String setting) {
        return start(new MockEnvironment().withProperty("mentoring.trusted-proxies", setting == null ? "" : setting));
    }

    private static TrustedProxies start(MockEnvironment environment) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("environment", environment);
        var proxies = new TrustedProxies();
        proxies.postProcessBeanFactory(beans);
        return proxies;
    }

    /** What the application gets to know of a request from 127.0.0.1, which says that it came with TLS. */
    private static String ask(String trusted, String headers) throws IOException {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getByName("127.0.0.1"));
        start(trusted).customize(factory);
        var server = factory.getWebServer(
                context -> context.addServlet("seen", new Seen()).addMapping("/"));
        server.start();
        try (var socket = new Socket("127.0.0.1", server.getPort())) {
            var request =
                    "GET / HTTP/1.1\r\nHost: ours.example.org\r\nConnection: close\r\nX-Forwarded-Proto: https\r\n";
            socket.getOutputStream().write((request + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.replaceFirst("(?s).*\\[(.*)].*", "$1");
        } finally {
            server.stop();
        }
    }

    private static final class Seen extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print("[" + request.getRemoteAddr() + " " + (request.isSecure() ? "https" : "http") + " "
                            + request.getServerName() + "]");
        }
    }
}
